import { describe, expect, test } from 'vitest';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { Commissions } from '../../../src/worlds/revenue/engine/commissions.ts';
import { Market } from '../../../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../../../src/worlds/revenue/engine/run.ts';
import { FloorSeen } from '../../../src/worlds/revenue/engine/views/floorView.ts';
import { SellerMind } from '../../../src/worlds/revenue/minds/seller/seller.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { CATHERINE } from '../../support/catherine.ts';

const scenario = parseRevenueScenario(CATHERINE, { file: 'catherine.yaml', set: { 'sales.cycleDays': 3 } });
const { world } = scenario.arms[0];
const beliefs = measureBeliefs(world);
const reps = world.people.find((person) => person.role === 'account-executive')!.name;
const quota = world.sales.quotaUsdPerMonth;

/** A company whose reps are paid the given commission, in the middle of its first month of play. */
function midMonth(
  commission: { rateShare: number; aboveQuotaRateShare?: number },
  sales: Partial<typeof world.sales> = {},
) {
  const changed = { ...world, sales: { ...world.sales, ...sales } };
  const company = compileCompany(changed, { [reps]: { baseUsdPerYear: 60_000, commission } }, beliefs);
  const market = new Market(world, company.days);
  market.fill(luckKey('reps', 0));
  const runner = new Runner(company, market);
  runner.run(new Float64Array(company.outcomes.length));
  const { state } = runner;
  const { seats } = state.floor;
  seats.closeHead.fill(-1);
  seats.workHead.fill(-1);
  state.day = company.warmUpDays + 15;
  const mind = new SellerMind(company, company.sellers[0]);
  const { quotaUsd, effort, forecastUsd } = seats;
  const floor = new FloorSeen(state, new Commissions(company));
  const desk = { floor, chairs: [...effort.keys()], quotaUsd, effort, forecastUsd };
  return {
    state,
    mind,
    desk,
    effortAt: (bookedUsd: number): number => {
      seats.bookedUsd.fill(bookedUsd);
      mind.decide(desk);
      return effort[0];
    },
  };
}

describe('the effort of an account executive', () => {
  test('effort under a straight commission is 1 + rate x bookings gained / cost of effort, whatever has been booked', () => {
    const { effortAt } = midMonth({ rateShare: 0.04 });
    // Later bookings from effort are discounted month by month.
    const { discountSharePerMonth, foresightMonths } = world.people.find((person) => person.name === reps)!;
    const gained = beliefs.bookingsPerEffortUsd.reduce(
      (sum, bookings, lag) =>
        sum + (lag > foresightMonths ? 0 : bookings * (1 - discountSharePerMonth) ** lag),
      0,
    );
    const wanted = Math.min(
      world.sales.effortMaxShare,
      1 + (0.04 * gained) / (world.sales.effortCostTimes * (world.sales.marketPayUsdPerYear / 12)),
    );
    expect(wanted).toBeGreaterThan(1.001);
    expect(effortAt(0)).toBeCloseTo(wanted, 12);
    expect(effortAt(3 * quota)).toBeCloseTo(wanted, 12);
  });

  test('effort under an accelerator is higher above quota than far below it', () => {
    const { effortAt } = midMonth({ rateShare: 0.01, aboveQuotaRateShare: 0.08 });
    expect(effortAt(1.5 * quota)).toBeGreaterThan(effortAt(0) + 0.002);
  });

  test('effort is at baseline without a commission, and falls above quota if commission ends there', () => {
    const { effortAt } = midMonth({ rateShare: 0, aboveQuotaRateShare: 0 });
    expect(effortAt(0)).toBe(1);
    const capped = midMonth({ rateShare: 0.08, aboveQuotaRateShare: 0 });
    expect(capped.effortAt(0)).toBeGreaterThan(capped.effortAt(2 * quota) + 0.002);
  });

  test('effort takes into account open opportunities that are decided before the month ends', () => {
    const { state, effortAt } = midMonth({ rateShare: 0.01, aboveQuotaRateShare: 0.08 });
    const without = effortAt(0.8 * quota);
    const { rows } = state.deals;
    const deal = state.deals.add();
    rows.seat[deal] = 0;
    rows.openedDay[deal] = state.day - 2;
    rows.dueDay[deal] = state.day + 1;
    rows.valueUsd[deal] = 4 * quota;
    rows.fit[deal] = 0;
    rows.readiness[deal] = world.buyers.readyBar;
    rows.next[deal] = -1;
    state.floor.seats.closeHead[0] = deal;
    expect(effortAt(0.8 * quota)).toBeGreaterThan(without);
    rows.dueDay[deal] = state.day + 30;
    expect(effortAt(0.8 * quota)).toBe(without);
  });

  test('sellers know their level: twice the skill expects twice the bookings and gains as much more by effort', () => {
    const { state, mind, desk, effortAt } = midMonth({ rateShare: 0.04 });
    const [usual, effort] = [mind.ordinaryOf(desk.floor, 0).meanUsd, effortAt(0)];
    state.floor.seats.skill[0] = 2;
    const able = mind.ordinaryOf(desk.floor, 0).meanUsd;
    // Levels are 5% apart, and the able work harder besides.
    expect(able / usual).toBeGreaterThan(1.95);
    expect(able / usual).toBeLessThan(2.35);
    const gained = (effortAt(0) - 1) / (effort - 1);
    expect(gained).toBeGreaterThan(1.9);
    expect(gained).toBeLessThan(2.1);
  });

  test('expected bookings have the effort that follows from expecting them', () => {
    const lazy = midMonth({ rateShare: 0 });
    const busy = midMonth({ rateShare: 0.3 });
    const gained = beliefs.bookingsPerEffortUsd.reduce((sum, usd) => sum + usd, 0);
    const [idle, usual] = [lazy, busy].map(({ mind }) => mind.ordinary.meanUsd);
    const wanted = idle + gained * (busy.effortAt(0) - 1);
    expect(Math.abs(usual / wanted - 1)).toBeLessThan(0.04);
  });

  test('fear for the job makes sellers work hardest where a record is near the bar', () => {
    const atStake = { turnoverSharePerYear: 0.2, lowAttainmentTurnoverTimes: 20 };
    const effortWith = (record: number, sales = {}) => {
      const { state, mind, desk, effortAt } = midMonth({ rateShare: 0 }, { ...atStake, ...sales });
      state.floor.seats.record[0] = record;
      mind.monthBegins(desk);
      return effortAt(0);
    };
    const near = effortWith(0.7);
    expect(near).toBeGreaterThan(1.01);
    expect(near).toBeGreaterThan(effortWith(2.5) + 0.005);
    expect(near).toBeGreaterThan(effortWith(0.7, { lowAttainmentTurnoverTimes: 3 }) + 0.005);
    expect(effortWith(0.7, { jobLossMonths: 0 })).toBe(1);
    // Twice the loss is twice the effort for it.
    expect((effortWith(0.7, { jobLossMonths: 10 }) - 1) / (near - 1)).toBeCloseTo(2, 6);
  });
});
