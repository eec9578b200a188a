import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Commission, PersonPlan } from '../../../src/model/plan.ts';
import { type PayStatement, payOn } from '../../../src/worlds/revenue/statement/payOn.ts';
import type { ResultRow } from '../../../src/worlds/revenue/statement/results.ts';

const RUNS = { seed: 21, numRuns: 150 };

const share = fc.double({ min: 0, max: 0.3, noNaN: true });
const usd = fc.integer({ min: 0, max: 60_000 });
const period = fc.constantFrom('month', 'quarter', 'year' as const);
const measured = fc.constantFrom('period', 'yearToDate', 'againstYear' as const);

/** Commissions with any terms that pay at least nothing everywhere. */
const commission: fc.Arbitrary<Commission> = fc
  .record({
    period,
    measured,
    rates: fc.array(share, { minLength: 1, maxLength: 4 }),
    retroactive: fc.boolean(),
    capUsd: fc.option(usd, { nil: undefined }),
    capUsdPerYear: fc.option(usd, { nil: undefined }),
    draw: fc.option(fc.record({ usdPerPeriod: usd, recoverable: fc.boolean() }), { nil: undefined }),
    creditShare: fc.option(fc.constantFrom(0.5, 1.2), { nil: undefined }),
  })
  .map(({ rates, retroactive, ...terms }) => {
    const rising = [...rates].sort((a, b) => a - b);
    const tiers = rising.map((rateShare, i) => ({
      fromShare: 0.5 * i,
      rateShare,
      ...(retroactive && i > 0 ? { reach: 'allDollars' as const } : {}),
    }));
    return { ...terms, ...(terms.period === 'year' ? { measured: 'period' as const } : {}), tiers };
  });

const rows = (months: number): fc.Arbitrary<ResultRow[]> =>
  fc
    .array(fc.record({ bookings: usd, wins: fc.integer({ min: 0, max: 9 }) }), {
      minLength: months,
      maxLength: months,
    })
    .map((values) => values.map((each, i) => ({ period: String(i + 1), values: each })));

const bonus = fc.record({
  target: fc.integer({ min: 1, max: 30 }),
  period,
  payout: fc.constantFrom('linear', 'cliff' as const),
});

const pay: fc.Arbitrary<PersonPlan> = fc
  .record({
    commission,
    bonus: fc.option(bonus, { nil: undefined }),
    deferral: fc.option(fc.record({ share: fc.constantFrom(0.25, 0.8), months: fc.constantFrom(3, 12) }), {
      nil: undefined,
    }),
    capUsdPerYear: fc.option(usd, { nil: undefined }),
    guarantee: fc.option(fc.record({ usdPerMonth: usd, months: fc.constantFrom(3, 6) }), { nil: undefined }),
  })
  .map(({ bonus: each, deferral, commission: terms, ...rest }) => ({
    baseUsdPerYear: 24_000,
    commission: terms,
    ...rest,
    ...(terms.draw === undefined ? { deferral } : {}),
    ...(each === undefined
      ? {}
      : { bonusUsdPerYear: 12_000, components: [{ metric: 'wins', weightShare: 1, ...each }] }),
  }));

const paid = (plan: PersonPlan, results: readonly ResultRow[], leaves = false): PayStatement =>
  payOn(
    { pay: plan, mind: 'seller', quotaUsdPerMonth: 20_000 },
    { kind: 'month', rows: results },
    { leaves },
  );

const sum = ({ periods }: PayStatement, of: (each: PayStatement['periods'][number]) => number) =>
  periods.reduce((total, each) => total + of(each), 0);

describe('laws of payroll, for any terms', () => {
  test('paid = earned + draw outstanding + draw forgiven - deferred - forfeited, after every period', () => {
    fc.assert(
      fc.property(pay, rows(24), fc.boolean(), (plan, results, leaves) => {
        const { periods } = paid(plan, results, leaves);
        let [earned, forgiven, deferred, forfeited, total] = [0, 0, 0, 0, 0];
        for (const each of periods) {
          earned += each.baseUsd + each.commissionUsd + each.guaranteeUsd;
          earned += each.components.reduce((all, { usd: one }) => all + one, 0);
          forgiven += each.forgivenUsd;
          deferred += each.deferredUsd - each.releasedUsd;
          forfeited += each.forfeitedUsd;
          total += each.paidUsd;
          const left = deferred - forfeited;
          expect(total).toBeCloseTo(earned + each.balanceUsd + forgiven - left - forfeited, 4);
          expect(each.paidUsd).toBeGreaterThanOrEqual(each.baseUsd - 1e-9);
          expect(each.balanceUsd).toBeGreaterThanOrEqual(-1e-9);
          expect(left).toBeGreaterThanOrEqual(-1e-6);
        }
      }),
      RUNS,
    );
  });

  test('pay of a period with a draw is never below it, and a forgiven draw is never owed', () => {
    fc.assert(
      fc.property(commission, rows(12), (terms, results) => {
        const { draw } = terms;
        if (draw === undefined || terms.period !== 'month') return;
        for (const each of paid({ baseUsdPerYear: 0, commission: terms }, results).periods) {
          expect(each.paidUsd).toBeGreaterThanOrEqual(draw.usdPerPeriod - 1e-9);
          if (!draw.recoverable) expect(each.balanceUsd).toBe(0);
        }
      }),
      RUNS,
    );
  });

  test('year to date, a year pays at least what its total earns, and exactly that where totals never fall', () => {
    fc.assert(
      fc.property(commission, rows(12), (terms, results) => {
        const { draw: _draw, capUsdPerYear: _cap, ...plain } = terms;
        const of = (over: Commission) =>
          sum(
            paid({ baseUsdPerYear: 0, commission: { ...plain, ...over } }, results),
            (e) => e.commissionUsd,
          );
        // A cap of a period is one of twelve of the year.
        const capUsd = plain.capUsd === undefined ? undefined : plain.capUsd * 12;
        const whole = of({ period: 'year', measured: 'period', capUsd });
        const byMonth: Commission = { period: 'month', capUsd: plain.capUsd };
        expect(of({ ...byMonth, measured: 'yearToDate' })).toBeGreaterThanOrEqual(whole - 1e-6);
        expect(of({ ...byMonth, measured: 'againstYear' })).toBeCloseTo(whole, 4);
      }),
      RUNS,
    );
  });

  test('pay of a period does not depend on what follows it', () => {
    fc.assert(
      fc.property(pay, rows(24), fc.integer({ min: 1, max: 23 }), (plan, results, n) => {
        const whole = paid(plan, results).periods;
        const part = paid(plan, results.slice(0, n)).periods;
        expect(part).toEqual(whole.slice(0, n));
      }),
      RUNS,
    );
  });

  test('all dollars times a factor: pay times that factor', () => {
    fc.assert(
      fc.property(commission, rows(12), (terms, results) => {
        const k = 3;
        const times = (amount: number | undefined) => (amount === undefined ? undefined : k * amount);
        const large: Commission = {
          ...terms,
          capUsd: times(terms.capUsd),
          capUsdPerYear: times(terms.capUsdPerYear),
          draw: terms.draw && { ...terms.draw, usdPerPeriod: k * terms.draw.usdPerPeriod },
        };
        const larger = results.map((row) => ({
          ...row,
          values: { ...row.values, bookings: k * row.values.bookings },
          quotaUsd: k * 20_000,
        }));
        const usual = paid({ baseUsdPerYear: 0, commission: terms }, results).total.paidUsd;
        const scaled = paid({ baseUsdPerYear: 0, commission: large }, larger).total.paidUsd;
        expect(scaled / k).toBeCloseTo(usual, 3);
      }),
      RUNS,
    );
  });

  test('components in another order pay the same', () => {
    fc.assert(
      fc.property(fc.array(bonus, { minLength: 2, maxLength: 4 }), rows(12), (all, results) => {
        const components = all.map((each) => ({ metric: 'wins', weightShare: 1 / all.length, ...each }));
        const plan = { baseUsdPerYear: 0, bonusUsdPerYear: 12_000 };
        const usual = paid({ ...plan, components }, results).total.paidUsd;
        const turned = paid({ ...plan, components: [...components].reverse() }, results).total.paidUsd;
        expect(turned).toBeCloseTo(usual, 6);
      }),
      RUNS,
    );
  });

  test('somebody who joins in the middle of a year is paid half of a linear year', () => {
    const plan: PersonPlan = {
      baseUsdPerYear: 0,
      bonusUsdPerYear: 12_000,
      components: [{ metric: 'wins', period: 'year', target: 24, weightShare: 1, payout: 'cliff' }],
    };
    const on = (wins: number) =>
      payOn(
        { pay: plan, mind: 'seller', quotaUsdPerMonth: 1 },
        {
          kind: 'month',
          rows: Array.from({ length: 6 }, (_, i) => ({ period: String(i + 1), values: { wins } })),
        },
        { monthsBefore: 6 },
      ).total.paidUsd;
    expect([on(1), on(2)]).toEqual([0, 6000]);
  });
});
