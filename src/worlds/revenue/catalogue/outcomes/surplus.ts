import type { FinishedRun, OutcomeRecord } from '../../contract/outcome.ts';
import { PERSON, TALLY } from '../../contract/tallies.ts';
import { profitBeforePay } from './money.ts';

/** Effort of sellers, and effort and money of marketers for work and gaming, in dollars. */
function effortCost(run: FinishedRun): number {
  let usd = run.tally(TALLY.sellerEffort);
  for (let row = 0; row < run.planners; row++)
    usd += run.person(row, PERSON.effortCost) + run.person(row, PERSON.gamingEffort);
  return usd;
}

/** Margin of the open deals, each at its chance. */
function openMargin(run: FinishedRun): number {
  return run.world.customers.marginShare * run.floor.openDeals.usd;
}

/** Joint surplus, the objective of the benchmark, and the cost of effort in it. */
export const SURPLUS_OUTCOMES: readonly OutcomeRecord[] = [
  {
    id: 'effortCostUsd',
    title: 'Cost of effort',
    unit: 'USD',
    direction: 'lower',
    about:
      'What effort other than the usual costs sellers and marketers, with the time and money that marketers spend on gaming.',
    measure: effortCost,
  },
  {
    id: 'surplusUsd',
    title: 'Joint surplus',
    unit: 'USD',
    direction: 'higher',
    about:
      'Profit before pay, plus the expected margin of open deals, less the cost of effort; without conscience, sanctions, sellers’ own costs of gaming and the later value of customers.',
    measure: (run) => profitBeforePay(run) + openMargin(run) - effortCost(run),
  },
];
