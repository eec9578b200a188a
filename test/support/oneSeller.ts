import { expect } from 'vitest';
import type { PersonPlan } from '../../src/model/plan.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { compileCompany } from '../../src/worlds/revenue/compile/company.ts';
import type { Beliefs } from '../../src/worlds/revenue/contract/beliefs.ts';
import type { Company } from '../../src/worlds/revenue/contract/company.ts';
import { COUNTER } from '../../src/worlds/revenue/contract/counters.ts';
import { measureBeliefs } from '../../src/worlds/revenue/preparation/measureBeliefs.ts';

/** Variable pay of a seller. */
export type SellerPay = Omit<PersonPlan, 'baseUsdPerYear'>;

/**
 * Companies whose sellers have a pay without base, for looking at how they value it. All believe what was
 * measured in the first.
 *
 * @param person more settings of the sellers, by name
 */
export function companiesOf(person: Readonly<Record<string, number>> = {}) {
  let beliefs: Beliefs | undefined;
  return (pay: SellerPay, sales: Readonly<Record<string, number>>): Company => {
    const { arms } = parseRevenueScenario(`schemaVersion: 1
name: One seller
extends: preset:midmarket-software
question: { horizonMonths: 12, outcome: revenueUsd, replicates: 2 }
people:
  director: { role: marketing-director, motive: honest }
  reps: ${JSON.stringify({ role: 'account-executive', ...person })}
sales: ${JSON.stringify(sales)}
plans:
  plan: { reps: ${JSON.stringify({ baseUsdPerYear: 0, ...pay })} }
`);
    const [{ world, pay: plan }] = arms;
    beliefs ??= measureBeliefs(world);
    expect(beliefs.baseline[COUNTER.wins]).toBeGreaterThan(0);
    return compileCompany(world, plan, beliefs);
  };
}
