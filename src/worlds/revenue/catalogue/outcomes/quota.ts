import { COUNTER } from '../../contract/counters.ts';
import { type OutcomeRecord, ratio } from '../../contract/outcome.ts';
import { TALLY } from '../../contract/tallies.ts';

/** Outcomes on deals, quotas and goals. */
export const QUOTA_OUTCOMES: readonly OutcomeRecord[] = [
  {
    id: 'winsCount',
    title: 'Deals won',
    unit: 'count',
    direction: 'higher',
    about: 'Deals won over the horizon.',
    measure: (run) => run.total(COUNTER.wins),
  },
  {
    id: 'winsOfDecidedShare',
    title: 'Deals won of those decided',
    unit: 'share',
    direction: 'higher',
    about: 'Deals won per deal decided, won or lost, over the horizon. Undefined if none was decided.',
    measure: (run) => ratio(run.total(COUNTER.wins), run.total(COUNTER.decided)),
  },
  {
    id: 'daysToWin',
    title: 'Days to a win',
    unit: 'days',
    direction: 'neutral',
    about: 'Mean working days from opportunity to win, of the deals won in play. Undefined without a win.',
    measure: (run) => ratio(run.tally(TALLY.winDays), run.tally(TALLY.winWeight)),
  },
  {
    id: 'ownWinsShare',
    title: 'Deals without marketing',
    unit: 'share',
    direction: 'neutral',
    about: 'Share of the deals won that sellers entered as found by themselves.',
    measure: (run) => ratio(run.total(COUNTER.ownWins), run.total(COUNTER.wins)),
  },
  {
    id: 'quotaAttainmentShare',
    title: 'Quota attainment',
    unit: 'share',
    direction: 'higher',
    about: 'Bookings of the sellers per dollar of their quotas.',
    measure: (run) => ratio(run.tally(TALLY.bookedByFilled), run.tally(TALLY.quotaOfFilled)),
  },
  {
    id: 'repMonthsAtQuotaShare',
    title: 'Rep-months at quota',
    unit: 'share',
    direction: 'higher',
    about: 'Share of rep-months in which the rep made quota.',
    measure: (run) => ratio(run.tally(TALLY.quotaReached), run.tally(TALLY.quotaMonths)),
  },
  {
    id: 'bestFifthShare',
    title: 'Bookings of the best fifth',
    unit: 'share',
    direction: 'neutral',
    about: 'Share of the bookings from the best fifth of the sellers’ positions, one at least.',
    measure: (run) => run.floor.bestFifthShare,
  },
  {
    id: 'teamMonthsMissedShare',
    title: 'Months the team misses quota',
    unit: 'share',
    direction: 'lower',
    about: 'Share of months in which bookings fell short of all quotas together.',
    measure: (run) => run.tally(TALLY.teamMonthsMissed) / run.months,
  },
  {
    id: 'quartersMissedShare',
    title: 'Quarters the company misses its goal',
    unit: 'share',
    direction: 'lower',
    about: 'Share of quarters below a quarter of the annual goal. Undefined under three months.',
    measure: (run) => ratio(run.tally(TALLY.quartersMissed), run.tally(TALLY.quarters)),
  },
  {
    id: 'annualGoalReachedShare',
    title: 'Annual goal reached',
    unit: 'share',
    direction: 'higher',
    about: 'Share of full years in which the revenue goal was reached. Undefined under twelve months.',
    measure: (run) => ratio(run.tally(TALLY.yearsReached), run.tally(TALLY.years)),
  },
];
