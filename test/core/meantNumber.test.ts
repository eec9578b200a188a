import { expect, test } from 'vitest';
import { meantAmount, meantNumber } from '../../src/core/meantNumber.ts';

test.each([
  ['0,05', 0.05, true],
  ['1,25', 1.25, true],
  ['0,125', 0.125, true],
  ['50,000', 50000, false],
  ['1,234,567.8', 1234567.8, false],
  ['50.000,00', 50000, true],
  ['1.234.567', 1234567, false],
  ['750.000', 750, false],
  ['$1,234.50', 1234.5, false],
  ['−$7', -7, false],
  ["1'000", 1000, false],
  ['12 500', 12500, false],
  ['.5', 0.5, false],
])('%s is meant as %d', (text, value, hasDecimalComma) => {
  expect(meantNumber(text)).toEqual({ value, isPercent: false, hasDecimalComma });
});

test('a percent sign is named, and the value left as it is', () => {
  expect(meantNumber('12,5 %')).toEqual({ value: 12.5, isPercent: true, hasDecimalComma: true });
});

test.each(['', 'x', '1,2,3', '12,34,567', '1.2.3', '1,234.567.8', '1e5', '--1', 'NaN', '$'])(
  '%j is no number',
  (text) => {
    expect(meantNumber(text)).toBeUndefined();
  },
);

test.each([
  ['250k', 250_000],
  ['$1.5M', 1_500_000],
  ['0.5 million', 500_000],
  ['−20 thousand', -20_000],
  ['25ok', NaN],
  ['2 dozen', NaN],
])('the amount %s is %d', (text, value) => {
  expect(meantAmount(text)).toEqual(value);
});
