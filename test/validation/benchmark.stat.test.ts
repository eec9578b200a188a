import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { againstBenchmark, MOST_GAIN_SHARE } from '../../src/validation/againstBenchmark.ts';
import { gridGains } from '../../src/validation/benchmarkGrid.ts';
import { play } from '../support/shipped.ts';
import { isThorough, sized } from '../support/thorough.ts';

describe('the benchmark', () => {
  test.each([
    ['catherine', ['revenue-tied', 'salary-only']],
    ['activity-wins', ['passed-leads-unaudited']],
    ['good-leads-rejected', ['own-pays-more']],
  ])('no arm of %s has a higher joint surplus', async (name, arms) => {
    const found = againstBenchmark(name, await play(name, sized(20, 400), {}, arms, 'all'));
    expect(found.length).toBeGreaterThanOrEqual(arms.length);
    for (const { gainShare, se } of found) expect(gainShare - 3 * se).toBeLessThan(MOST_GAIN_SHARE);
  });

  test.runIf(isThorough)(
    'in a company of two tactics its hours gain what the best of a grid gains over salary',
    () => {
      const { gridUsd, hoursUsd, searchUsd } = gridGains();
      expect(gridUsd).toBeGreaterThan(100_000);
      expect(hoursUsd).toBeGreaterThan(0.95 * gridUsd);
      expect(searchUsd).toBeGreaterThan(0.95 * gridUsd);
    },
    60_000,
  );

  test('every arm of the committed table holds', () => {
    const table = readFileSync('reports/validation/benchmark.md', 'utf8');
    const [, holding, all] = table.match(/^(\d+) of (\d+) arms hold\.$/m)!;
    expect(Number(all)).toBeGreaterThan(100);
    expect(holding).toBe(all);
  });
});
