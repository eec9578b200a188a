import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { revenueAdapter } from '../../src/experiments/adapters/revenue/revenueAdapter.ts';
import { inlineExecutor } from '../../src/experiments/executors/inline.ts';
import { type Control, withoutLuck } from '../../src/experiments/running/controlVariate.ts';
import { PreparationCache } from '../../src/experiments/running/preparationCache.ts';
import { Replicator } from '../../src/experiments/tasks/replicates.ts';
import { luckKey, purposeOf, uniform } from '../../src/random/luck.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { pairedDifference } from '../../src/statistics/paired.ts';
import { readBase, textOf } from '../support/shipped.ts';
import { isThorough, sized } from '../support/thorough.ts';

/**
 * Values of some outcomes in some arms of a shipped scenario (the first few, or those named), under common
 * random numbers: [arm][outcome][replicate].
 */
async function valuesOf(
  name: string,
  arms: readonly string[] | number,
  replicates: number,
  ids: readonly string[],
  set: Readonly<Record<string, unknown>> = {},
): Promise<Float64Array[][]> {
  const scenario = parseScenario(textOf(`${name}.yaml`), { readBase, set });
  if (scenario.kind !== 'revenue') throw new Error(`${name} is no company`);
  const chosen =
    typeof arms === 'number'
      ? scenario.arms.slice(0, arms)
      : scenario.arms.filter((arm) => arms.includes(arm.name));
  const adapter = await revenueAdapter(chosen, new PreparationCache(), inlineExecutor, () => 'none');
  const { runs, runsOf, outcomes: definitions } = adapter;
  const { outcomes } = new Replicator(runs, 'steady').play(0, replicates);
  return runsOf.map(({ own }) =>
    ids.map((id) => {
      const at = definitions.findIndex((definition) => definition.id === id);
      if (at < 0) throw new Error(`${name} has no outcome ${id}`);
      return Float64Array.from(
        { length: replicates },
        (_, r) => outcomes[(r * runs.length + own) * definitions.length + at],
      );
    }),
  );
}

describe('the control variate for chance in single deals', () => {
  // Scenarios that cover most ways in which deals are drawn, moved, held back, promised and taken.
  // `npm run test:thorough` takes all scenarios and arms.
  const some = ['sandbagging'];
  const all = readdirSync('scenarios')
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''));
  const isWhole = isThorough;
  const names = isWhole ? all : some;

  test.each(names)(
    'the control variate has mean 0 in arms of %s, so that adjusting for it shifts no mean',
    async (name) => {
      const arms = await valuesOf(name, isWhole ? 20 : 2, 20, ['dealLuckUsd']);
      for (const [luck] of arms) {
        const mean = luck.reduce((sum, value) => sum + value, 0) / luck.length;
        const sd = Math.sqrt(luck.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (luck.length - 1));
        expect(Math.abs(mean)).toBeLessThanOrEqual((4 * sd) / Math.sqrt(luck.length));
      }
    },
    60_000,
  );
});

describe('paired differences adjusted by the control variate', () => {
  const IDS = ['dealLuckUsd', 'revenueUsd', 'profitUsd', 'winsCount', 'quotaAttainmentShare'] as const;
  const QUICK = { 'question.horizonMonths': 3, 'calendar.warmUpMonths': 2 };
  const POOL = sized(300, 3000);
  let arms: Float64Array[][];
  beforeAll(async () => {
    arms = await valuesOf('catherine', ['fluff', 'salary-only'], POOL, IDS, QUICK);
    // Resampling needs a control of mean 0 in the pool, as in the model.
    for (const [luck] of arms) {
      const mean = luck.reduce((sum, value) => sum + value, 0) / POOL;
      luck.forEach((value, i) => {
        luck[i] = value - mean;
      });
    }
  }, 120_000);

  test.each([
    [100, 'revenueUsd', 0.6],
    ...(isThorough ? ([[500, 'revenueUsd', 0.4]] as const) : []),
    [500, 'profitUsd', 0.6],
    [500, 'winsCount', 0.9],
    [500, 'quotaAttainmentShare', 0.6],
  ] as const)(
    'adjusted intervals from %i replicates cover the true difference in %s in 95% of trials',
    (runs, id, width) => {
      const at = IDS.indexOf(id);
      const truth = arms[1][at].reduce((sum, value, i) => sum + value - arms[0][at][i], 0) / POOL;
      const TRIALS = sized(250, 5000);
      let covered = 0;
      let narrower = 0;
      for (let trial = 0; trial < TRIALS; trial++) {
        const key = luckKey(`steady ${id} ${runs}`, trial);
        const picked = Int32Array.from({ length: runs }, (_, i) =>
          Math.floor(POOL * uniform(key, i, purposeOf(1))),
        );
        const sample = arms.map((values) =>
          [0, at].map((column) => Float64Array.from(picked, (i) => values[column][i])),
        );
        const plain = (run: number, name: string) => sample[run][name === id ? 1 : 0];
        const steady = withoutLuck({ id: 'dealLuckUsd', of: [id] }, plain, runs).column;
        const [difference, raw] = [steady, plain].map(
          (read) => pairedDifference(read(1, id), read(0, id), 'neutral', 1)!,
        );
        covered += difference.ci95[0] <= truth && truth <= difference.ci95[1] ? 1 : 0;
        narrower += difference.se < width * raw.se ? 1 : 0;
      }
      // Three standard errors of the share of trials, and at least 1.5%.
      const slack = Math.max(0.015, 3 * Math.sqrt((0.05 * 0.95) / TRIALS));
      expect(Math.abs(covered / TRIALS - 0.95)).toBeLessThanOrEqual(slack);
      // The adjusted intervals must also be narrower.
      expect(narrower / TRIALS).toBeGreaterThan(0.99);
    },
  );
});

test('with common random numbers and the control variate, one pair is worth over 50 independent pairs', async () => {
  const RUNS = 400;
  const arms = await valuesOf('bench/reference', ['quiet', 'gaming'], RUNS, ['dealLuckUsd', 'revenueUsd']);
  const control: Control = { id: 'dealLuckUsd', of: ['revenueUsd'] };
  const column = (run: number, id: string) => arms[run][id === 'dealLuckUsd' ? 0 : 1];
  const steady = withoutLuck(control, column, RUNS).column;
  const [quiet, gaming] = [0, 1].map(
    (run) => pairedDifference(column(run, 'revenueUsd'), new Float64Array(RUNS), 'neutral', 1)!,
  );
  const pair = pairedDifference(steady(1, 'revenueUsd'), steady(0, 'revenueUsd'), 'neutral', 1)!;
  expect((quiet.se ** 2 + gaming.se ** 2) / pair.se ** 2).toBeGreaterThan(50);
  const plain = pairedDifference(column(1, 'revenueUsd'), column(0, 'revenueUsd'), 'neutral', 1)!;
  expect(Math.abs(pair.meanDifference - plain.meanDifference)).toBeLessThan(4 * plain.se);
}, 60_000);
