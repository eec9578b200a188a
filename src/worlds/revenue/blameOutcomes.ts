import type { OutcomeDefinition } from '../../model/metric.ts';

/** Where expected wins came from and were lost, luck of single deals averaged out: the blame ledger's raw material. */
export const BLAME_OUTCOMES = [
  {
    id: 'lostNeverPassedCount',
    title: 'Wins lost: ready, never passed',
    unit: 'count',
    direction: 'lower',
    about: 'Expected wins of ready leads that marketing never passed.',
  },
  {
    id: 'lostPassedLateCount',
    title: 'Wins lost: passed late',
    unit: 'count',
    direction: 'lower',
    about: 'Expected wins that cooled before marketing passed the lead.',
  },
  {
    id: 'lostNoTimeCount',
    title: 'Wins lost: no time to call',
    unit: 'count',
    direction: 'lower',
    about: 'Expected wins of ready leads that sales never called for want of time.',
  },
  {
    id: 'lostNotBelievedCount',
    title: 'Wins lost: not believed in',
    unit: 'count',
    direction: 'lower',
    about:
      'Expected wins of ready leads that sellers did not think worth a call, or inside sales turned down.',
  },
  {
    id: 'lostCooledCount',
    title: 'Wins lost: cooled',
    unit: 'count',
    direction: 'lower',
    about: 'Expected wins that cooled while sales let the lead wait.',
  },
  {
    id: 'lostWorkedBadlyCount',
    title: 'Wins lost: worked badly',
    unit: 'count',
    direction: 'lower',
    about: 'Expected wins of opportunities that died of neglect.',
  },
  {
    id: 'readyWinsCount',
    title: 'Wins in ready leads',
    unit: 'count',
    direction: 'higher',
    about: 'Wins to be expected if every ready lead were called fresh.',
  },
  {
    id: 'unreadyWinsCount',
    title: 'Wins from unready leads',
    unit: 'count',
    direction: 'neutral',
    about: 'Expected wins from leads that were not ready.',
  },
  {
    id: 'ownWinsCount',
    title: 'Wins from own prospecting',
    unit: 'count',
    direction: 'neutral',
    about: 'Expected wins from opportunities that sales found itself.',
  },
  {
    id: 'otherwiseWonCount',
    title: 'Wins by terms and timing',
    unit: 'count',
    direction: 'neutral',
    about:
      'Deals won, less those to be expected at the usual chance of their leads: what collateral, promises, price and all-or-nothing terms did, and the luck of single deals; deals still open are missing.',
  },
] as const satisfies readonly OutcomeDefinition[];
