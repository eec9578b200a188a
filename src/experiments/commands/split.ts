import { refuse } from '../../core/messages.ts';
import { MONTHS_IN, type PersonPlan } from '../../model/plan.ts';
import { asRevenue, parseScenario } from '../../scenario/load.ts';
import type { RevenueScenario } from '../../scenario/scenario.ts';
import { pairedDifference } from '../../statistics/paired.ts';
import { METRICS } from '../../worlds/revenue/catalogue/metrics/index.ts';
import { adapterOf } from '../adapters/adapterOf.ts';
import { ArmRunMaker } from '../adapters/revenue/armRuns.ts';
import { AT_EQUAL_PAY } from '../estimates/answer.ts';
import { inlineExecutor } from '../executors/inline.ts';
import { CURVES, type CurveKind, type HarmSplit, type SplitCell, TARGETS } from '../result/harmSplit.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { sample } from '../running/sample.ts';
import { AGAINST_REFERENCE, type AgainstReferenceOptions, LEAST_RUNS } from './againstReference.ts';
import { checkCall } from './checkOptions.ts';
import { namedArms } from './chosenArms.ts';
import { monthsOf } from './replay.ts';
import { type Bonus, bonusOf, cellPay, curveOf, personOf } from './splitBonus.ts';

/** Honest years from which targets are taken. */
const HONEST_RUNS = 60;

/** Arms that a split plays: twelve cells, both plans as written, and a salary. */
export const COMBINATIONS = 15;

/**
 * Splits the difference between the reference and another plan into metric, target and curve: the bonus of
 * the reference with the metrics of the other, with targets that honest work reaches half the time,
 * and with the other's curve; one at a time, and all combinations. Conditions, multipliers, floors and caps
 * of components are left out of the combinations.
 *
 * @returns undefined if it was stopped before two runs were complete
 * @throws InputError if the arms do not pay the same person a bonus on metrics with targets
 * @example (await split(scenario, { arm: 'revenue-tied', replicates: 100 }))!.effects.target.meanDifference
 */
export async function split(
  scenario: RevenueScenario,
  options: AgainstReferenceOptions,
): Promise<HarmSplit | undefined> {
  checkCall(scenario, options, AGAINST_REFERENCE);
  const { executor = inlineExecutor, seed = scenario.seed, onProgress: tell = () => true } = options;
  const replicates = options.replicates ?? scenario.replicates;
  const [other] = namedArms(scenario, [options.arm], '--arm');
  const person = personOf(scenario, other);
  const bonuses = [scenario.reference, other].map((name) => bonusOf(scenario, name, person));
  tell(0, replicates, 'measuring honest work');
  const cache = new PreparationCache();
  await cache.measureBeliefs(
    bonuses.map(({ arm }) => arm.world),
    executor,
  );
  await cache.settleHabits(
    bonuses.map(({ arm }) => arm),
    executor,
  );
  const honest = bonuses.map((bonus) => honestTargets(bonus, cache, person, seed));
  const cells = bonuses.flatMap((bonus, b) =>
    TARGETS.flatMap((targets) =>
      CURVES.map((curve) => ({
        name: `cell-${b}-${targets}-${curve}`,
        metricsOf: bonus.arm.name,
        targets,
        curve,
        pay: cellPay(bonuses[0].pay, bonus, targets === 'honest' ? honest[b] : undefined, curve),
      })),
    ),
  );
  const all = withCells(scenario, bonuses, person, cells);
  const names = all.arms.map(({ name }) => name);
  const adapter = await adapterOf(all, names, cache, executor, () => 'none');
  const { steadyColumn, column, completed } = await sample(adapter.runs, {
    ...adapter,
    seed,
    executor,
    n: replicates,
    onReplicates: (done) => tell(done, replicates, 'running') !== false,
  });
  if (completed < LEAST_RUNS) return undefined;
  const runOf = (name: string) => adapter.runsOf[names.indexOf(name)].own;
  const profit = (name: string) => steadyColumn(runOf(name), AT_EQUAL_PAY);
  const reference = profit('as-reference');
  const otherCurve = curveOf(bonuses[1].components);
  const share = (name: string) => {
    const mean = (id: string) => column(runOf(name), id).reduce((sum, value) => sum + value, 0) / completed;
    const paid = mean('bonusPaidUsd');
    return paid > 0.5 ? Math.min(1, mean('bonusHollowUsd') / paid) : 0;
  };
  return {
    scenario: scenario.name,
    seed,
    replicates: completed,
    reference: scenario.reference,
    other,
    person,
    otherCurve,
    honestTargets: Object.fromEntries(bonuses.map(({ arm }, b) => [arm.name, honest[b]])),
    effects: effectsOf(profit, curveOf(bonuses[0].components), otherCurve),
    cells: cells.map(
      ({ name, metricsOf, targets, curve }): SplitCell => ({
        metricsOf,
        targets,
        curve,
        difference: pairedDifference(profit(name), reference, 'higher', cells.length)!,
        hollowShare: share(name),
      }),
    ),
  };
}

/** One change at a time from the reference, and what the changes do together beyond that. */
function effectsOf(
  profit: (name: string) => Float64Array,
  referenceCurve: CurveKind,
  otherCurve: CurveKind,
): HarmSplit['effects'] {
  const reference = profit('as-reference');
  const total = profit('as-other');
  const parts = [
    profit(`cell-0-honest-${referenceCurve}`),
    profit(`cell-1-written-${referenceCurve}`),
    profit(`cell-0-written-${otherCurve}`),
  ];
  const beyond = total.map(
    (value, i) => value - parts.reduce((sum, part) => sum + part[i] - reference[i], 0),
  );
  const from = (values: Float64Array) => pairedDifference(values, reference, 'higher', 1)!;
  return {
    target: from(parts[0]),
    metric: from(parts[1]),
    curve: from(parts[2]),
    interaction: from(beyond),
    total: from(total),
    salary: from(profit('as-salary')),
  };
}

/** Median of each metric over complete periods of honest runs, by metric. */
function honestTargets(
  { arm, components }: Bonus,
  cache: PreparationCache,
  person: string,
  seed: string,
): Record<string, number> {
  const maker = new ArmRunMaker(cache, { planners: [person], parts: [] });
  const runs = monthsOf(maker.honest(arm) ?? maker.own(arm), seed, HONEST_RUNS);
  return Object.fromEntries(
    components.map(({ metric, period }) => {
      const isRatio = METRICS.find(({ id }) => id === metric)?.denominator !== undefined;
      const months = MONTHS_IN[period];
      const values = runs.flatMap((run) => {
        const series = run.map(({ metrics }) => metrics[metric]?.reported ?? 0);
        return Array.from({ length: Math.floor(series.length / months) }, (_, p) => {
          const sum = series.slice(p * months, (p + 1) * months).reduce((all, value) => all + value, 0);
          return isRatio ? sum / months : sum;
        });
      });
      if (values.length === 0)
        refuse([
          {
            code: 'usage',
            path: 'question.horizonMonths',
            got: String(arm.world.horizonMonths),
            expected: `at least the ${months} months of a period of ${metric}`,
          },
        ]);
      values.sort((a, b) => a - b);
      return [metric, values[Math.floor(values.length / 2)]] as const;
    }),
  );
}

/** The company of the reference with an arm for every cell, for both plans as written, and for a salary. */
function withCells(
  scenario: RevenueScenario,
  [reference, other]: readonly Bonus[],
  person: string,
  cells: readonly { readonly name: string; readonly pay: PersonPlan }[],
): RevenueScenario {
  const { extends: _, titles: __, arms: ___, plans, question, ...world } = scenario.resolved;
  const written = plans as Record<string, object>;
  const others = written[reference.arm.plan];
  const own = [
    ...cells,
    { name: 'as-reference', pay: reference.pay },
    { name: 'as-other', pay: other.pay },
    { name: 'as-salary', pay: { baseUsdPerYear: reference.pay.baseUsdPerYear } },
  ];
  const { set } = reference.arm;
  const merged = {
    ...world,
    question: { ...(question as object), reference: 'as-reference', tell: [] },
    plans: Object.fromEntries(own.map(({ name, pay }) => [name, { ...others, [person]: pay }])),
    arms: Object.fromEntries(own.map(({ name }) => [name, { plan: name, set }])),
  };
  return asRevenue(parseScenario(JSON.stringify(merged)));
}
