import type { OutcomeDefinition } from '../../model/metric.ts';

/** Expected wins by the fate of leads: the terms of the blame ledger. */
export const BLAME = {
  /** Ready leads whose fate is known, each at its chance when fresh. */
  potential: 0,
  /** Ready but never passed to sales. */
  notPassed: 1,
  passedLate: 2,
  neverWorked: 3,
  cooled: 4,
  workedBadly: 5,
  /** Wins expected from leads that were not ready. */
  unreadyWins: 6,
  /** Wins expected from own prospecting. */
  ownWins: 7,
} as const;
export const BLAME_COUNT = 8;

/** Sums over the months of play that outcomes are made from. */
export const TALLY = {
  bonusPaid: 0,
  bonusHollow: 1,
  bonusMonths: 2,
  wholeBonusMonths: 3,
  anyBonusMonths: 4,
  basePaid: 5,
  clawedBack: 6,
  repPay: 7,
  quotaMonths: 8,
  quotaReached: 9,
  attainment: 10,
  teamMonthsMissed: 11,
  quarters: 12,
  quartersMissed: 13,
  years: 14,
  yearsReached: 15,
  effortCost: 16,
  integrityCost: 17,
  firstExitMonth: 18,
  dismissals: 19,
  discoveries: 20,
  replacementCost: 21,
  penalty: 22,
  tailBookings: 23,
  repEffortSum: 24,
  bonusEarned: 25,
} as const;
export const TALLY_COUNT = 26;

/** Every outcome of the revenue engine, in the order in which runs store them. */
export const OUTCOMES = [
  { id: 'revenueUsd', title: 'Revenue', unit: 'USD', direction: 'higher', about: 'New business booked over the horizon.' },
  { id: 'marginUsd', title: 'Gross margin', unit: 'USD', direction: 'higher', about: 'Gross margin on new business and renewals.' },
  { id: 'profitUsd', title: 'Profit after all pay', unit: 'USD', direction: 'higher', about: 'Gross margin less pay of director and reps, marketing money and cost of replacements.' },
  { id: 'renewalUsd', title: 'Renewals', unit: 'USD', direction: 'higher', about: 'Contracts renewed over the horizon.' },
  { id: 'pipelineLeftUsd', title: 'Pipeline left', unit: 'USD', direction: 'higher', about: 'Expected value of opportunities still open at the end.' },
  { id: 'winsCount', title: 'Deals won', unit: 'count', direction: 'higher', about: 'Deals won over the horizon.' },
  { id: 'expectedWinsCount', title: 'Deals to be expected', unit: 'count', direction: 'higher', about: 'Wins to be expected from the leads and prospects of the horizon, the luck of single deals averaged out: what the blame ledger divides.' },
  { id: 'bonusPaidUsd', title: 'Bonus paid', unit: 'USD', direction: 'neutral', about: 'Bonus paid to the director, before clawback.' },
  { id: 'bonusHollowUsd', title: 'Bonus on hollow numbers', unit: 'USD', direction: 'lower', about: 'Part of the bonus that the true numbers would not have paid.' },
  { id: 'clawedBackUsd', title: 'Bonus clawed back', unit: 'USD', direction: 'neutral', about: 'Bonus paid back after discovery.' },
  { id: 'wholeBonusMonthsShare', title: 'Pay days with the whole bonus', unit: 'share', direction: 'neutral', about: 'Share of pay days on which the whole target bonus was paid. Undefined without a bonus.' },
  { id: 'anyBonusMonthsShare', title: 'Pay days with any bonus', unit: 'share', direction: 'neutral', about: 'Share of pay days on which any bonus was paid. Undefined without a bonus.' },
  { id: 'directorPayUsd', title: 'Director’s pay', unit: 'USD', direction: 'neutral', about: 'Salary and bonus of the director’s chair, less clawback.' },
  { id: 'directorNetUsd', title: 'Director’s pay less costs borne', unit: 'USD', direction: 'neutral', about: 'Director’s pay less own effort, integrity and sanctions, in dollars.' },
  { id: 'repPayUsd', title: 'Pay of all reps', unit: 'USD', direction: 'neutral', about: 'Salaries and commission of all reps.' },
  { id: 'quotaAttainmentShare', title: 'Quota attainment', unit: 'share', direction: 'higher', about: 'Bookings of a rep and month per quota, averaged.' },
  { id: 'repMonthsAtQuotaShare', title: 'Rep-months at quota', unit: 'share', direction: 'higher', about: 'Share of rep-months in which the rep made quota.' },
  { id: 'teamMonthsMissedShare', title: 'Months the team misses quota', unit: 'share', direction: 'lower', about: 'Share of months in which bookings fell short of all quotas together.' },
  { id: 'quartersMissedShare', title: 'Quarters the company misses its goal', unit: 'share', direction: 'lower', about: 'Share of quarters below a quarter of the annual goal. Undefined under three months.' },
  { id: 'annualGoalReachedShare', title: 'Annual goal reached', unit: 'share', direction: 'higher', about: 'Share of full years in which the revenue goal was reached. Undefined under twelve months.' },
  { id: 'sellingTimeWastedShare', title: 'Selling time wasted', unit: 'share', direction: 'lower', about: 'Hours spent on leads that were never ready, per hour worked.' },
  { id: 'leadsDroppedShare', title: 'Passed leads dropped', unit: 'share', direction: 'lower', about: 'Passed leads that nobody ever called, per passed lead whose fate is known.' },
  { id: 'hollowVisitsShare', title: 'Hollow visits', unit: 'share', direction: 'lower', about: 'Part of reported visits that gaming made.' },
  { id: 'hollowLeadsShare', title: 'Hollow leads', unit: 'share', direction: 'lower', about: 'Part of reported leads that gaming made.' },
  { id: 'hollowSqlsShare', title: 'Hollow SQLs', unit: 'share', direction: 'lower', about: 'Part of reported SQLs that gaming made.' },
  { id: 'hollowPipelineShare', title: 'Hollow marketing pipeline', unit: 'share', direction: 'lower', about: 'Part of reported marketing pipeline that gaming made.' },
  { id: 'unreadySqlsShare', title: 'SQLs not sales-ready', unit: 'share', direction: 'lower', about: 'Part of reported SQLs that were not truly ready.' },
  { id: 'visitsCount', title: 'Visits reported', unit: 'count', direction: 'neutral', about: 'Visits reported over the horizon.' },
  { id: 'trueVisitsCount', title: 'True visits', unit: 'count', direction: 'neutral', about: 'Visits without bought ones.' },
  { id: 'leadsCount', title: 'Leads reported', unit: 'count', direction: 'neutral', about: 'Leads reported over the horizon.' },
  { id: 'trueLeadsCount', title: 'True leads', unit: 'count', direction: 'higher', about: 'Leads without bought ones.' },
  { id: 'mqlsCount', title: 'MQLs', unit: 'count', direction: 'neutral', about: 'Marketing-qualified leads over the horizon.' },
  { id: 'sqlsCount', title: 'SQLs reported', unit: 'count', direction: 'neutral', about: 'Leads passed to sales over the horizon.' },
  { id: 'opportunitiesCount', title: 'Opportunities', unit: 'count', direction: 'higher', about: 'Opportunities opened over the horizon.' },
  { id: 'costPerWinUsd', title: 'Cost per deal won', unit: 'USD', direction: 'lower', about: 'All pay and marketing money per deal won. Undefined without a win.' },
  { id: 'marketShare', title: 'Market share', unit: 'share', direction: 'higher', about: 'Customers at the end per company that could buy.' },
  { id: 'customerSatisfactionScore', title: 'Customer satisfaction', unit: 'score', direction: 'higher', about: 'Mean satisfaction of buyers and of ready inquirers who were never called, 0 to 100.' },
  { id: 'churnShare', title: 'Customers lost at renewal', unit: 'share', direction: 'lower', about: 'Share of contracts that ran out and were not renewed. Undefined when none ran out.' },
  { id: 'customerLifetimeValueUsd', title: 'Customer lifetime value', unit: 'USD', direction: 'higher', about: 'Margin of a new customer until expected churn. Undefined without a win.' },
  { id: 'trustShare', title: 'Trust at the end', unit: 'share', direction: 'higher', about: 'Reps’ believed share of marketing’s leads that are ready, at the end.' },
  { id: 'repEffortShare', title: 'Effort of the reps', unit: 'share', direction: 'neutral', about: 'Selling effort as a multiple of the baseline.' },
  { id: 'tenureMonths', title: 'Tenure of the first director', unit: 'months', direction: 'neutral', about: 'Months the first director lasted within the horizon: the restricted mean, since it stops at the horizon.' },
  { id: 'dismissedShare', title: 'First director dismissed', unit: 'share', direction: 'neutral', about: 'Share of runs in which the first director was dismissed.' },
  { id: 'lostNeverPassedCount', title: 'Wins lost: ready, never passed', unit: 'count', direction: 'lower', about: 'Expected wins of ready leads that marketing never passed.' },
  { id: 'lostPassedLateCount', title: 'Wins lost: passed late', unit: 'count', direction: 'lower', about: 'Expected wins that cooled before marketing passed the lead.' },
  { id: 'lostNeverWorkedCount', title: 'Wins lost: never worked', unit: 'count', direction: 'lower', about: 'Expected wins of ready leads that sales never called.' },
  { id: 'lostCooledCount', title: 'Wins lost: cooled', unit: 'count', direction: 'lower', about: 'Expected wins that cooled while sales let the lead wait.' },
  { id: 'lostWorkedBadlyCount', title: 'Wins lost: worked badly', unit: 'count', direction: 'lower', about: 'Expected wins of opportunities that died of neglect.' },
  { id: 'readyWinsCount', title: 'Wins in ready leads', unit: 'count', direction: 'higher', about: 'Wins to be expected if every ready lead were called fresh.' },
  { id: 'unreadyWinsCount', title: 'Wins from unready leads', unit: 'count', direction: 'neutral', about: 'Expected wins from leads that were not ready.' },
  { id: 'ownWinsCount', title: 'Wins from own prospecting', unit: 'count', direction: 'neutral', about: 'Expected wins from opportunities that sales found itself.' },
] as const satisfies readonly OutcomeDefinition[];

export type OutcomeId = (typeof OUTCOMES)[number]['id'];
export const OUTCOME_COUNT = OUTCOMES.length;

/** Index of each outcome, for typed arrays. */
export const OUTCOME = Object.fromEntries(OUTCOMES.map((outcome, i) => [outcome.id, i])) as Readonly<Record<OutcomeId, number>>;
