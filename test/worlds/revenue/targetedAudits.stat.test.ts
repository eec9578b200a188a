import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { contrast, mean, play } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

describe.runIf(isThorough)('targeted audits', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('targeted-audits', sized(20, 400));
  }, 60_000);

  test('about as many as at random end the gaming of cliffs, which random ones hardly reduce', () => {
    expect(mean(bundle, 'as-usual', 'hollowVisitsShare')).toBeGreaterThan(0.2);
    expect(mean(bundle, 'at-random', 'hollowVisitsShare')).toBeGreaterThan(0.15);
    expect(mean(bundle, 'after-suspicion', 'hollowVisitsShare')).toBe(0);
    expect(mean(bundle, 'after-suspicion', 'hollowSqlsShare')).toBe(0);
    const audits = mean(bundle, 'after-suspicion', 'targetedAuditsCount');
    expect(audits).toBeGreaterThan(0.5);
    expect(audits).toBeLessThan(2);
    const { meanDifference, se } = contrast(bundle, 'after-suspicion', 'revenueUsd');
    expect(meanDifference).toBeGreaterThan(4 * se);
    expect(contrast(bundle, 'at-random', 'revenueUsd').meanDifference).toBeLessThan(0);
  });

  test('where pay rises with the number, it stays just below suspicion, and nobody is audited', () => {
    const arm = 'by-the-visit-after-suspicion';
    expect(mean(bundle, arm, 'hollowVisitsShare')).toBeGreaterThan(0.3);
    expect(mean(bundle, arm, 'targetedAuditsCount')).toBeLessThan(0.2);
    expect(mean(bundle, arm, 'bonusPaidUsd')).toBeLessThan(
      0.7 * mean(bundle, 'by-the-visit', 'bonusPaidUsd'),
    );
  });

  test('each audit costs the company its price', () => {
    const arm = 'after-suspicion';
    // Parts of profit are adjusted for the luck of deals, so that this holds but for noise.
    const each = mean(bundle, arm, 'targetedAuditsUsd') / mean(bundle, arm, 'targetedAuditsCount');
    expect(Math.abs(each / 2000 - 1)).toBeLessThan(0.02);
    expect(mean(bundle, 'as-usual', 'targetedAuditsUsd')).toBe(0);
  });

  test('what no definition forbids is not sanctioned', async () => {
    const ambiguous = await play('targeted-audits', 10, { 'governance.stage': 'ambiguous' }, [
      'as-usual',
      'after-suspicion',
    ]);
    expect(mean(ambiguous, 'after-suspicion', 'hollowVisitsShare')).toBe(0);
    expect(mean(ambiguous, 'after-suspicion', 'hollowSqlsShare')).toBeGreaterThan(0.4);
  });
});
