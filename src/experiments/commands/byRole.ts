import { canonicalJson } from '../../core/canonicalJson.ts';
import { refuse, showValue } from '../../core/messages.ts';
import { ownValue } from '../../core/ownValue.ts';
import type { Plan } from '../../model/plan.ts';
import type { RevenueArm, RevenueScenario } from '../../scenario/scenario.ts';
import { type PairedDifference, pairedDifference } from '../../statistics/paired.ts';
import { OUTCOMES } from '../../worlds/revenue/catalogue/outcomes/index.ts';
import { bonusOutcomeOf } from '../../worlds/revenue/catalogue/outcomes/people.ts';
import { TACTICS } from '../../worlds/revenue/catalogue/tactics/index.ts';
import { peopleWith, tacticsOn } from '../../worlds/revenue/compile/roles.ts';
import type { PersonValues } from '../../worlds/revenue/contract/world.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import { adapterOf } from '../adapters/adapterOf.ts';
import { AT_EQUAL_PAY } from '../estimates/answer.ts';
import { inlineExecutor } from '../executors/inline.ts';
import type { ByRole, RoleHarm, RoleHolder, RolePart } from '../result/byRole.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { type Columns, sample } from '../running/sample.ts';
import type { RunSpec } from '../tasks/runSpec.ts';
import { AGAINST_REFERENCE, type AgainstReferenceOptions, LEAST_RUNS } from './againstReference.ts';
import { checkCall } from './checkOptions.ts';
import { namedArms } from './chosenArms.ts';

/** Sales pay beside that of planners. */
const SELLERS_PAY = 'repPayUsd';

/** Outcomes that say what a plan changed, and parts of profit. */
const LEVELS = ['trueLeadsCount', 'winsCount'] as const;
const SUMS = OUTCOMES.flatMap(({ id, partOf }) => (partOf?.whole === 'profitUsd' ? [id] : []));

/** Number of arms that {@link byRole} plays for a number of people. */
export const armsByRole = (people: number) => 2 + 3 * people;

/**
 * Splits the difference between two plans for a department by role: the plan of each person changed alone,
 * all together, and what they do together beyond that; and what each person’s gaming costs whom under both
 * plans, while the others keep their expectations. A tactic that several people share is removed for all of
 * them.
 *
 * @returns undefined if it was stopped before two runs were complete
 * @throws InputError if fewer than two people plan, or if the arms differ in more than their plans
 * @example (await byRole(scenario, { arm: 'revenue', replicates: 100 }))!.parts[0].alone.meanDifference
 */
export async function byRole(
  scenario: RevenueScenario,
  options: AgainstReferenceOptions,
): Promise<ByRole | undefined> {
  checkCall(scenario, options, AGAINST_REFERENCE);
  const { executor = inlineExecutor, seed = scenario.seed, onProgress: tell = () => true } = options;
  const replicates = options.replicates ?? scenario.replicates;
  const [other] = namedArms(scenario, [options.arm], '--arm');
  const pair = [scenario.reference, other].map((name) => scenario.arms.find((arm) => arm.name === name)!);
  const people = peopleIn(pair[0]);
  checkPair(pair, people);
  const arms = [...pair, ...people.map(({ name }) => withPlanOf(pair[0], pair[1].pay, name))];
  const all = { ...scenario, arms };
  const names = arms.map(({ name }) => name);
  tell(0, replicates, 'measuring what work does');
  const adapter = await adapterOf(all, names, new PreparationCache(), executor, () => 'none');
  const runOf = (a: number) => adapter.runsOf[a].own;
  const honest = [0, 1].flatMap((a) => people.map(({ name }) => withoutGaming(adapter.runs[runOf(a)], name)));
  const sampled = await sample([...adapter.runs, ...honest], {
    ...adapter,
    seed,
    executor,
    n: replicates,
    onReplicates: (done) => tell(done, replicates, 'running') !== false,
  });
  const { steadyColumn, column, completed } = sampled;
  if (completed < LEAST_RUNS) return undefined;
  const profit = (a: number) => steadyColumn(runOf(a), AT_EQUAL_PAY);
  const holders = people.map(({ name, role }) => ({ person: name, role }));
  // Each row of the matrix: the company, all sellers, and each marketer.
  const cells = holders.length * (holders.length + 2);
  const harmsUnder = (arm: number) =>
    holders.map((holder, i): RoleHarm => {
      const without = adapter.runs.length + arm * holders.length + i;
      const of = (id: string) =>
        pairedDifference(column(runOf(arm), id), column(without, id), 'higher', cells)!;
      return {
        ...holder,
        company: pairedDifference(profit(arm), steadyColumn(without, AT_EQUAL_PAY), 'higher', cells)!,
        sellers: of(SELLERS_PAY),
        bonuses: people.map(({ name }) => of(bonusOutcomeOf(name))),
      };
    });
  const contrasts = people.length + 2;
  const from = (values: Float64Array): PairedDifference =>
    pairedDifference(values, profit(0), 'higher', contrasts)!;
  const changed = people.map((_, i) => profit(2 + i));
  const beyond = profit(1).map(
    (value, r) => value - changed.reduce((sum, one) => sum + one[r] - profit(0)[r], 0),
  );
  return {
    scenario: scenario.name,
    seed,
    replicates: completed,
    reference: scenario.reference,
    other,
    people: holders,
    parts: holders.map((holder, i) => ({
      ...holder,
      alone: from(changed[i]),
      ...changeOf({ adapter, sampled, arms }, holder.person, 2 + i),
    })),
    interaction: from(beyond),
    total: from(profit(1)),
    harms: { reference: harmsUnder(0), other: harmsUnder(1) },
  };
}

/** Runs of the reference, which is the first arm, and of others. */
interface Played {
  readonly adapter: WorldAdapter;
  readonly sampled: Columns;
  readonly arms: readonly RevenueArm[];
}

/** What is different for a person, and in profit, under an arm. */
function changeOf(
  { adapter, sampled, arms }: Played,
  person: string,
  arm: number,
): Omit<RolePart, 'alone' | keyof RoleHolder> {
  const { column, completed } = sampled;
  const runOf = (a: number) => adapter.runsOf[a].own;
  const workOf = (a: number) => {
    const { incentives = [] } = adapter.story(a, column, sampled.monthSums(runOf(a)), completed);
    return incentives.find((each) => each.person === person)?.work ?? [];
  };
  const both = <Value>(of: (a: number) => Value) => ({ before: of(0), after: of(arm) });
  const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const difference = (id: string) =>
    pairedDifference(column(runOf(arm), id), column(runOf(0), id), 'higher', SUMS.length)!;
  return {
    paidOn: both((a) => (ownValue(arms[a].pay, person)?.components ?? []).map(({ metric }) => metric)),
    work: both(workOf),
    levels: Object.fromEntries(LEVELS.map((id) => [id, both((a) => meanOf(column(runOf(a), id)))])),
    sums: Object.fromEntries(SUMS.map((id) => [id, difference(id)])),
  };
}

/** Everybody who plans in an arm. */
export function peopleIn({ world }: RevenueArm): PersonValues[] {
  return peopleWith(world, 'planner');
}

function checkPair([reference, other]: readonly RevenueArm[], people: readonly PersonValues[]): void {
  const usage = (got: string, expected: string) => refuse([{ code: 'usage', path: '--arm', got, expected }]);
  if (people.length < 2)
    usage(`${people.length} in marketing`, 'a company with at least two people in marketing');
  if (other === reference) usage(showValue(other.name), 'an arm other than the reference');
  if (canonicalJson(reference.world) !== canonicalJson(other.world))
    usage(showValue(other.name), 'an arm that differs from the reference only in its plan');
  if (reference.later !== undefined || other.later !== undefined)
    usage(showValue(other.name), 'arms whose plans do not change during the run');
}

/** An arm in which one person has the plan of another arm. */
function withPlanOf(arm: RevenueArm, pay: Plan, person: string): RevenueArm {
  const own = ownValue(pay, person);
  const { [person]: _, ...others } = arm.pay;
  return {
    ...arm,
    name: `plan-of-${person}`,
    pay: own === undefined ? others : { ...others, [person]: own },
  };
}

/** A run in which one person cannot game; the others do not anticipate this. */
function withoutGaming(run: RunSpec, person: string): RunSpec {
  if (run.kind !== 'revenue') return run;
  const holder = run.world.people.find(({ name }) => name === person)!;
  const without = TACTICS.filter(
    ({ id, lever }) => lever.kind === 'gaming' && tacticsOn(holder).includes(id),
  );
  return { ...run, policy: { ...run.policy, without: without.map(({ id }) => id) } };
}
