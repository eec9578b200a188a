import { describe, expect, test } from 'vitest';
import { compare } from '../../src/experiments/commands/compare.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { cache } from '../support/shared.ts';

const scenario = (director: string, reps = 'commission: { rateShare: 0.1 }', months = 12) =>
  parseScenario(`schemaVersion: 1
name: Warnings
extends: preset:smb-software
question: { horizonMonths: ${months}, outcome: revenueUsd, replicates: 2 }
people: { sdr: { role: inside-sales } }
plans:
  one:
    director: { baseUsdPerYear: 60000, ${director} }
    reps: { baseUsdPerYear: 60000, ${reps} }
`);
const component = (metric: string, target: string, over = '') =>
  `bonusUsdPerYear: 24000, components: [{ metric: ${metric}, period: quarter, target: ${target}, weightShare: 1, payout: ${over || 'linear'} }]`;

describe('what a reader of a plan is told', () => {
  test.each([
    ['750.000', 'is read as 750, not 750000'],
    ['1.500', 'is read as 1.5, not 1500'],
  ])('a target of %s dollars that could mean thousands is questioned', (target, text) => {
    expect(scenario(component('bookings', target)).warnings.join()).toContain(text);
  });

  test.each([
    ['a target that is near what a quarter brings', component('bookings', '750000')],
    [
      'rates, shares and points of curves',
      component('bookings', '750000', '{ points: [[0.500, 0], [1.000, 1.125]] }'),
    ],
    ['a part before the point that is 0', component('close-rate', '0.250')],
    ['a share of three decimals', component('customer-satisfaction', '75.125')],
  ])('%s is not questioned', (_, director) => {
    expect(scenario(director).warnings).toEqual([]);
  });

  test('a salary of thousands with a point is questioned', () => {
    const written = component('bookings', '750000').replace(
      'bonusUsdPerYear: 24000',
      'bonusUsdPerYear: 24.000',
    );
    expect(scenario(written).warnings.join()).toContain('bonusUsdPerYear is read as 24 dollars');
  });

  test('a retroactive tier says what it pays at once, in dollars', () => {
    const tiers =
      'commission: { tiers: [{ fromShare: 0, rateShare: 0.05 }, { fromShare: 1, rateShare: 0.1, reach: allDollars }] }';
    expect(scenario(component('bookings', '750000'), tiers).warnings.join()).toMatch(
      /commission rises by \$[\d,]+ at once at 100% of quota/,
    );
  });

  test('somebody in the job of a person whom a plan names is not left out silently', () => {
    const text = (people: string, plans: string) => `schemaVersion: 1
name: Left out
extends: preset:smb-software
question: { horizonMonths: 12, outcome: revenueUsd, replicates: 2 }
people: ${people}
plans: { now: ${plans} }
`;
    const plans = '{ ae: { baseUsdPerYear: 70000, commission: { rateShare: 0.1 } } }';
    const { warnings } = parseScenario(text('{ ae: { role: account-executive } }', plans));
    expect(warnings.join()).toMatch(
      /pays ae but not reps, who hold the same job and stay on default pay: \d+ at \$[\d,]+ and 10% commission/,
    );
    expect(parseScenario(text('{ ae: { role: account-executive }, reps: null }', plans)).warnings).toEqual(
      [],
    );
  });

  test('pay on what the company has none of is said to be nothing', () => {
    const { warnings } = scenario(
      component('bookings', '750000'),
      'commission: { rateShare: 0.1, otherLineCreditShare: 0.5 }',
    );
    expect(warnings).toEqual([
      'Plan one: reps is paid on other-line-bookings, of which there is none: lines.otherShare is 0.',
    ]);
  });

  test('a period that the run cuts short is said to be paid pro rata', () => {
    const { warnings } = scenario(component('bookings', '750000'), undefined, 10);
    expect(warnings).toEqual([
      "Plan one: director's bookings is paid by the quarter. The last month is paid pro rata.",
    ]);
  });

  test('a metric that nothing moves is pay for luck', async () => {
    const bundle = await compare(scenario(component('activities', '1')), { counterfactuals: 'none', cache });
    expect(bundle.warnings).toContain(
      'Plan one: no tactic of director moves activities, so that the bonus on it pays for luck.',
    );
    const moved = await compare(scenario(component('mqls', '300')), { counterfactuals: 'none', cache });
    expect(moved.warnings.join()).not.toContain('luck');
  });
});
