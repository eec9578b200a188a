import type { Plan } from '../../model/plan.ts';
import type { LuckKey } from '../../random/luck.ts';
import { luckKey } from '../../random/luck.ts';
import { compileCompany, type LaterPlan } from '../../worlds/revenue/compile/company.ts';
import type { Beliefs, Signing } from '../../worlds/revenue/contract/beliefs.ts';
import type { Named } from '../../worlds/revenue/contract/parts.ts';
import type { Policy } from '../../worlds/revenue/contract/policy.ts';
import type { RevenueWorld } from '../../worlds/revenue/contract/world.ts';
import { SharedMarket } from '../../worlds/revenue/engine/sharedMarket.ts';
import { textbookOutcomes } from '../../worlds/textbook/outcomes.ts';
import type { TextbookResponse } from '../../worlds/textbook/respond.ts';
import { TextbookRun } from '../../worlds/textbook/run.ts';
import type { TextbookPlan, TextbookWorld } from '../../worlds/textbook/world.ts';

/** A company to simulate: its people's pay and beliefs, and deviations from free choice. Plain data. */
export interface RevenueRun {
  readonly kind: 'revenue';
  readonly name: string;
  readonly world: RevenueWorld;
  readonly pay: Plan;
  readonly later?: LaterPlan;
  readonly beliefs: Beliefs;
  readonly policy: Policy;
  /** How contracts were signed before play: as today, in all runs that are compared. */
  readonly signing: Signing;
  /** People with outcomes of their own: the same in all runs that are compared. */
  readonly named: Named;
}

/** Agents of a textbook world and their pay. Plain data. */
export interface TextbookRunSpec {
  readonly kind: 'textbook';
  readonly name: string;
  readonly world: TextbookWorld;
  readonly pay: TextbookPlan;
  /** The agents' response; equal in every replicate, so it is computed beforehand. */
  readonly answer: TextbookResponse;
}

/** What each replicate runs once. All runs of a sample are of one kind. */
export type RunSpec = RevenueRun | TextbookRunSpec;

/** Runs that share the random draws of a replicate, played one after another. */
export interface RunGroup {
  /** Number of outcomes per run. */
  readonly width: number;
  meet(luck: LuckKey): void;
  run(run: number, outcomes: Float64Array): void;
  /** Monthly books of a run's latest replicate, reused by the next one; empty if the world has no months. */
  monthsOf(run: number): Float64Array;
}

/**
 * Prepares runs that share random draws.
 *
 * @throws RangeError for runs of different kinds
 */
export function groupRuns(runs: readonly RunSpec[]): RunGroup {
  const companies = runs.filter((run) => run.kind === 'revenue');
  const agents = runs.filter((run) => run.kind === 'textbook');
  if (companies.length > 0 && agents.length > 0)
    throw new RangeError('runs of one sample must be of one kind of world');
  return agents.length > 0 ? groupAgents(agents) : groupCompanies(companies);
}

function groupAgents(agents: readonly TextbookRunSpec[]): RunGroup {
  const runs = agents.map(({ world, pay, answer }) => new TextbookRun(world, pay, answer));
  const none = new Float64Array(0);
  let met = luckKey('', 0);
  return {
    width: textbookOutcomes(agents[0].world).length,
    meet: (luck) => {
      met = luck;
    },
    run: (run, outcomes) => runs[run].play(met, outcomes),
    monthsOf: () => none,
  };
}

function groupCompanies(runs: readonly RevenueRun[]): RunGroup {
  const companies = runs.map(({ world, pay, beliefs, policy, later, named, signing }) =>
    compileCompany(world, pay, beliefs, { policy, later, named, signing }),
  );
  const shared = new SharedMarket(companies);
  return {
    width: companies[0].outcomes.length,
    meet: (luck) => shared.meet(luck),
    run: (run, outcomes) => shared.run(run, outcomes),
    monthsOf: (run) => shared.runners[run].state.books.months,
  };
}
