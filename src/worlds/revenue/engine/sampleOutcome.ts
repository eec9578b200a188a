import { luckKey } from '../../../random/luck.ts';
import type { Company } from '../contract/company.ts';
import { outcomeValue } from '../contract/outcome.ts';
import { SharedMarket } from './sharedMarket.ts';

/**
 * Samples an outcome of companies with common random numbers.
 *
 * @param id of the outcome, in its own unit
 * @returns by company, one value per run; NaN where the outcome is undefined
 * @example const [usd] = sampleOutcome([company], 'profitUsd', 'seed', 100);
 */
export function sampleOutcome(
  companies: readonly Company[],
  id: string,
  seed: string,
  runs: number,
): Float64Array[] {
  const shared = new SharedMarket([...companies]);
  const outcomes = new Float64Array(companies[0].outcomes.length);
  const values = companies.map(() => new Float64Array(runs));
  for (let run = 0; run < runs; run++) {
    shared.meet(luckKey(seed, run));
    for (let c = 0; c < companies.length; c++) {
      shared.run(c, outcomes);
      values[c][run] = outcomeValue(companies[c], outcomes, id);
    }
  }
  return values;
}
