import { expect, describe as group, test } from 'vitest';
import { exponentialFrom, logNormalFrom, normalFrom } from '../../src/random/distributions.ts';
import { luckKey, purposeOf, uniform } from '../../src/random/luck.ts';
import { describe } from '../../src/statistics/describe.ts';
import { pairedDifference } from '../../src/statistics/paired.ts';

const EXPERIMENTS = 4000;
/** Five standard errors of a 95% coverage over 4,000 experiments: 1.7 points; intervals are held to 1.5. */
const FIVE_SE = 5 * Math.sqrt((0.95 * 0.05) / EXPERIMENTS);

const sigma = 0.5;
const KINDS: [string, number, (u: number) => number, number][] = [
  ['normal', 5, normalFrom, 0],
  ['normal', 40, normalFrom, 0],
  ['exponential', 500, exponentialFrom, 1],
  ['log-normal', 500, (u) => logNormalFrom(normalFrom(u), 0, sigma), Math.exp(sigma ** 2 / 2)],
];

group('95% intervals', () => {
  test.each(KINDS)(
    't intervals of the mean of %s samples of %d cover it in 95 of 100 experiments',
    (_, n, from, mean) => {
      // Would catch z for t in small samples (coverage 88% at n = 5), n for n - 1, a variance for its root.
      let covered = 0;
      const sample = new Float64Array(n);
      for (let e = 0; e < EXPERIMENTS; e++) {
        const luck = luckKey('coverage', e);
        for (let i = 0; i < n; i++) sample[i] = from(uniform(luck, i, purposeOf(1)));
        const [low, high] = describe(sample)!.ci95;
        if (low <= mean && mean <= high) covered++;
      }
      expect(Math.abs(covered / EXPERIMENTS - 0.95)).toBeLessThan(Math.min(FIVE_SE, 0.015));
    },
  );

  test('paired intervals of arms without a difference cover zero in 95 of 100 experiments', () => {
    // Half of each value is common noise, as in paired arms. Would catch an interval of the unpaired
    // difference (coverage above 99%).
    let covered = 0;
    let coveredSimultaneous = 0;
    const n = 500;
    const arm = new Float64Array(n);
    const reference = new Float64Array(n);
    for (let e = 0; e < EXPERIMENTS / 4; e++) {
      const luck = luckKey('paired', e);
      for (let i = 0; i < n; i++) {
        const common = 4 * normalFrom(uniform(luck, i, purposeOf(1)));
        arm[i] = common + exponentialFrom(uniform(luck, i, purposeOf(2)));
        reference[i] = common + exponentialFrom(uniform(luck, i, purposeOf(3)));
      }
      const { ci95, ci95Simultaneous } = pairedDifference(arm, reference, 'higher', 10)!;
      if (ci95[0] <= 0 && ci95[1] >= 0) covered++;
      if (ci95Simultaneous[0] <= 0 && ci95Simultaneous[1] >= 0) coveredSimultaneous++;
    }
    const experiments = EXPERIMENTS / 4;
    expect(covered / experiments).toBeGreaterThan(0.935);
    expect(covered / experiments).toBeLessThan(0.965);
    expect(Math.abs(coveredSimultaneous / experiments - 0.995)).toBeLessThan(
      5 * Math.sqrt((0.995 * 0.005) / experiments),
    );
  });

  test("the exact coverage of Wilson's interval for a probability of 0.1 is within 1.5 points of 95%", () => {
    // The rate itself is not 95% for few trials. It is computed exactly by summing over all outcomes and must
    // be near the level.
    const n = 60;
    const chance = 0.1;
    let coverage = 0;
    let pmf = (1 - chance) ** n;
    for (let k = 0; k <= n; k++) {
      const [low, high] = describe(Float64Array.from({ length: n }, (_, i) => (i < k ? 1 : 0)))!.ci95;
      if (low <= chance && chance <= high) coverage += pmf;
      pmf *= ((n - k) / (k + 1)) * (chance / (1 - chance));
    }
    expect(coverage).toBeGreaterThan(0.935);
    expect(coverage).toBeLessThan(0.965);
  });
});
