import { COUNTER, SOUND, TRUE } from '../../contract/counters.ts';
import { type FinishedRun, type OutcomeRecord, ratio } from '../../contract/outcome.ts';

/** Number of passed leads whose fate is known. */
function fates(run: FinishedRun): number {
  return run.total(COUNTER.dropped) + run.total(COUNTER.worked) + run.total(COUNTER.turnedDown);
}

/** Lead outcomes: volume, quality and fate, and what sales made of marketing's collateral. */
export const LEAD_OUTCOMES: readonly OutcomeRecord[] = [
  {
    id: 'sellingTimeWastedShare',
    title: 'Selling time wasted',
    unit: 'share',
    direction: 'lower',
    about: 'Hours spent on leads that were never ready, per hour worked.',
    measure: (run) => ratio(run.total(COUNTER.hoursWasted), run.total(COUNTER.hoursWorked)),
  },
  {
    id: 'leadsDroppedShare',
    title: 'Passed leads dropped',
    unit: 'share',
    direction: 'lower',
    about: 'Passed leads that nobody ever called, per passed lead whose fate is known.',
    measure: (run) => ratio(run.total(COUNTER.dropped), fates(run)),
  },
  {
    id: 'unreadyCalledShare',
    title: 'Leads called that were not ready',
    unit: 'share',
    direction: 'lower',
    about: 'Share of the leads that sellers called which turned out not to be ready.',
    measure: (run) => 1 - ratio(run.total(COUNTER.worked, SOUND), run.total(COUNTER.worked)),
  },
  {
    id: 'acceptedShare',
    title: 'Passed leads accepted',
    unit: 'share',
    direction: 'higher',
    about:
      'Passed leads that sales called and found ready, per passed lead whose fate is known. This, what inside sales turned down and the three reasons below add up to 1.',
    measure: (run) => ratio(run.total(COUNTER.accepted), fates(run)),
  },
  {
    id: 'turnedDownShare',
    title: 'Passed leads turned down by inside sales',
    unit: 'share',
    direction: 'neutral',
    about:
      'Passed leads that inside sales called and no seller heard of, per passed lead whose fate is known.',
    measure: (run) => ratio(run.total(COUNTER.turnedDown), fates(run)),
  },
  {
    id: 'rejectedNotReadyShare',
    title: 'Passed leads rejected, not ready',
    unit: 'share',
    direction: 'lower',
    about: 'Passed leads that sales called and entered as not ready, per passed lead whose fate is known.',
    measure: (run) => ratio(run.total(COUNTER.worked) - run.total(COUNTER.accepted), fates(run)),
  },
  {
    id: 'droppedNotBelievedShare',
    title: 'Passed leads dropped, not believed in',
    unit: 'share',
    direction: 'lower',
    about:
      'Passed leads that a seller looked at and did not think worth a call, per passed lead whose fate is known.',
    measure: (run) => ratio(run.total(COUNTER.disbelieved), fates(run)),
  },
  {
    id: 'droppedNoTimeShare',
    title: 'Passed leads dropped, no time',
    unit: 'share',
    direction: 'lower',
    about: 'Passed leads that no seller came to, per passed lead whose fate is known.',
    measure: (run) => ratio(run.total(COUNTER.dropped) - run.total(COUNTER.disbelieved), fates(run)),
  },
  {
    id: 'unreadySqlsShare',
    title: 'SQLs not sales-ready',
    unit: 'share',
    direction: 'lower',
    about: 'Share of reported SQLs that were not truly ready.',
    measure: (run) =>
      ratio(run.total(COUNTER.sqls) - run.total(COUNTER.sqls, SOUND), run.total(COUNTER.sqls)),
  },
  {
    id: 'visitsCount',
    title: 'Visits reported',
    unit: 'count',
    direction: 'neutral',
    about: 'Visits reported over the horizon.',
    measure: (run) => run.total(COUNTER.visits),
  },
  {
    id: 'trueVisitsCount',
    title: 'True visits',
    unit: 'count',
    direction: 'neutral',
    about: 'Visits without bought ones.',
    measure: (run) => run.total(COUNTER.visits, TRUE),
  },
  {
    id: 'leadsCount',
    title: 'Leads reported',
    unit: 'count',
    direction: 'neutral',
    about: 'Leads reported over the horizon.',
    measure: (run) => run.total(COUNTER.leads),
  },
  {
    id: 'trueLeadsCount',
    title: 'True leads',
    unit: 'count',
    direction: 'higher',
    about: 'Leads without bought ones.',
    measure: (run) => run.total(COUNTER.leads, TRUE),
  },
  {
    id: 'mqlsCount',
    title: 'MQLs',
    unit: 'count',
    direction: 'neutral',
    about: 'Marketing-qualified leads over the horizon.',
    measure: (run) => run.total(COUNTER.mqls),
  },
  {
    id: 'sqlsCount',
    title: 'SQLs reported',
    unit: 'count',
    direction: 'neutral',
    about: 'Leads passed to sales over the horizon.',
    measure: (run) => run.total(COUNTER.sqls),
  },
  {
    id: 'meetingsCount',
    title: 'Meetings arranged',
    unit: 'count',
    direction: 'higher',
    about: 'Meetings of leads with sellers that inside sales arranged.',
    measure: (run) => run.total(COUNTER.meetings),
  },
  {
    id: 'acceptedCount',
    title: 'Qualified by sales’ count',
    unit: 'count',
    direction: 'higher',
    about: 'Leads that sales followed up and found ready, over the horizon.',
    measure: (run) => run.total(COUNTER.accepted),
  },
  {
    id: 'opportunitiesCount',
    title: 'Opportunities',
    unit: 'count',
    direction: 'higher',
    about: 'Opportunities opened over the horizon.',
    measure: (run) => run.total(COUNTER.opportunities),
  },
  {
    id: 'pipelineUsd',
    title: 'Pipeline',
    unit: 'USD',
    direction: 'neutral',
    about: 'Value of the opportunities that opened, at list value.',
    measure: (run) => run.total(COUNTER.pipelineUsd, TRUE),
  },
  {
    id: 'collateralUnusedShare',
    title: 'Collateral unused',
    unit: 'share',
    direction: 'lower',
    about: 'Share of the collateral made that sales did not look at, or could not use.',
    measure: (run) =>
      ratio(run.total(COUNTER.piecesMade) - run.total(COUNTER.piecesUsed), run.total(COUNTER.piecesMade)),
  },
];
