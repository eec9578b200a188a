import type { Plan, PlanComponent } from '../../../model/plan.ts';
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
/** Steps of the search for the largest bonus that is kept, and how close it comes, as a share of the most. */
const MOST_STEPS = 8;
const CLOSE = 0.01;
/** People whose bonus is paid as far as the company has an interest to, and its discount per month. */
export function promisedBy(pay: Plan): { readonly name: string; readonly discountSharePerMonth: number }[] {
  return Object.entries(pay).flatMap(([name, { judged }]) => {
    const keeping = judged?.keeping;
    const discount = typeof keeping === 'object' ? keeping.discountSharePerMonth : undefined;
    return discount === undefined ? [] : [{ name, discountSharePerMonth: discount }];
  });
}

/**
 * Self-enforcing caps on bonuses that cannot be enforced in court: the largest bonus of a rating period that
 * the company has an interest to pay, in dollars, by person. After a broken promise nobody believes another.
 * Both sides know the cap, so that no promise is broken.
 *
 * Formula: the largest cap b that is at most W(b) = G(b) (1 - d) / d, the present value of a monthly gain
 * from the next month on at a discount d; 0 if there is none. G(b) is the difference between two companies on
 * the same luck, with deals at expected value: one in which this person's bonus is kept up to b and believed,
 * and one in which it is neither. It counts profit plus the person's net gain, pay less what earning it
 * takes: whoever gets no bonus stays only for a salary that makes up for it, so that pay itself is no gain.
 * The premium for risk is left out.
 *
 * @source Baker, Gibbons and Murphy, Quarterly Journal of Economics 109 (1994) 1125: subjective bonuses are
 * kept while they are below the discounted worth of trust; Levin, American Economic Review 93 (2003) 835: the
 * best contract that both keep pays up to that worth
 */
export function promiseWorths(world: RevenueWorld, pay: Plan, beliefs: Beliefs): Record<string, number> {
  const year = { ...world, horizonMonths: Math.min(MONTHS, world.horizonMonths) };
  return Object.fromEntries(
    promisedBy(pay).map(({ name, discountSharePerMonth: d }) => {
      const surplus = (plan: Plan) => surplusOf(year, plan, beliefs, name);
      const broken = surplus(withCap(pay, name, 0));
      const worthOf = (plan: Plan) => Math.max(0, ((surplus(plan) - broken) * (1 - d)) / d);
      return [name, largestKept((usd) => worthOf(withCap(pay, name, usd)))];
    }),
  );
}

/** The largest cap that is at most its own worth, by bisection from the worth without a cap. */
function largestKept(worthOf: (capUsd: number) => number): number {
  const most = worthOf(Infinity);
  if (most === 0 || worthOf(most) >= most * (1 - CLOSE)) return most;
  let kept = 0;
  let tooMuch = most;
  for (let step = 0; step < MOST_STEPS && tooMuch - kept > CLOSE * most; step++) {
    const usd = (kept + tooMuch) / 2;
    if (worthOf(usd) >= usd) kept = usd;
    else tooMuch = usd;
  }
  return kept;
}

/** Profit and a person's net gain together, in dollars a month. */
function surplusOf(year: RevenueWorld, plan: Plan, beliefs: Beliefs, name: string): number {
  const company = compileCompany(year, plan, beliefs, { policy: { expectedDeals: true } });
  const alone = new SharedMarket([company]);
  const outcomes = new Float64Array(company.outcomes.length);
  let sum = 0;
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    alone.meet(luckKey(SEED, replicate));
    alone.run(0, outcomes);
    sum += outcomeValue(company, outcomes, 'profitUsd') + outcomeValue(company, outcomes, netOutcomeOf(name));
  }
  return sum / REPLICATES / year.horizonMonths;
}

/** A plan in which bonuses are kept up to what each promise is worth. */
export function withPromises(pay: Plan, worths: Readonly<Record<string, number>>): Plan {
  return Object.entries(worths).reduce((plan, [name, usd]) => withCap(plan, name, usd), pay);
}

function withCap(plan: Plan, name: string, usd: number): Plan {
  const own = plan[name];
  const components = own.components?.map((component) =>
    component.metric === rating.id ? limitedTo(component, usd) : component,
  );
  return { ...plan, [name]: { ...own, components } };
}

function limitedTo(component: PlanComponent, usd: number): PlanComponent {
  return usd === Infinity ? component : { ...component, capUsd: Math.min(usd, component.capUsd ?? Infinity) };
}
