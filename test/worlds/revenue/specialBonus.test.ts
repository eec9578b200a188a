import { describe, expect, test } from 'vitest';
import type { PersonPlan } from '../../../src/model/plan.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import type { Beliefs } from '../../../src/worlds/revenue/contract/beliefs.ts';
import type { Company } from '../../../src/worlds/revenue/contract/company.ts';
import { COUNTER } from '../../../src/worlds/revenue/contract/counters.ts';
import { Market } from '../../../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../../../src/worlds/revenue/engine/run.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { payOn } from '../../../src/worlds/revenue/statement/payOn.ts';
import { refusal } from '../../scenario/texts.ts';
import { isThorough } from '../../support/thorough.ts';

const RUNS = 6;
type Pay = Omit<PersonPlan, 'baseUsdPerYear'>;
const known = new Map<string, Beliefs>();

const scenario = (people: string, plan: object) => `schemaVersion: 1
name: Special bonus
extends: preset:midmarket-software
question: { horizonMonths: 12, outcome: revenueUsd, replicates: 2 }
people:
  director: { role: marketing-director, motive: own-pay, integrityUsd: 0 }
  reps: { role: account-executive }
  inside: { role: inside-sales }
inside: { reps: 2 }
lines: { otherShare: 0.5 }
sales: { turnoverSharePerYear: 0, effortCostTimes: 1.2, effortMaxShare: 2 }
${people}
plans: { plan: ${JSON.stringify(plan)} }
`;

/** Mean of a counter by month of play, and what else a test wants of the last run. */
function monthsOf(
  person: string,
  pay: Pay,
  counter: number,
  read?: (runner: Runner, company: Company) => void,
  runs = RUNS,
) {
  const { arms } = parseRevenueScenario(scenario('', { [person]: { baseUsdPerYear: 50_000, ...pay } }));
  const [{ world, pay: plan }] = arms;
  const beliefs = known.get('') ?? measureBeliefs(world);
  known.set('', beliefs);
  const company = compileCompany(world, plan, beliefs);
  const market = new Market(world, company.days);
  const runner = new Runner(company, market);
  const outcomes = new Float64Array(company.outcomes.length);
  const months = new Float64Array(12);
  for (let run = 0; run < runs; run++) {
    market.fill(luckKey('special', run));
    runner.run(outcomes);
    const { books } = runner.state;
    for (let month = 0; month < 12; month++)
      months[month] += books.months[month * books.slots + counter] / runs;
  }
  read?.(runner, company);
  return months;
}

const window = { fromMonth: 4, toMonth: 6 };
const inside = (months: Float64Array) => months.slice(3, 6).reduce((sum, x) => sum + x, 0);
const outside = (months: Float64Array) =>
  [...months.slice(0, 3), ...months.slice(7)].reduce((sum, x) => sum + x, 0);

describe('a special bonus with a start and an end', () => {
  const commission = { rateShare: 0.1 };
  const spiff = (share: number) => ({
    metric: 'other-line-bookings',
    period: 'month' as const,
    payout: { perUnitUsd: share },
    ...window,
  });

  test.runIf(isThorough)(
    'on a product line: sellers sell it while the bonus lasts, and are paid what payroll says',
    () => {
      const plain = monthsOf('reps', { commission }, COUNTER.otherLineBookingsUsd);
      const pay = { commission, components: [spiff(0.2)] };
      let difference = NaN;
      const special = monthsOf('reps', pay, COUNTER.otherLineBookingsUsd, ({ state }, company) => {
        const { months, width } = state.accounts;
        let paper = 0;
        for (let seat = 0; seat < company.seats; seat++) {
          const rows = Array.from({ length: 12 }, (_, month) => ({
            period: String(month + 1),
            values: {
              bookings: months.bookedUsd[seat * width + month],
              'other-line-bookings': months.otherLineUsd[seat * width + month],
            },
          }));
          const payee = { pay: { baseUsdPerYear: 0, ...pay }, mind: 'seller', quotaUsdPerMonth: 1 } as const;
          paper += payOn(payee, { kind: 'month', rows }).total.paidUsd;
        }
        const paid = state.books.months.filter((_, i) => i % state.books.slots === COUNTER.commissionUsd);
        difference = paid.slice(0, 12).reduce((sum, usd) => sum + usd, 0) / paper - 1;
      });
      expect(Math.abs(difference)).toBeLessThan(1e-9);
      expect(inside(special)).toBeGreaterThan(1.3 * inside(plain));
      expect(outside(special) / outside(plain)).toBeCloseTo(1, 1);
    },
  );

  test.runIf(isThorough)('on own bookings: sellers work harder for what comes in while it lasts', () => {
    const extra = { metric: 'bookings', period: 'month' as const, payout: { perUnitUsd: 0.3 } };
    const plain = monthsOf('reps', { commission }, COUNTER.bookingsUsd, undefined, 60);
    const always = monthsOf('reps', { commission, components: [extra] }, COUNTER.bookingsUsd, undefined, 60);
    const special = monthsOf(
      'reps',
      { commission, components: [{ ...extra, ...window }] },
      COUNTER.bookingsUsd,
      undefined,
      60,
    );
    const gain = inside(always) - inside(plain);
    expect(gain).toBeGreaterThan(0.05 * inside(plain));
    expect((inside(special) - inside(plain)) / gain).toBeGreaterThan(0.55);
    expect(outside(special) - outside(plain)).toBeLessThan(0.2 * (outside(always) - outside(plain)));
  });

  test.runIf(isThorough)('on leads: they are made up while it lasts, and hardly besides', () => {
    const bonus = {
      components: [{ metric: 'leads', period: 'month' as const, payout: { perUnitUsd: 60 }, ...window }],
    };
    const hollow = (pay: Pay) => {
      const reported = monthsOf('director', pay, COUNTER.leads);
      const genuine = monthsOf('director', pay, COUNTER.leads + 1);
      return reported.map((leads, month) => leads - genuine[month]);
    };
    const special = hollow(bonus);
    expect(inside(special)).toBeGreaterThan(10);
    expect(outside(special)).toBeLessThan(0.02 * inside(special));
  });

  test.runIf(isThorough)('on meetings: inside sales arranges hollow ones while it lasts', () => {
    const components = [
      {
        metric: 'meetings',
        period: 'month' as const,
        scope: 'pool' as const,
        payout: { perUnitUsd: 60 },
        ...window,
      },
    ];
    const hollow = (pay: Pay) => {
      const reported = monthsOf('inside', pay, COUNTER.meetings);
      const genuine = monthsOf('inside', pay, COUNTER.meetings + 1);
      return reported.map((meetings, month) => meetings - genuine[month]);
    };
    const special = hollow({ components });
    expect(inside(special)).toBeGreaterThan(1);
    expect(outside(special)).toBe(0);
  });

  test.each([
    [{ period: 'quarter', fromMonth: 2 }, 'the first month of a quarter: 1, 4, 7, ...'],
    [{ period: 'quarter', toMonth: 5 }, 'the last month of a quarter: 3, 6, ...'],
    [{ fromMonth: 5, toMonth: 4 }, 'a month from fromMonth (5) on'],
    [{ measured: 'yearToDate', toMonth: 4 }, 'measured: period'],
  ])('%j is refused: %s', (over, expected) => {
    const component = { metric: 'bookings', period: 'month', payout: { perUnitUsd: 0.1 }, ...over };
    const text = scenario('', { reps: { baseUsdPerYear: 0, components: [component] } });
    expect(refusal(text).message).toContain(expected);
  });
});
