import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { armOf, contrast, mean, play } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

describe('inside sales', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('inside-sales', sized(20, 60));
  }, 60_000);

  test('salaried inside sales cut wasted time by at least 70% and raise revenue, though SQLs stay hollow', () => {
    const { meanDifference, se } = contrast(bundle, 'salary', 'revenueUsd');
    expect(meanDifference).toBeGreaterThan(15 * se);
    expect(mean(bundle, 'salary', 'sellingTimeWastedShare')).toBeLessThan(
      0.3 * mean(bundle, 'nobody', 'sellingTimeWastedShare'),
    );
    expect(mean(bundle, 'salary', 'hollowSqlsShare')).toBeGreaterThan(0.45);
    expect(mean(bundle, 'salary', 'hollowMeetingsShare')).toBe(0);
    const profit = contrast(bundle, 'salary', 'profitUsd');
    expect(profit.meanDifference).toBeGreaterThan(4 * profit.se);
  });

  test('inside sales add less revenue the more their pay depends on leads they pass on', () => {
    const revenue = (arm: string) => mean(bundle, arm, 'revenueUsd');
    expect(revenue('by-the-meeting')).toBeLessThan(revenue('by-the-opportunity'));
    expect(revenue('by-the-opportunity')).toBeLessThan(revenue('salary'));
    expect(mean(bundle, 'by-the-meeting', 'hollowMeetingsShare')).toBeGreaterThan(
      2 * mean(bundle, 'by-the-opportunity', 'hollowMeetingsShare'),
    );
  });
});

test('paid callers arrange meetings with leads they think unready in the share 1 − exp(−pay / trouble)', async () => {
  const bundle = await play('inside-sales', sized(32, 100), { 'inside.reps': 20 }, ['by-the-meeting']);
  const { turnedDownShare, hollowMeetingsShare, meetingsCount, sqlsCount } = armOf(
    bundle,
    'by-the-meeting',
  ).outcomes;
  const hollow = hollowMeetingsShare.mean * meetingsCount.mean;
  const turnedDown = turnedDownShare.mean * sqlsCount.mean;
  // Leads passed in one month and called in the next make the shares differ by up to a hundredth.
  expect(Math.abs(hollow / (hollow + turnedDown) - (1 - Math.exp(-75 / 50)))).toBeLessThan(0.02);
}, 60_000);

test.runIf(isThorough)(
  'inside sales without errors save sellers almost all time on leads that are not ready',
  async () => {
    const bundle = await play('inside-sales', 30, { 'inside.errorShare': 0 }, ['salary']);
    expect(mean(bundle, 'salary', 'sellingTimeWastedShare')).toBeLessThan(0.003);
  },
  60_000,
);
