import { expect, test } from 'vitest';
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
