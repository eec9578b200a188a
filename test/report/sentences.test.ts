import { expect, test } from 'vitest';
import { formatInterval } from '../../src/report/format.ts';
import { isPlural } from '../../src/report/words.ts';

test.each([
  ['Deals won', true],
  ['Passed leads turned down by inside sales', true],
  ['Sellers who had to go', true],
  ['Hollow SQLs', true],
  ['Surplus', false],
  ['Bonus on hollow numbers', false],
  ['Gross margin on renewals', false],
  ['Director’s pay less costs borne', false],
  ['Qualified by sales’ count', false],
  ['Revenue', false],
])('isPlural tells whether “%s” takes a plural verb', (title, plural) => {
  expect(isPlural(title)).toBe(plural);
});

test.each([
  [[-8675, 14_200], '−$8.7k to $14k'],
  [[1200, 3400], '$1,200 to $3,400'],
  [[-310, 14_200], '−$310 to $14k'],
  [[5_000, 2_000_000], '$5,000 to $2.00M'],
] as const)('both ends of %j are rounded alike', (ci, words) => {
  expect(formatInterval(ci, 'USD')).toBe(words);
});
