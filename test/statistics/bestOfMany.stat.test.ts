import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../src/core/numeric/normal.ts';
import { luckKey, uniform } from '../../src/random/luck.ts';
import { BestOfMany } from '../../src/statistics/bestOfMany.ts';
import { controlCoefficient } from '../../src/statistics/control.ts';
import { sized } from '../support/thorough.ts';

const FIRST = 100;
const RACES = sized(400, 1000);

interface Field {
  readonly means: readonly number[];
  readonly sds: readonly number[];
  /** Share of the variance that all arms have in common. */
  readonly common: number;
  /** Shape of the noise, with mean 0 and standard deviation 1. */
  readonly shape: (z: number) => number;
  /**
   * Standard deviation of an arm's observable noise with mean 0; a control variate removes it as far as the
   * first stage allows.
   */
  readonly known?: number;
}

const normal = (z: number) => z;
/** A log-normal with a coefficient of variation of 1, standardised. */
const skewed = (z: number) => Math.exp(Math.sqrt(Math.LN2) * z - Math.LN2 / 2) - 1;

/**
 * Runs one selection to its end. Returns the chosen arm, the number of runs over all arms, and the number
 * under equal allocation.
 */
function race(
  { means, sds, common, shape, known }: Field,
  delta: number,
  number: number,
): { chosen: number; runs: number; equal: number } {
  const luck = luckKey('races', number);
  let drawn = 0;
  const next = () => shape(normalQuantile(uniform(luck, drawn++, 0)));
  const draw = () => {
    const shared = next();
    return means.map((mean, i) => {
      const luck = known === undefined ? 0 : known * next();
      return {
        value: mean + luck + sds[i] * (Math.sqrt(common) * shared + Math.sqrt(1 - common) * next()),
        luck,
      };
    });
  };
  const firstDraws = Array.from({ length: FIRST }, draw);
  const taken = means.map((_, i) =>
    controlCoefficient(
      Float64Array.from(firstDraws, (row) => row[i].value),
      Float64Array.from(firstDraws, (row) => row[i].luck),
    ),
  );
  const freed = (row: ReturnType<typeof draw>) => row.map(({ value, luck }, i) => value - taken[i] * luck);
  const pair = () => freed(draw());
  const first = firstDraws.map(freed);
  const sums = means.map((_, i) => first.reduce((sum, row) => sum + row[i], 0));
  const contest = new BestOfMany(
    means.map((_, i) => Float64Array.from(first, (row) => row[i])),
    delta,
  );
  let r = FIRST;
  let runs = FIRST * means.length;
  while (
    !contest.look(
      sums.map((sum) => sum / r),
      r,
    )
  ) {
    for (let more = 0; more < 25; more++) {
      const row = pair();
      for (let i = 0; i < sums.length; i++) sums[i] += row[i];
    }
    r += 25;
    runs += 25 * contest.isIn.filter(Boolean).length;
  }
  const left = contest.isIn.flatMap((isIn, i) => (isIn ? [i] : []));
  return { chosen: left.reduce((a, b) => (sums[b] > sums[a] ? b : a)), runs, equal: r * means.length };
}

const others = (k: number, mean: number) => Array.from({ length: k - 1 }, () => mean);

describe('selection of the best arm in the indifference zone', () => {
  test.each<[string, Field, number]>([
    ['two arms', { means: [1, 0.9], sds: [1, 1], common: 0.5, shape: normal }, 0.1],
    [
      'five arms, four of them alike',
      { means: [0.1, ...others(5, 0)], sds: [1, 1, 1, 1, 1], common: 0.5, shape: normal },
      0.1,
    ],
    [
      'ten arms of different luck',
      {
        means: [0.15, ...others(10, 0)],
        sds: [2, 1, 1, 1, 1, 1, 0.5, 0.5, 3, 3],
        common: 0.3,
        shape: normal,
      },
      0.15,
    ],
    [
      'five arms, most of whose luck is known',
      { means: [0.12, ...others(5, 0)], sds: [1, 1, 1, 1, 1], common: 0.4, shape: normal, known: 3 },
      0.12,
    ],
    [
      'five arms, skewed',
      { means: [0.12, ...others(5, 0)], sds: [1, 1, 2, 1, 1], common: 0.4, shape: skewed },
      0.12,
    ],
  ])(
    'the best arm is selected in about 95 of 100 races or more if it leads by delta: %s',
    (_, field, delta) => {
      let right = 0;
      let spent = 0;
      let equal = 0;
      for (let i = 0; i < RACES; i++) {
        const result = race(field, delta, i);
        right += result.chosen === 0 ? 1 : 0;
        spent += result.runs;
        equal += result.equal;
      }
      if (field.means.length > 2) expect(spent).toBeLessThan(0.9 * equal);
      // Two standard errors of a share of 0.95.
      expect(right / RACES).toBeGreaterThan(0.95 - 2 * Math.sqrt((0.95 * 0.05) / RACES));
    },
  );
});
