import { describe } from '../../../statistics/describe.ts';
import { pairedDifference } from '../../../statistics/paired.ts';
import type { Blame, BlameRow } from '../../result/bundle.ts';
import type { Column } from '../../running/column.ts';

/** A cause of lost wins: the outcomes that it sums, which count wins (1) or losses (-1). */
interface Cause {
  readonly cause: string;
  readonly title: string;
  readonly ids: readonly string[];
  readonly sign: 1 | -1;
}

const CAUSES: readonly Cause[] = [
  {
    cause: 'own',
    title: 'Fewer deals that sellers found, or won of leads not ready',
    ids: ['ownWinsCount', 'unreadyWinsCount'],
    sign: 1,
  },
  { cause: 'fewer-ready', title: 'Fewer ready buyers found', ids: ['readyWinsCount'], sign: 1 },
  { cause: 'never-passed', title: 'Ready, but never passed', ids: ['lostNeverPassedCount'], sign: -1 },
  { cause: 'passed-late', title: 'Passed late', ids: ['lostPassedLateCount'], sign: -1 },
  { cause: 'no-time', title: 'Never called: sellers had no time', ids: ['lostNoTimeCount'], sign: -1 },
  { cause: 'not-believed', title: 'Never called: not believed in', ids: ['lostNotBelievedCount'], sign: -1 },
  { cause: 'cooled', title: 'Cooled while waiting', ids: ['lostCooledCount'], sign: -1 },
  { cause: 'worked-badly', title: 'Worked badly', ids: ['lostWorkedBadlyCount'], sign: -1 },
];
/** Outcomes with which each department would defend itself. */
const CLAIMS = {
  marketing: ['sqlsCount', 'leadsCount', 'leadsDroppedShare'],
  sales: ['unreadyCalledShare', 'sellingTimeWastedShare'],
} as const;

/** Expected wins lost against the benchmark, by cause; causes add up to the total in every replicate. */
export function blameOf(arm: string, own: number, best: number, column: Column): Blame {
  const means = (ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [id, describe(column(own, id))?.mean ?? 0]));
  const total = pairedDifference(
    column(best, 'expectedWinsCount'),
    column(own, 'expectedWinsCount'),
    'lower',
    1,
  );
  return {
    arm,
    rows: CAUSES.flatMap((cause) => rowOf(cause, own, best, column)),
    total: total ?? { n: 0, meanDifference: 0, se: 0, ci95: [0, 0], ci95Simultaneous: [0, 0] },
    claims: { marketing: means(CLAIMS.marketing), sales: means(CLAIMS.sales) },
  };
}

function rowOf({ cause, title, ids, sign }: Cause, own: number, best: number, column: Column): BlameRow[] {
  const [better, worse] = sign === 1 ? [best, own] : [own, best];
  const winsLost = pairedDifference(sumOf(better, ids, column), sumOf(worse, ids, column), 'lower', 1);
  return winsLost === undefined ? [] : [{ cause, title, winsLost }];
}

function sumOf(run: number, ids: readonly string[], column: Column): Float64Array {
  const sum = new Float64Array(column(run, ids[0]).length);
  for (const id of ids) {
    const values = column(run, id);
    for (let i = 0; i < sum.length; i++) sum[i] += values[i];
  }
  return sum;
}
