import { Problem } from '../../../../people/solver/problem.ts';
import type { MetricSlots } from '../../../../plans/payroll.ts';
import type { Company, Planner } from '../../contract/company.ts';
import { deviationOf } from '../../contract/policy.ts';
import { indexOfRow, type MetricRow } from './effectTable.ts';
import { shareBeside } from './others.ts';

/** Bounds of a productive tactic, in multiples of the person's baseline hours. */
export const LEAST_INTENSITY = 0.05;
export const MOST_INTENSITY = 6;
/** Baseline hours that the effort-cost parameter refers to. */
const HOURS_OF_COST = 40;

/** Whether a planner optimises: they have beliefs, some pay is variable, and no policy or script decides. */
export function isChoosing({ beliefs, policy }: Company, { values, pay }: Planner): boolean {
  return (
    beliefs !== undefined &&
    policy.levels === undefined &&
    policy.motive !== 'company' &&
    values.motive !== 'scripted' &&
    pay.valued.length > 0
  );
}

/**
 * Whether a planner abstains from gaming, by their own motive, by the policy's, or because it does not pay.
 */
export function isHonest({ policy, beliefs }: Company, { values, name }: Planner): boolean {
  const refrains = beliefs?.refrains === true && values.beliefs === 'total';
  const isHeld = policy.motive === 'honest' || deviationOf(policy, name)?.motive === 'honest';
  return isHeld || values.motive === 'honest' || refrains;
}

/** Whether a policy puts a tactic out of a planner's reach, or trials showed that it does not pay. */
export function isWithout({ policy, beliefs }: Company, { name }: Planner, tactic: string): boolean {
  const lists = [policy.without, deviationOf(policy, name)?.without, beliefs?.leaves?.[name]];
  return lists.some((list) => list?.includes(tactic) === true);
}

/** Target bonus of a planner, in dollars per month. */
export function monthlyTarget({ pay }: Planner): number {
  return pay.valued.reduce((sum, { targetUsd, months }) => sum + targetUsd / months, 0);
}

/** Coefficient c of the effort cost c/2 (a - 1)^2 at a times the baseline hours, in dollars per month. */
export function effortCost({ values }: Planner, hoursPerMonth: number): number {
  return (values.effortCostUsdPerMonth * hoursPerMonth) / HOURS_OF_COST;
}

/** Sets up a planner's decision problem: the parts that never change, and the initial bounds. */
export function plannerProblem(
  company: Company,
  planner: Planner,
  rows: readonly MetricRow[],
  mostKnots: number,
): Problem {
  const { values, pay, firstAssignment, assignmentCount } = planner;
  const own = company.assignments.slice(firstAssignment, firstAssignment + assignmentCount);
  const problem = new Problem(own.length, rows.length, mostKnots);
  problem.hoursBudget = Math.max(
    planner.hoursPerMonth,
    own.reduce((sum, { hoursPerMonth }) => sum + hoursPerMonth, 0),
  );
  problem.riskAversionPerUsd = values.riskAversionPerUsd;
  problem.valueScale = Math.max(1e-12, monthlyTarget(planner) + values.effortCostUsdPerMonth);
  const honest = isHonest(company, planner);
  own.forEach(({ tactic: t, weightShare, hoursPerMonth }, k) => {
    const tactic = company.tactics[t];
    problem.productive[k] = tactic.productive ? 1 : 0;
    problem.elasticity[k] = tactic.elasticity;
    const { id } = tactic.definition;
    problem.weight[k] =
      tactic.productive && weightShare > 0 ? shareBeside(company, planner, id, weightShare) : 1;
    problem.hours[k] = hoursPerMonth;
    const isOut = isWithout(company, planner, id);
    const isFixed = hoursPerMonth === 0 || isOut;
    problem.lower[k] = tactic.productive ? (isFixed ? 1 : LEAST_INTENSITY) : 0;
    problem.upper[k] = tactic.productive
      ? isFixed
        ? 1
        : MOST_INTENSITY
      : honest || isOut
        ? 0
        : tactic.maxScale;
  });
  for (const component of pay.valued) {
    const rowOf = (metric: MetricSlots) => indexOfRow(rows, metric, component);
    const j = problem.addComponent(rowOf(component), component.curve);
    for (const gate of component.gates) problem.addGate(j, rowOf(gate), gate.level, gate.sign);
    for (const factor of component.terms?.factors ?? []) problem.addFactor(j, rowOf(factor), factor.curve);
  }
  return problem;
}
