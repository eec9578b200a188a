import type { GamingHandle } from '../contract/lever.ts';
import { SLOTS } from './counters.ts';
import type { Metric } from './metrics/metric.ts';
import { TACTICS } from './tactics/index.ts';

/** Counters in which unqualified leads show once they are passed. */
const PASSED = [
  'sqls',
  'worked',
  'settled',
  'accepted',
  'dropped',
  'waits',
  'waitedDays',
  'meetings',
  'opportunities',
  'pipelineUsd',
  'marketingOpportunities',
  'marketingPipelineUsd',
  'effectiveness',
];
/** Counters in which an opportunity of sales shows once it is claimed. */
const CLAIMED = ['marketingOpportunities', 'marketingPipelineUsd', 'effectiveness'];
const CLAIMED_FOR = {
  field: ['fieldOpportunities', 'fieldPipelineUsd'],
  partner: ['channelOpportunities', 'channelPipelineUsd'],
};
/** Counters of three ledgers that games of sellers and inside sales report into. */
const BY_GAMES: Readonly<Record<string, readonly string[]>> = {
  'pad-activities': ['activities'],
  'hollow-meetings': ['meetings'],
  'keep-lost-deals': ['openPipelineUsd'],
  impressing: ['ratingSum'],
};

/** Counters that each gaming tactic and game reports into, by id. */
const REPORTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...TACTICS.flatMap(({ id, lever }) => {
    if (lever.kind !== 'gaming') return [];
    const counters = new Set<string>(BY_GAMES[id] ?? []);
    const add = (ids: readonly string[]) => {
      for (const each of ids) counters.add(each);
      return 1;
    };
    const handle: GamingHandle = {
      report: (counter) => void counters.add(counter),
      passUnqualified: () => add(PASSED),
      claimSalesDeals: (_, source) => add([...CLAIMED, ...(source === undefined ? [] : CLAIMED_FOR[source])]),
      soFar: (counter) => (counter === 'leads' ? 2 : 0),
    };
    lever.execute(handle, 1);
    return [[id, counters] as const];
  }),
  ...Object.entries(BY_GAMES)
    .filter(([id]) => TACTICS.every((tactic) => tactic.id !== id))
    .map(([id, counters]) => [id, new Set(counters)] as const),
]);

/** Ids of the tactics and games that make a metric's report differ from the truth. */
export function gamedBy({ numerator, denominator }: Metric): string[] {
  const moves = (counters: ReadonlySet<string>) =>
    counters.has(numerator) || (denominator !== undefined && counters.has(denominator));
  return [...REPORTS].filter(([, counters]) => moves(counters)).map(([id]) => id);
}

/** Whether a metric counts only what really happened: its counters are the same in all ledgers. */
export function isAlwaysTrue({ numerator, denominator }: Metric): boolean {
  return [numerator, denominator ?? numerator].every((id) => SLOTS.inThree[SLOTS.of.get(id)!] === 0);
}
