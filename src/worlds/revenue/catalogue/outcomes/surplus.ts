import type { FinishedRun, OutcomeRecord } from '../../contract/outcome.ts';
import { PERSON, TALLY } from '../../contract/tallies.ts';
import { economicProfitBeforePay } from './money.ts';

/** Effort of sellers, and effort and money of marketers for work and gaming, in dollars. */
function effortCost(run: FinishedRun): number {
  let usd = run.tally(TALLY.sellerEffort);
  for (let row = 0; row < run.planners; row++)
    usd += run.person(row, PERSON.effortCost) + run.person(row, PERSON.gamingEffort);
  return usd;
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
      'Economic profit before pay, less the cost of effort; without conscience, sanctions and sellers’ own costs of gaming.',
    measure: (run) => economicProfitBeforePay(run) - effortCost(run),
  },
];
