import { describe, expect, test } from 'vitest';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { keepLostDeals } from '../../../src/worlds/revenue/catalogue/games/keepLostDeals.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { COUNTER, REPORTED, TRUE } from '../../../src/worlds/revenue/contract/counters.ts';
import type { SellerView } from '../../../src/worlds/revenue/contract/game.ts';
import { skillSeen } from '../../../src/worlds/revenue/contract/judging.ts';
import { Market } from '../../../src/worlds/revenue/engine/market/market.ts';
import { askForCoverage, giveUpLost } from '../../../src/worlds/revenue/engine/phases/coverage.ts';
import { momentsOf, type Sales } from '../../../src/worlds/revenue/engine/sales.ts';
import { RunState } from '../../../src/worlds/revenue/engine/state/state.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { contrast, mean, play, readBase, textOf } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

test.runIf(isThorough)(
  'poor sellers stay if the manager looks half a year ahead, and leave with longer foresight',
  async () => {
    const bundle = await play('poor-sellers-kept', sized(25, 60));
    for (const arm of ['salary', 'half-a-year', 'half-a-year-doubled'])
      expect(mean(bundle, arm, 'repsDismissedCount'), arm).toBe(0);
    expect(mean(bundle, 'two-years', 'repsDismissedCount')).toBeGreaterThan(0);
    expect(mean(bundle, 'five-years', 'repsDismissedCount')).toBeGreaterThan(4);
    for (const id of ['revenueUsd', 'skillAtEndShare', 'profitUsd']) {
      const { meanDifference, se } = contrast(bundle, 'five-years', id);
      expect(meanDifference, id).toBeGreaterThan(4 * se);
    }
    // The cause is that sellers differ: if they are identical, nobody is dismissed.
    const alike = await play('poor-sellers-kept', 5, { 'sales.skillCv': 0 }, ['five-years']);
    expect(mean(alike, 'five-years', 'repsDismissedCount')).toBe(0);
  },
  120_000,
);

describe('the minimum skill to be retained', () => {
  const text = textOf('poor-sellers-kept.yaml');
  /** The minimum perceived skill that an arm's manager requires to retain a seller. */
  const leastSkill = (set: Readonly<Record<string, unknown>>) => {
    const { world, pay } = parseRevenueScenario(text, { readBase, set }).arms.find(
      ({ name }) => name === 'five-years',
    )!;
    return compileCompany(world, pay, measureBeliefs(world)).judges[0].terms.leastSkill;
  };
  const patient = { 'people.manager.discountSharePerMonth': 0, 'sales.dismissalUsd': 0 };

  test('the minimum skill is that of an average applicant if seats are filled at once by experienced people', () => {
    expect(leastSkill({ ...patient, 'sales.vacancyMonths': 0, 'sales.rampStartShare': 1 })).toBeCloseTo(1, 9);
  });
  test('the minimum skill falls by the cost of a vacancy: 1 − v / H, with vacancy v and foresight H in months', () => {
    expect(leastSkill({ ...patient, 'sales.vacancyMonths': 6, 'sales.rampStartShare': 1 })).toBeCloseTo(
      1 - 6 / 60,
      9,
    );
  });
  test('the minimum skill falls further by the cost of a ramp: about half of its months', () => {
    const half = leastSkill({
      ...patient,
      'sales.vacancyMonths': 6,
      'sales.rampMonths': 10,
      'sales.rampStartShare': 0,
    });
    // In months 0, 1, ..., 9 a newcomer works at 1 (never nothing), 10, ..., 90 percent.
    expect(half).toBeCloseTo(1 - (6 + 5.49) / 60, 9);
  });
});

test('the manager shrinks observed skill towards the average as far as bookings are noise', () => {
  const manager = {
    leastSkill: 0.8,
    ordinaryUsd: 50_000,
    skillVariance: 0.25,
    monthVariance: 0.5,
  };
  // Half of an average seller's bookings in two months, with equal variance of skill and noise: the deviation
  // is half believed.
  expect(skillSeen(manager, 50_000, 2, 1)).toBeCloseTo(0.75, 12);
  expect(skillSeen(manager, 50_000, 2, 0.5)).toBeCloseTo(1, 12);
  expect(skillSeen(manager, 25_000 * 1000, 1000, 1)).toBeCloseTo(0.5, 2);
});

test.runIf(isThorough)(
  'dismissals do not depend on the size of quotas, and there are none within six months',
  async () => {
    const gone = async (set: Readonly<Record<string, unknown>>) =>
      mean(
        await play('poor-sellers-kept', 10, { 'question.horizonMonths': 24, ...set }, ['five-years']),
        'five-years',
        'repsDismissedCount',
      );
    const plain = await gone({});
    expect(plain).toBeGreaterThan(0);
    expect(await gone({ 'sales.quotaUsdPerMonth': 10_000 })).toBe(plain);
    // Six months of bookings are not enough to dismiss anybody.
    expect(await gone({ 'question.horizonMonths': 6 })).toBe(0);
  },
  60_000,
);

test.runIf(isThorough)(
  'quotas are lobbied down if pay starts at quota; pay rises, revenue and profit fall',
  async () => {
    const bundle = await play('quota-lobbying', sized(20, 60));
    expect(mean(bundle, 'from-quota', 'lobbiedShare')).toBe(0.125);
    const signs = { quotaAttainmentShare: 1, repPayUsd: 1, revenueUsd: -1, profitUsd: -1 } as const;
    for (const [id, sign] of Object.entries(signs)) {
      const { meanDifference, se } = contrast(bundle, 'from-quota', id);
      expect(sign * meanDifference, id).toBeGreaterThan(4 * se);
    }
    expect(contrast(bundle, 'straight', 'profitUsd')).toMatchObject({ meanDifference: 0, se: 0 });
  },
  60_000,
);

test.runIf(isThorough)(
  'the easy line is sold if bookings pay; if margin pays, sellers act like honest ones',
  async () => {
    const bundle = await play('product-lines', sized(60, 60));
    const { meanDifference, se } = contrast(bundle, 'bookings-honest', 'otherLineShare');
    expect(meanDifference).toBeLessThan(-10 * se);
    const profit = contrast(bundle, 'bookings-honest', 'profitUsd');
    expect(profit.meanDifference).toBeGreaterThan(4 * profit.se);
    expect(mean(bundle, 'bookings', 'revenueUsd')).toBeGreaterThan(
      mean(bundle, 'bookings-honest', 'revenueUsd'),
    );
    expect(mean(bundle, 'margin', 'otherLineShare')).toBeCloseTo(
      mean(bundle, 'bookings-honest', 'otherLineShare'),
      9,
    );
  },
  60_000,
);

test.runIf(isThorough)(
  'sales training is neglected under pay on counts, and grows under pay tied to revenue',
  async () => {
    const bundle = await play('sales-training', sized(32, 80));
    const salary = contrast(bundle, 'salary', 'revenueUsd');
    expect(salary.meanDifference).toBeGreaterThan(4 * salary.se);
    const tied = contrast(bundle, 'revenue-tied', 'winsCount');
    expect(tied.meanDifference).toBeGreaterThan(4 * tied.se);
    // More deals are won from the same opportunities.
    const perOpportunity = (arm: string) =>
      mean(bundle, arm, 'winsCount') / mean(bundle, arm, 'opportunitiesCount');
    expect(perOpportunity('revenue-tied')).toBeGreaterThan(1.03 * perOpportunity('fluff-honest'));
  },
  60_000,
);

test('activities are padded if logged activity is paid, and revenue falls', async () => {
  const bundle = await play('activity-padded', sized(20, 60));
  // Eight padded entries a day take a tenth of an hour each. Real ones take half an hour each and fill the
  // rest of the day.
  const selling = (4.4 * mean(bundle, 'by-the-entry', 'repEffortShare') - 8 * 0.1) / 0.5;
  expect(mean(bundle, 'by-the-entry', 'paddedShare')).toBeCloseTo(8 / (8 + selling), 2);
  const revenue = contrast(bundle, 'by-the-entry', 'revenueUsd');
  expect(revenue.meanDifference).toBeLessThan(-4 * revenue.se);
  expect(mean(bundle, 'by-the-entry-honest', 'paddedShare')).toBe(0);
}, 60_000);

describe('required pipeline coverage', () => {
  test.runIf(isThorough)(
    'required coverage is met with lost deals, or costs revenue',
    async () => {
      const arm = (times: number) => ({ plan: 'commission', set: { 'governance.coverageTimes': times } });
      const bundle = await play('full-pipeline', sized(32, 80), {
        arms: { none: { plan: 'commission' }, five: arm(5), seven: arm(7) },
        'question.reference': 'none',
        'question.tell': [],
        // Long enough that no seller runs short of lost deals after the first months.
        'sales.deadDealMonths': 60,
        'sales.deadDealHours': 0,
      });
      const open = ([name, times]: readonly [string, number]) =>
        times * (1 - mean(bundle, name, 'deadPipelineShare'));
      const [five, seven] = (
        [
          ['five', 5],
          ['seven', 7],
        ] as const
      ).map(open);
      // The live pipeline is the same under both, so lost deals fill the difference.
      expect(five).toBeGreaterThan(1.5);
      expect(seven / five).toBeGreaterThan(0.95);
      expect(seven / five).toBeLessThan(1.05);

      const shipped = await play('full-pipeline', sized(20, 80));
      expect(mean(shipped, 'asked', 'deadPipelineShare')).toBeGreaterThan(0.5);
      expect(mean(shipped, 'asked', 'reviewedShare')).toBeLessThan(0.2);
      expect(mean(shipped, 'asked-honest', 'deadPipelineShare')).toBe(0);
      expect(mean(shipped, 'asked-honest', 'reviewedShare')).toBeGreaterThan(0.9);
      // Reviews cost hours of selling; keeping lost deals in takes hardly any.
      const honest = contrast(shipped, 'asked-honest', 'revenueUsd');
      expect(honest.meanDifference).toBeLessThan(-4 * honest.se);
      const usual = mean(shipped, 'nobody-asks', 'revenueUsd');
      expect(Math.abs(contrast(shipped, 'asked', 'revenueUsd').meanDifference)).toBeLessThan(0.01 * usual);
    },
    60_000,
  );

  test('a coverage gap is filled with just enough lost deals, or reviewed if they are too few or cost more', () => {
    const { world, pay } = parseRevenueScenario(textOf('full-pipeline.yaml'), {
      readBase,
      set: {
        'calendar.daysPerMonth': 20,
        'sales.reps': 1,
        'sales.quotaUsdPerMonth': 50_000,
        'sales.deadDealMonths': 4,
        'sales.deadDealHours': 0.5,
        'governance.coverageTimes': 5,
        'governance.coverageReviewHours': 8,
      },
    }).arms[0];
    const company = compileCompany(world, pay, undefined);
    /** A review costs a seller $90; a lost deal that is kept costs `deadDealUsd`, its half hour included. */
    const hourUsd = 90 / 8;
    const asked = (deadDealUsd: number, lostUsd: number) => {
      const sales = { ...world.sales, deadDealUsd: deadDealUsd - 0.5 * hourUsd };
      const seller = { world: { ...world, sales }, sellingHourUsd: hourUsd } as unknown as SellerView;
      const groups = [{ moments: momentsOf([keepLostDeals.begin(seller)]) }];
      const state = new RunState(company, new Market(world, company.days));
      state.reset();
      const { seats } = state.floor;
      const { rows } = state.deals;
      // Two open deals, $40,000 and $60,000; five quotas are short by $150,000.
      for (const [valueUsd, head] of [
        [40_000, seats.workHead],
        [60_000, seats.closeHead],
      ] as const) {
        const deal = state.deals.add();
        rows.valueUsd[deal] = valueUsd;
        rows.next[deal] = -1;
        head[0] = deal;
      }
      seats.lostDeals[0] = 4;
      seats.lostUsd[0] = lostUsd;
      askForCoverage(state, { groups } as unknown as Sales);
      const { month } = state.books;
      expect(month[TRUE + COUNTER.openPipelineUsd]).toBe(100_000);
      giveUpLost(state);
      expect([...seats.lostDeals, ...seats.lostUsd]).toEqual([3, 0.75 * lostUsd]);
      return [
        month[REPORTED + COUNTER.openPipelineUsd],
        month[REPORTED + COUNTER.reviewed],
        seats.askedHours[0] * 20,
      ];
    };
    // Three of the four lost deals of $50,000 fill the gap.
    expect(asked(29, 200_000)).toEqual([250_000, 0, 1.5]);
    expect(asked(31, 200_000)).toEqual([100_000, 1, 8]);
    // Four small ones do not.
    expect(asked(0, 140_000)).toEqual([100_000, 1, 8]);
  });
});
