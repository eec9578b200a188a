import { COUNTER } from '../../contract/counters.ts';
import type { FinishedRun, OutcomeRecord } from '../../contract/outcome.ts';
import { BLAME } from '../../contract/tallies.ts';

const WINS = 'winsCount';

function expectedWins(run: FinishedRun): number {
  return (
    run.blame(BLAME.potential) -
    run.blame(BLAME.notPassed) -
    run.blame(BLAME.passedLate) -
    run.blame(BLAME.noTime) -
    run.blame(BLAME.notBelieved) -
    run.blame(BLAME.cooled) -
    run.blame(BLAME.workedBadly) +
    run.blame(BLAME.unreadyWins) +
    run.blame(BLAME.ownWins)
  );
}

/** Blame ledger: sources and losses of expected wins, with the luck of single deals averaged out. */
export const BLAME_OUTCOMES: readonly OutcomeRecord[] = [
  {
    id: 'expectedWinsCount',
    title: 'Deals to be expected',
    unit: 'count',
    direction: 'higher',
    about:
      'Expected wins from the leads and prospects of the horizon, the luck of single deals averaged out: what the blame ledger divides.',
    measure: expectedWins,
  },
  {
    id: 'readyWinsCount',
    title: 'Wins in ready leads',
    unit: 'count',
    direction: 'higher',
    about: 'Expected wins if every ready lead were called fresh.',
    partOf: { whole: WINS, sign: 1 },
    measure: (run) => run.blame(BLAME.potential),
  },
  {
    id: 'lostNeverPassedCount',
    title: 'Wins lost: ready, never passed',
    unit: 'count',
    direction: 'lower',
    about: 'Expected wins of ready leads that marketing never passed.',
    partOf: { whole: WINS, sign: -1 },
    measure: (run) => run.blame(BLAME.notPassed),
  },
  {
    id: 'lostPassedLateCount',
    title: 'Wins lost: passed late',
    unit: 'count',
    direction: 'lower',
    about: 'Expected wins that cooled before marketing passed the lead.',
    partOf: { whole: WINS, sign: -1 },
    measure: (run) => run.blame(BLAME.passedLate),
  },
  {
    id: 'lostNotBelievedCount',
    title: 'Wins lost: not believed in',
    unit: 'count',
    direction: 'lower',
    about:
      'Expected wins of ready leads that sellers did not think worth a call, or inside sales turned down.',
    partOf: { whole: WINS, sign: -1 },
    measure: (run) => run.blame(BLAME.notBelieved),
  },
  {
    id: 'lostNoTimeCount',
    title: 'Wins lost: no time to call',
    unit: 'count',
    direction: 'lower',
    about: 'Expected wins of ready leads that sales never called for want of time.',
    partOf: { whole: WINS, sign: -1 },
    measure: (run) => run.blame(BLAME.noTime),
  },
  {
    id: 'lostCooledCount',
    title: 'Wins lost: cooled',
    unit: 'count',
    direction: 'lower',
    about: 'Expected wins that cooled while sales let the lead wait.',
    partOf: { whole: WINS, sign: -1 },
    measure: (run) => run.blame(BLAME.cooled),
  },
  {
    id: 'lostWorkedBadlyCount',
    title: 'Wins lost: worked badly',
    unit: 'count',
    direction: 'lower',
    about: 'Expected wins of opportunities lost to neglect.',
    partOf: { whole: WINS, sign: -1 },
    measure: (run) => run.blame(BLAME.workedBadly),
  },
  {
    id: 'unreadyWinsCount',
    title: 'Wins from unready leads',
    unit: 'count',
    direction: 'neutral',
    about: 'Expected wins from leads that were not ready.',
    partOf: { whole: WINS, sign: 1 },
    measure: (run) => run.blame(BLAME.unreadyWins),
  },
  {
    id: 'ownWinsCount',
    title: 'Wins from own prospecting',
    unit: 'count',
    direction: 'neutral',
    about: 'Expected wins from opportunities that sales found itself.',
    partOf: { whole: WINS, sign: 1 },
    measure: (run) => run.blame(BLAME.ownWins),
  },
  {
    id: 'otherwiseWonCount',
    title: 'Wins by terms and timing',
    unit: 'count',
    direction: 'neutral',
    about:
      'Deals won, less those expected at the usual chance of their leads: the effect of collateral, promises, price and all-or-nothing terms, and the luck of single deals; deals still open are missing.',
    partOf: { whole: WINS, sign: 1 },
    measure: (run) => run.total(COUNTER.wins) - expectedWins(run),
  },
];
