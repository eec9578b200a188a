import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { poissonQuantile } from '../../src/random/distributions.ts';
import { luckKey, purposeOf, uniform } from '../../src/random/luck.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { periodEnds } from '../../src/statistics/periodEnds.ts';
import { alarmsOf } from '../../src/validation/periodEndAlarms.ts';
import { readBase, textOf } from '../support/shipped.ts';
import { isThorough, sized } from '../support/thorough.ts';

const WINDOWS = { near: 3, far: 4 };
const even = (periods: number, perDay: number) =>
  Array.from({ length: periods }, () => new Array<number>(21).fill(perDay));

test('what is moved over the end is found to the deal; a step and a trend are not', () => {
  // Four of 12 deals of the first three days are signed in the last three days before.
  const moved = even(10, 4).map((days, p) =>
    days.map((deals, day) => deals + (day >= 18 ? (p < 9 ? 4 / 3 : 0) : day < 3 && p > 0 ? -4 / 3 : 0)),
  );
  const found = periodEnds(moved, WINDOWS)!;
  expect(found.ends).toBe(9);
  expect(found.excessShare).toBeCloseTo(1 / 3, 12);
  expect(found.placeboShare).toBeCloseTo(0, 12);
  expect(found.differenceShare).toBeCloseTo(1 / 3, 12);
  // Every third period has twice the deals of the others.
  const season = even(13, 4).map((days, p) => days.map((deals) => (p % 3 === 2 ? 2 : 1) * deals));
  expect(periodEnds(season, WINDOWS)!.differenceShare).toBeCloseTo(0, 12);
  // Deals rise within every period: an excess, but as large in the middle.
  const rising = even(13, 4).map((days) => days.map((deals, day) => deals + day / 10));
  const trend = periodEnds(rising, WINDOWS)!;
  expect(trend.excessShare).toBeGreaterThan(0.02);
  expect(trend.differenceShare).toBeCloseTo(0, 12);
});

test('with Poisson deals the interval misses the truth in one of twenty', () => {
  const RUNS = sized(1500, 6000);
  let missed = 0;
  for (let run = 0; run < RUNS; run++) {
    const luck = luckKey('even', run);
    const periods = even(25, 0).map((days, p) =>
      days.map((_, day) => poissonQuantile(uniform(luck, p * 21 + day, purposeOf(1)), 0.6)),
    );
    const [low, high] = periodEnds(periods, WINDOWS)!.ci95;
    missed += +(low > 0 || high < 0);
  }
  expect(Math.abs(missed / RUNS - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / RUNS) + 0.005);
});

test('too little is refused, not guessed', () => {
  expect(periodEnds(even(3, 4), WINDOWS)).toBeUndefined();
  expect(periodEnds(even(10, 0), WINDOWS)).toBeUndefined();
  expect(periodEnds([[1, 2], [3], [4], [5], [6]], WINDOWS)).toBeUndefined();
});

describe('companies with a buyers’ quarter-end', () => {
  const alarms = (name: string, arm: string, runs: number) =>
    alarmsOf(
      parseRevenueScenario(textOf(`${name}.yaml`), {
        readBase,
        set: { 'question.horizonMonths': 36, 'buyers.quarterEndShare': 0.3 },
      }),
      arm,
      runs,
    );

  test.runIf(isThorough)('honest ones are rarely suspected; those that hold deals back mostly', () => {
    const RUNS = sized(80, 1000);
    const honest = alarms('catherine', 'salary-only', RUNS);
    expect(honest.early + honest.late).toBeLessThan(0.06 + 4 * Math.sqrt((0.06 * 0.94) / RUNS));
    const held = alarms('sandbagging', 'from-quota', sized(25, 300));
    expect(held.late).toBeGreaterThan(0.7);
    expect(held.early).toBe(0);
  });

  test('the rate of false alarms that is said is that of the table', () => {
    const rows = readFileSync('reports/validation/period-ends.md', 'utf8')
      .split('\n')
      .filter((row) => row.startsWith('| honest'));
    expect(rows.length).toBeGreaterThanOrEqual(5);
    const text = readFileSync('src/report/detectedText.ts', 'utf8');
    const [low, high] = /Between (\d)% and (\d)% of simulated honest/.exec(text)!.slice(1).map(Number);
    for (const row of rows) {
      const share = Number.parseFloat(row.split('|')[8]);
      expect(share).toBeGreaterThanOrEqual(low - 0.5);
      expect(share).toBeLessThanOrEqual(high + 0.5);
    }
  });
});
