import type { Plan } from '../../../model/plan.ts';
import { luckKey } from '../../../random/luck.ts';
import { rating } from '../catalogue/metrics/rating.ts';
import { netOutcomeOf } from '../catalogue/outcomes/people.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import { outcomeValue } from '../contract/outcome.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { SharedMarket } from '../engine/sharedMarket.ts';

const SEED = 'promise';
const REPLICATES = 24;
/** Maximum number of months over which a promise is valued. */
const MONTHS = 12;
/** People whose bonus is kept as far as that pays the company, with the company's discount per month. */
export function promisedBy(pay: Plan): { readonly name: string; readonly discountSharePerMonth: number }[] {
  return Object.entries(pay).flatMap(([name, { judged }]) => {
    const keeping = judged?.keeping;
    return typeof keeping === 'object' && 'discountSharePerMonth' in keeping
      ? [{ name, discountSharePerMonth: keeping.discountSharePerMonth }]
      : [];
  });
}

/**
 * What keeping promises is worth to the company: the largest bonus of a rating period that it pays, in
 * dollars, by person. A promise that is broken is believed no more. Both sides know how much is kept, so that
 * it is a cap: nobody is promised more.
 *
 * Formula: W = G (1 - d) / d, the present value of a monthly gain G from the next month on at a discount d. G
 * is the difference between two companies on the same luck, with deals at expected value: one in which
 * everybody's bonus is kept and believed, and one in which this person's is neither. It counts profit plus
 * the person's net gain, pay less what earning it takes: whoever gets no bonus stays only for a salary that
 * makes up for it, so that pay itself is no gain. The premium for risk is left out.
 *
 * @source Baker, Gibbons and Murphy, Quarterly Journal of Economics 109 (1994) 1125: subjective bonuses are
 * kept while they are below the discounted worth of trust; Levin, American Economic Review 93 (2003) 835: the
 * best contract that both keep pays up to that worth
 */
export function promiseWorths(world: RevenueWorld, pay: Plan, beliefs: Beliefs): Record<string, number> {
  const year = { ...world, horizonMonths: Math.min(MONTHS, world.horizonMonths) };
  const promised = promisedBy(pay);
  const plans = [pay, ...promised.map(({ name }) => withCap(pay, name, 0))];
  const companies = plans.map((plan) =>
    compileCompany(year, plan, beliefs, { policy: { expectedDeals: true } }),
  );
  const shared = new SharedMarket(companies);
  const outcomes = new Float64Array(companies[0].outcomes.length);
  const worth = companies.map(() => new Float64Array(promised.length));
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    shared.meet(luckKey(SEED, replicate));
    companies.forEach((company, i) => {
      shared.run(i, outcomes);
      const profit = outcomeValue(company, outcomes, 'profitUsd');
      promised.forEach(({ name }, person) => {
        const net = outcomeValue(company, outcomes, netOutcomeOf(name));
        worth[i][person] += (profit + net) / REPLICATES / year.horizonMonths;
      });
    });
  }
  return Object.fromEntries(
    promised.map(({ name, discountSharePerMonth: d }, i) => [
      name,
      Math.max(0, ((worth[0][i] - worth[i + 1][i]) * (1 - d)) / d),
    ]),
  );
}

/** A plan in which bonuses are kept up to what each promise is worth. */
export function withPromises(pay: Plan, worths: Readonly<Record<string, number>>): Plan {
  return Object.entries(worths).reduce((plan, [name, usd]) => withCap(plan, name, usd), pay);
}

function withCap(plan: Plan, name: string, usd: number): Plan {
  const own = plan[name];
  const components = own.components?.map((component) =>
    component.metric === rating.id
      ? { ...component, capUsd: Math.min(usd, component.capUsd ?? Infinity) }
      : component,
  );
  return { ...plan, [name]: { ...own, components } };
}
