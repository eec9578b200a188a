import { expect, test } from 'vitest';
import type { ByRole, RolePart } from '../../src/experiments/result/byRole.ts';
import { whyByRole } from '../../src/report/byRole.ts';
import { partsAtEqualPay } from '../../src/report/parts.ts';
import { pairedDifference } from '../../src/statistics/paired.ts';

const off = (usd: number, spread: number) =>
  pairedDifference(Float64Array.of(usd - spread, usd, usd + spread), new Float64Array(3), 'higher', 1)!;
const hours = (hoursPerMonth: number) => [
  { tactic: 'awareness', title: 'Awareness work', hoursPerMonth, baselineHoursPerMonth: 46 },
];
const PART: RolePart = {
  person: 'demand-generator',
  role: 'demand-generation',
  alone: off(-184_000, 1000),
  paidOn: { before: ['leads', 'mqls'], after: ['marketing-pipeline', 'leads'] },
  work: { before: hours(64), after: hours(47) },
  levels: { trueLeadsCount: { before: 11_217, after: 10_101 }, winsCount: { before: 408, after: 408 } },
  sums: {
    ...Object.fromEntries(partsAtEqualPay().map(({ id }) => [id, off(0, 1)])),
    newMarginUsd: off(-209_000, 1000),
    renewalMarginUsd: off(9000, 90_000),
    marketingSpendUsd: off(-20_000, 1000),
  },
};
const of = (part: Partial<RolePart>) => whyByRole({ parts: [{ ...PART, ...part }] } as unknown as ByRole)[0];

test('why a role’s plan does what it does: pay, work, levels, and parts of profit that add up', () => {
  // The rest: -184 + 209 - 20, in thousands. What is small or not significant is in it.
  expect(of({})).toBe(
    'The demand generator: paid on marketing-generated pipeline instead of marketing-qualified leads. ' +
      'The demand generator spends 47 hours a month on awareness work (64 before). Genuine leads 10,101 instead ' +
      'of 11,217. Profit at equal pay: −$209k by less margin on new business, +$20k by less marketing money and +$5,000 by ' +
      'all the rest.',
  );
});

test('what did not change is not told', () => {
  const same = { before: ['leads'], after: ['leads'] };
  const still = { before: hours(64), after: hours(65) };
  expect(of({ paidOn: same, work: still, levels: {}, alone: off(100, 5000) })).toBe(
    'The demand generator: paid on the same metrics. Works as before.',
  );
  expect(of({ paidOn: { before: ['leads'], after: ['leads', 'mqls'] } })).toContain('also paid on');
  expect(of({ paidOn: { before: ['leads'], after: [] } })).toContain('no longer paid on leads');
});
