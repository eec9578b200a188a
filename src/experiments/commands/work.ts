import { type LoadOptions, parseScenario } from '../../scenario/load.ts';
import { type RevenueScenario, referenceOf, type Scenario } from '../../scenario/scenario.ts';
import { WorkEstimate } from '../adapters/workEstimate.ts';
import { SENSITIVITY_REPLICATES } from './assumptions.ts';
import { OUTLOOKS, USUAL_TRIES } from './backsolveOptions.ts';
import type { BestOptions } from './best.ts';
import { DEFAULT_MOST } from './best.ts';
import { armsByRole, peopleIn } from './byRole.ts';
import { chosenArms, namedArms } from './chosenArms.ts';
import type { CompareOptions } from './compare.ts';
import { MOST_ROUNDS } from './heldSalaries.ts';
import { DEFAULT_EVALUATIONS, DEFAULT_REPLICATES, MEASURED_TIMES, type OptimiseOptions } from './optimise.ts';
import { wantedBy } from './playArms.ts';
import { COMBINATIONS } from './split.ts';
import { isSplittable } from './splitBonus.ts';
import { LEAST_SPLIT_RUNS, SPLIT_RUNS } from './splitOfAnswer.ts';
import type { GridAxis } from './sweep.ts';
import { pointAt, pointsOf } from './sweep.ts';

/** Estimated seconds of one core that a comparison takes at most. */
export function workOfCompare(scenario: Scenario, options: CompareOptions = {}): number {
  const arms = chosenArms(scenario, options.arms);
  const replicates = options.replicates ?? scenario.replicates;
  const own = new WorkEstimate().seconds(scenario, { arms, wanted: wantedBy(scenario, options), replicates });
  // Each end of a range is a company of its own.
  const ends = arms.length > 1 ? 2 * (options.sensitivity ?? 0) : 0;
  const [changed] = arms.filter((name) => name !== scenario.reference);
  const pair = changed === undefined ? arms : [changed, referenceOf(scenario, changed)];
  const wanted = () => 'none' as const;
  const splits =
    ends > 0 &&
    replicates >= LEAST_SPLIT_RUNS &&
    scenario.kind === 'revenue' &&
    arms.some((name) => isSplittable(scenario, name));
  // Where turnover responds to pay, held salaries are found by running again.
  const affectsRuns =
    scenario.kind === 'revenue' &&
    scenario.arms.some(({ world }) => world.marketing.turnoverSharePerYear > 0);
  const plays = options.hold !== undefined && affectsRuns ? 1 + MOST_ROUNDS : 1;
  return (
    plays * own +
    ends * new WorkEstimate().seconds(scenario, { arms: pair, wanted, replicates: SENSITIVITY_REPLICATES }) +
    (splits ? workOfSplit(scenario, Math.min(SPLIT_RUNS, replicates)) : 0)
  );
}

/** Seconds of one core beyond which inputs are tested only if that is asked for: twenty minutes of two. */
const COSTLY_S = 2400;

/** Number of inputs that are tested if nobody says: `most`, or none where that would take long. */
export function usuallyTested(scenario: Scenario, options: CompareOptions, most: number): number {
  return workOfCompare(scenario, { ...options, sensitivity: most }) > COSTLY_S ? 0 : most;
}

/** Estimated seconds of one core that a sweep takes, from its first two points. */
export function workOfSweep(
  text: string,
  axes: readonly GridAxis[],
  load: LoadOptions = {},
  options: CompareOptions = {},
): number {
  const estimate = new WorkEstimate();
  const [first, second = 0] = [0, 1].slice(0, pointsOf(axes)).map((index) => {
    const scenario = parseScenario(text, { ...load, set: { ...load.set, ...pointAt(axes, index) } });
    const arms = chosenArms(scenario, options.arms);
    const replicates = options.replicates ?? scenario.replicates;
    return estimate.seconds(scenario, { arms, wanted: () => 'none', replicates });
  });
  return first + (pointsOf(axes) - 1) * second;
}

/** Estimated seconds of one core that a selection takes if no arm is eliminated early. */
export function workOfBest(scenario: Scenario, options: BestOptions = {}): number {
  const arms = namedArms(scenario, options.arms);
  const replicates = options.maxReplicates ?? DEFAULT_MOST;
  return new WorkEstimate().seconds(scenario, { arms, wanted: () => 'none', replicates });
}

/** Estimated seconds of one core that a split takes: the reference's company under every combination. */
export function workOfSplit(scenario: Scenario, replicates: number): number {
  const arms = [scenario.reference];
  const runs = new WorkEstimate().seconds(scenario, {
    arms,
    wanted: () => 'none',
    replicates: replicates * COMBINATIONS,
  });
  const arm = scenario.kind === 'revenue' && scenario.arms.find(({ name }) => name === scenario.reference);
  // The plans of the combinations differ: people settle under each.
  return runs + (arm ? (COMBINATIONS - 1) * new WorkEstimate().settlingSeconds(arm) : 0);
}

/** Estimated seconds of one core that a split by role takes. */
export function workOfRoles(scenario: RevenueScenario, replicates: number): number {
  const arms = [scenario.reference];
  const people = peopleIn(scenario.arms.find(({ name }) => name === scenario.reference)!).length;
  return new WorkEstimate().seconds(scenario, {
    arms,
    wanted: () => 'none',
    replicates: replicates * armsByRole(people),
  });
}

/** Estimated seconds of one core that a search for a goal usually takes, no sellers added. */
export function workOfBacksolve(scenario: Scenario, arm: string, replicates: number): number {
  const seconds = (wanted: 'none' | 'gaming') =>
    new WorkEstimate().seconds(scenario, { arms: [arm], wanted: () => wanted, replicates });
  return USUAL_TRIES * seconds('none') + OUTLOOKS * seconds('gaming');
}

/** Estimated seconds of one core that a search takes if it uses all its evaluations. */
export function workOfOptimise(scenario: Scenario, options: OptimiseOptions = {}): number {
  const arms = [options.arm ?? scenario.reference];
  const replicates = options.replicates ?? DEFAULT_REPLICATES;
  const evaluations = options.evaluations ?? DEFAULT_EVALUATIONS;
  return new WorkEstimate().seconds(scenario, {
    arms,
    wanted: () => 'none',
    replicates: replicates * (evaluations + 2 * MEASURED_TIMES),
  });
}
