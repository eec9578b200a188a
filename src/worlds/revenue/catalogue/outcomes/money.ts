import { COUNTER } from '../../contract/counters.ts';
import { type FinishedRun, type OutcomeRecord, ratio } from '../../contract/outcome.ts';
import { PERSON, TALLY } from '../../contract/tallies.ts';

const PROFIT = 'profitUsd';

function revenue(run: FinishedRun): number {
  return run.total(COUNTER.bookingsUsd) + run.tail(COUNTER.bookingsUsd);
}

function newMargin(run: FinishedRun): number {
  const gap = run.total(COUNTER.marginGapUsd) + run.tail(COUNTER.marginGapUsd);
  return run.world.customers.marginShare * revenue(run) - gap;
}

function renewalMargin(run: FinishedRun): number {
  return run.world.customers.marginShare * run.customers.renewalUsd;
}

/** Salary and bonus of one planner's position, net of clawback, in dollars. */
export function plannerPay(run: FinishedRun, row: number): number {
  return (
    run.person(row, PERSON.basePaid) + run.person(row, PERSON.bonusPaid) - run.person(row, PERSON.clawedBack)
  );
}

/** Pay of marketers, sellers, inside sales and sales managers, in dollars. */
function allPay(run: FinishedRun): number {
  let pay = 0;
  for (let row = 0; row < run.planners; row++) pay += plannerPay(run, row);
  return pay + run.tally(TALLY.sellerPay) + run.tally(TALLY.callerPay) + run.tally(TALLY.judgePay);
}

/** Total pay, marketing spend, and the cost of hiring and replacement, in dollars. */
function costs(run: FinishedRun): number {
  return allPay(run) + otherCosts(run);
}

/** Costs other than pay, in dollars. */
function otherCosts(run: FinishedRun): number {
  return run.total(COUNTER.marketingSpendUsd) + turnoverCost(run) + run.tally(TALLY.judging) + auditCost(run);
}

/** Profit with all pay added back, in dollars. */
function profitBeforePay(run: FinishedRun): number {
  return newMargin(run) + renewalMargin(run) - otherCosts(run);
}

/** Profit with contracts valued when they are signed, and open deals at their expected value, in dollars. */
function economicProfit(run: FinishedRun): number {
  return economicProfitBeforePay(run) - allPay(run) - run.owedUsd;
}

/** Economic profit with all pay added back, in dollars. */
export function economicProfitBeforePay(run: FinishedRun): number {
  const opened = run.floor.openDeals.marginUsd - run.tally(TALLY.openAtStart);
  const contracts = newMargin(run) + run.tally(TALLY.laterMargin) + run.tally(TALLY.keptMargin);
  return contracts + opened - otherCosts(run);
}

function auditCost(run: FinishedRun): number {
  return run.tally(TALLY.targetedAudits) * run.world.governance.targetedAuditUsd;
}

function turnoverCost(run: FinishedRun): number {
  return run.tally(TALLY.replacementCost) + run.tally(TALLY.hiringCost);
}

/** Financial outcomes: revenue, margin, pay and profit. */
export const MONEY_OUTCOMES: readonly OutcomeRecord[] = [
  {
    id: 'revenueUsd',
    title: 'Revenue',
    unit: 'USD',
    direction: 'higher',
    about:
      'Bookings of new business over the horizon, and in the days simulated after it (calendar.tailDays).',
    measure: revenue,
  },
  {
    id: 'newMarginUsd',
    title: 'Gross margin on new business',
    unit: 'USD',
    direction: 'higher',
    about: 'Gross margin on new business: what it leaves after the cost of what is sold.',
    partOf: { whole: PROFIT, sign: 1 },
    measure: newMargin,
  },
  {
    id: 'renewalMarginUsd',
    title: 'Gross margin on renewals',
    unit: 'USD',
    direction: 'higher',
    about: 'Gross margin on renewed contracts.',
    partOf: { whole: PROFIT, sign: 1 },
    measure: renewalMargin,
  },
  {
    id: PROFIT,
    title: 'Profit after all pay',
    unit: 'USD',
    direction: 'higher',
    about:
      'Gross margin on new business and renewals, less pay of marketers, reps, inside sales and sales manager, marketing money, supervisors’ time for ratings and the cost of replacements and hiring.',
    measure: (run) => newMargin(run) + renewalMargin(run) - costs(run),
  },
  {
    id: 'economicProfitUsd',
    title: 'Economic profit',
    unit: 'USD',
    direction: 'higher',
    about:
      'Margin of contracts signed, with the discounted margin of their expected renewals; plus the change in the value of the open pipeline and the effect of retention work on renewals; less all costs and the deferred pay still owed. Renewals of earlier contracts are left out.',
    measure: economicProfit,
  },
  {
    id: 'laterMarginUsd',
    title: 'Expected renewal margin',
    unit: 'USD',
    direction: 'higher',
    about: 'Discounted margin of the expected renewals of contracts signed over the horizon.',
    measure: (run) => run.tally(TALLY.laterMargin),
  },
  {
    id: 'owedPayUsd',
    title: 'Deferred pay outstanding',
    unit: 'USD',
    direction: 'lower',
    about: 'Deferred pay that falls due after the last month.',
    measure: (run) => run.owedUsd,
  },
  {
    id: 'payUsd',
    title: 'Pay',
    unit: 'USD',
    direction: 'neutral',
    about: 'Salaries and variable pay of marketers, reps, inside sales and sales managers.',
    measure: allPay,
  },
  {
    id: 'profitBeforePayUsd',
    title: 'Profit before pay',
    unit: 'USD',
    direction: 'higher',
    about: 'Profit with all pay added back: a difference in it is a difference in profit at equal pay.',
    measure: profitBeforePay,
  },
  {
    id: 'renewalUsd',
    title: 'Renewals',
    unit: 'USD',
    direction: 'higher',
    about: 'Contracts renewed over the horizon.',
    measure: (run) => run.customers.renewalUsd,
  },
  {
    id: 'pipelineLeftUsd',
    title: 'Pipeline left',
    unit: 'USD',
    direction: 'higher',
    about: 'Expected value of opportunities still open at the end.',
    measure: (run) => run.floor.openDeals.usd,
  },
  {
    id: 'dealLuckUsd',
    title: 'Luck of deals',
    unit: 'USD',
    direction: 'neutral',
    about:
      'Bookings that the draws of single deals brought above the expectation of each when it was drawn: 0 on average.',
    measure: (run) => run.tally(TALLY.dealLuck),
  },
  {
    id: 'marketingSpendUsd',
    title: 'Marketing money',
    unit: 'USD',
    direction: 'neutral',
    about: 'Media, programmes and collateral, including what gaming cost the company.',
    partOf: { whole: PROFIT, sign: -1 },
    measure: (run) => run.total(COUNTER.marketingSpendUsd),
  },
  {
    id: 'repPayUsd',
    title: 'Pay of all reps',
    unit: 'USD',
    direction: 'neutral',
    about: 'Salaries and commission of all account executives.',
    partOf: { whole: PROFIT, sign: -1 },
    measure: (run) => run.tally(TALLY.sellerPay),
  },
  {
    id: 'insidePayUsd',
    title: 'Pay of inside sales',
    unit: 'USD',
    direction: 'neutral',
    about: 'Salaries of inside sales, and pay for meetings and opportunities.',
    partOf: { whole: PROFIT, sign: -1 },
    measure: (run) => run.tally(TALLY.callerPay),
  },
  {
    id: 'managerPayUsd',
    title: 'Pay of the sales manager',
    unit: 'USD',
    direction: 'neutral',
    about: 'Salary and share of the team’s bookings.',
    partOf: { whole: PROFIT, sign: -1 },
    measure: (run) => run.tally(TALLY.judgePay),
  },
  {
    id: 'turnoverCostUsd',
    title: 'Hiring and replacing',
    unit: 'USD',
    direction: 'lower',
    about: 'Cost of hiring sellers and of replacing dismissed marketers.',
    partOf: { whole: PROFIT, sign: -1 },
    measure: turnoverCost,
  },
  {
    id: 'judgingUsd',
    title: 'Performance reviews',
    unit: 'USD',
    direction: 'neutral',
    about: 'Cost of supervisors’ time for performance ratings.',
    partOf: { whole: PROFIT, sign: -1 },
    measure: (run) => run.tally(TALLY.judging),
  },
  {
    id: 'targetedAuditsUsd',
    title: 'Targeted audits',
    unit: 'USD',
    direction: 'neutral',
    about: 'Cost of audits after suspicious months.',
    partOf: { whole: PROFIT, sign: -1 },
    measure: auditCost,
  },
  {
    id: 'costPerWinUsd',
    title: 'Cost per deal won',
    unit: 'USD',
    direction: 'lower',
    about: 'All pay, marketing money and hiring costs per deal won. Undefined without a win.',
    measure: (run) => ratio(costs(run), run.total(COUNTER.wins)),
  },
];
