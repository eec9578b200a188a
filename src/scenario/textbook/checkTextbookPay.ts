import type { Issue } from '../../core/errors.ts';
import { showValue } from '../../core/messages.ts';
import type { PlanComponent } from '../../model/plan.ts';
import { checkPayouts } from '../checkPayouts.ts';
import { type Locate, suggestion } from '../places.ts';
import { type Reporter, reporter } from '../reporter.ts';
import type { TextbookFile } from './textbookSchema.ts';

type Path = readonly (string | number)[];
type Plan = TextbookFile['plans'][string];
type Pay = Plan[string];

/** Tolerance for the sum of probabilities, which must be 1. */
const CHANCE_ROUNDING = 1e-6;

/** Checks one plan: its recipients and metrics, and that everybody is paid once. */
export function checkTextbookPay(
  planName: string,
  plan: Plan,
  people: readonly string[],
  metrics: readonly string[],
  locate: Locate,
): Issue[] {
  const checks = reporter(locate);
  for (const [name, pay] of Object.entries(plan)) {
    const path = ['plans', planName, name];
    if (!people.includes(name)) {
      checks.report(path, {
        code: 'dangling-reference',
        got: showValue(name),
        expected: 'the name under people',
        hint: suggestion(name, people),
      });
      continue;
    }
    checkKinds(pay, path, checks);
    checkChances(pay, path, checks);
    for (const { component, at } of placedComponents(pay, path)) {
      if (isDrawn(pay)) checkUnitPay(component, at, checks);
      checkComponent(component, at, metrics, checks);
    }
    checks.issues.push(...checkPayouts(pay, path, locate));
  }
  if (Object.keys(plan).length === 0)
    checks.report(['plans', planName], {
      code: 'missing',
      expected: `what ${people[0] ?? 'the agent'} is paid`,
    });
  return checks.issues;
}

function isDrawn({ drawn = [] }: Pay): boolean {
  return drawn.length > 0;
}

/** Terms of a component that need time, other people or other metrics. */
const NOT_IN_TEXTBOOKS = [
  'measured',
  'targets',
  'basis',
  'of',
  'growthFrom',
  'fromMonth',
  'toMonth',
  'scope',
  'each',
  'multiplier',
  'floorShare',
  'capUsd',
] as const;

function checkKinds(pay: Pay, path: Path, { report }: Reporter): void {
  for (const [i, component] of (pay.components ?? []).entries())
    for (const part of NOT_IN_TEXTBOOKS)
      if (component[part] !== undefined)
        report([...path, 'components', i, part], {
          code: 'inconsistent',
          expected: 'a metric, target, weight, payout and gates: what is measured once has no other terms',
        });
  for (const part of [
    'judged',
    'commission',
    'deferral',
    'clawback',
    'meetings',
    'multiplier',
    'capUsdPerYear',
    'eligibility',
    'guarantee',
  ] as const)
    if (pay[part] !== undefined)
      report([...path, part], {
        code: 'inconsistent',
        expected: 'components alone: in a textbook world everything is measured and paid once',
      });
}

function checkChances(pay: Pay, path: Path, { report }: Reporter): void {
  const chance = (pay.drawn ?? []).reduce((sum, { chanceShare }) => sum + chanceShare, 0);
  if (isDrawn(pay) && Math.abs(chance - 1) > CHANCE_ROUNDING)
    report([...path, 'drawn'], {
      code: 'inconsistent',
      got: `chances that add up to ${Number(chance.toFixed(6))}`,
      expected: 'chanceShare values that add up to 1',
    });
}

/** All components, including those drawn by lot, with their paths. */
function placedComponents({ components = [], drawn = [] }: Pay, path: Path) {
  return [
    ...components.map((component, i) => ({ component, at: [...path, 'components', i] })),
    ...drawn.flatMap((way, d) =>
      way.components.map((component, i) => ({ component, at: [...path, 'drawn', d, 'components', i] })),
    ),
  ];
}

function checkUnitPay({ payout }: PlanComponent, at: Path, { report }: Reporter): void {
  if (!(typeof payout === 'object' && 'perUnitUsd' in payout))
    report([...at, 'payout'], {
      code: 'inconsistent',
      got: showValue(payout),
      expected: '{perUnitUsd}: where components are drawn by lot, all pay by the unit',
    });
}

function checkComponent(
  { metric, period, gates = [] }: PlanComponent,
  at: Path,
  metrics: readonly string[],
  checks: Reporter,
): void {
  checkMetric(metric, [...at, 'metric'], metrics, checks);
  if (period !== 'year')
    checks.report([...at, 'period'], {
      code: 'inconsistent',
      got: showValue(period),
      expected: 'year: in a textbook world everything is measured and paid once',
    });
  for (const [g, gate] of gates.entries())
    checkMetric(gate.metric, [...at, 'gates', g, 'metric'], metrics, checks);
}

function checkMetric(name: string, at: Path, metrics: readonly string[], { report }: Reporter): void {
  if (!metrics.includes(name))
    report(at, {
      code: 'dangling-reference',
      got: showValue(name),
      expected: 'the name of a metric of this file',
      hint: suggestion(name, metrics),
    });
}
