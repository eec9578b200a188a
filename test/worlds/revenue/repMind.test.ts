import { describe, expect, test } from 'vitest';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/company.ts';
import { MarketLuck } from '../../../src/worlds/revenue/marketLuck.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/measureBeliefs.ts';
import { OUTCOME_COUNT } from '../../../src/worlds/revenue/outcomes.ts';
import { RepMind } from '../../../src/worlds/revenue/repMind.ts';
import { Runner } from '../../../src/worlds/revenue/run.ts';
import { CATHERINE } from '../../support/catherine.ts';

const scenario = parseRevenueScenario(CATHERINE, { file: 'catherine.yaml', set: { 'sales.cycleDays': 3 } });
const { world } = scenario.arms[0];
const beliefs = measureBeliefs(world, false);
const reps = world.people.find((person) => person.role === 'account-executive')!.name;
const quota = world.sales.quotaUsdPerMonth;

/** A company whose reps are paid by the given commission, in the middle of its first month of play. */
function midMonth(commission: { rateShare: number; aboveQuotaRateShare?: number }) {
  const company = compileCompany(world, { [reps]: { baseUsdPerYear: 60_000, commission } }, beliefs);
  const market = new MarketLuck(world, company.days);
  market.fill(luckKey('reps', 0));
  const runner = new Runner(company, market);
  runner.run(new Float64Array(OUTCOME_COUNT));
  const { state } = runner;
  state.closeHead.fill(-1);
  state.workHead.fill(-1);
  state.day = company.warmUpDays + 15;
  const mind = new RepMind(company);
  return {
    state,
    effortAt: (bookedUsd: number): number => {
      state.repBookings.fill(bookedUsd);
      mind.decide(state, 15);
      return state.effort[0];
    },
  };
}

describe('the effort of an account executive', () => {
  test('under straight commission is one plus rate times bookings gained over the cost of effort, whatever is booked', () => {
    const { effortAt } = midMonth({ rateShare: 0.04 });
    // What effort books later is discounted, month by month.
    const { discountSharePerMonth, foresightMonths } = world.people.find((person) => person.name === reps)!;
    const gained = beliefs.bookingsPerEffortUsd.reduce(
      (sum, bookings, lag) =>
        sum + (lag > foresightMonths ? 0 : bookings * (1 - discountSharePerMonth) ** lag),
      0,
    );
    const wanted = Math.min(
      world.sales.effortMaxShare,
      1 + (0.04 * gained) / world.sales.effortCostUsdPerMonth,
    );
    expect(wanted).toBeGreaterThan(1.001);
    expect(effortAt(0)).toBeCloseTo(wanted, 12);
    expect(effortAt(3 * quota)).toBeCloseTo(wanted, 12);
  });

  test('under an accelerator is higher past the quota than far below it', () => {
    const { effortAt } = midMonth({ rateShare: 0.01, aboveQuotaRateShare: 0.08 });
    expect(effortAt(1.5 * quota)).toBeGreaterThan(effortAt(0) + 0.002);
  });

  test('without commission is the baseline, and under one that ends at the quota lower past it', () => {
    const { effortAt } = midMonth({ rateShare: 0, aboveQuotaRateShare: 0 });
    expect(effortAt(0)).toBe(1);
    const capped = midMonth({ rateShare: 0.08, aboveQuotaRateShare: 0 });
    expect(capped.effortAt(0)).toBeGreaterThan(capped.effortAt(2 * quota) + 0.002);
  });

  test('counts on open opportunities that are decided before the month ends', () => {
    const { state, effortAt } = midMonth({ rateShare: 0.01, aboveQuotaRateShare: 0.08 });
    const without = effortAt(0.8 * quota);
    const o = state.newOpportunity();
    state.oppOpened[o] = state.day - 2;
    state.oppValue[o] = 4 * quota;
    state.oppFit[o] = 0;
    state.oppReadiness[o] = world.buyers.readyBar;
    state.oppNext[o] = -1;
    state.closeHead[0] = o;
    expect(effortAt(0.8 * quota)).toBeGreaterThan(without);
    state.oppOpened[o] = state.day + 30;
    expect(effortAt(0.8 * quota)).toBe(without);
  });
});
