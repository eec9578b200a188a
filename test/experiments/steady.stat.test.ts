import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { inlineExecutor } from '../../src/experiments/executor.ts';
import { revenueGround } from '../../src/experiments/grounds/revenueGround.ts';
import { LineRunner } from '../../src/experiments/lines.ts';
import { steady } from '../../src/experiments/steady.ts';
import { WorldBook } from '../../src/experiments/worldBook.ts';
import { luckKey, purposeOf, uniform } from '../../src/random/luck.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { pairedDifference } from '../../src/statistics/paired.ts';
import { OUTCOME, OUTCOME_COUNT, type OutcomeId } from '../../src/worlds/revenue/outcomes.ts';
import { readBase, textOf } from '../support/shipped.ts';

/** Values of some outcomes in arms of a shipped scenario (the first few, or those named), on the same luck. */
async function valuesOf(
  name: string,
  arms: readonly string[] | number,
  runs: number,
  ids: readonly OutcomeId[],
) {
  const scenario = parseScenario(textOf(`${name}.yaml`), { readBase });
  if (scenario.kind !== 'revenue') throw new Error(`${name} is no company`);
  const chosen =
    typeof arms === 'number'
      ? scenario.arms.slice(0, arms)
      : scenario.arms.filter((arm) => arms.includes(arm.name));
  const { lines, linesOf } = await revenueGround(chosen, new WorldBook(), inlineExecutor, () => 'none');
  const { outcomes } = new LineRunner(lines, 'steady').run(0, runs);
  return linesOf.map(({ own }) =>
    ids.map((id) =>
      Float64Array.from(
        { length: runs },
        (_, r) => outcomes[(r * lines.length + own) * OUTCOME_COUNT + OUTCOME[id]],
      ),
    ),
  );
}

describe('the luck of deals', () => {
  // Where deals are drawn, moved, held back, promised or taken in every way there is; `npm run test:luck` takes all scenarios and arms.
  const some = [
    'all-or-nothing',
    'good-leads-rejected',
    'price-gaming',
    'product-lines',
    'promises',
    'sandbagging',
  ];
  const all = readdirSync('scenarios')
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''));
  const isWhole = process.env.LUCK === 'all';
  const names = isWhole ? all : some;

  test.each(names)(
    'is 0 on average in arms of %s, so that what is freed of it has the same mean',
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

describe('differences that are freed of it', () => {
  const IDS = ['dealLuckUsd', 'revenueUsd', 'profitUsd', 'winsCount', 'quotaAttainmentShare'] as const;
  const POOL = 3000;
  let arms: Float64Array[][];
  beforeAll(async () => {
    arms = await valuesOf('catherine', ['fluff', 'salary-only'], POOL, IDS);
    // In the pool that samples are drawn from the luck is to be 0 on average, as it is in the world.
    for (const [luck] of arms) {
      const mean = luck.reduce((sum, value) => sum + value, 0) / POOL;
      luck.forEach((value, i) => {
        luck[i] = value - mean;
      });
    }
  }, 120_000);

  test.each([
    [100, 'revenueUsd', 0.6],
    [500, 'revenueUsd', 0.4],
    [500, 'profitUsd', 0.4],
    [500, 'winsCount', 0.9],
    [500, 'quotaAttainmentShare', 0.4],
  ] as const)('of %i runs cover the truth of %s as often as they say', (runs, id, width) => {
    const at = IDS.indexOf(id);
    const truth = arms[1][at].reduce((sum, value, i) => sum + value - arms[0][at][i], 0) / POOL;
    const TRIALS = 2000;
    let covered = 0;
    let narrower = 0;
    for (let trial = 0; trial < TRIALS; trial++) {
      const key = luckKey(`steady ${id} ${runs}`, trial);
      const picked = Int32Array.from({ length: runs }, (_, i) =>
        Math.floor(POOL * uniform(key, i, purposeOf(1))),
      );
      const sample = arms.map((values) =>
        values.map((column) => Float64Array.from(picked, (i) => column[i])),
      );
      const plain = (line: number, name: string) => sample[line][IDS.indexOf(name as (typeof IDS)[number])];
      const freed = steady({ control: { id: 'dealLuckUsd', of: [id] } }, plain, runs).column;
      const [difference, raw] = [freed, plain].map(
        (read) => pairedDifference(read(1, id), read(0, id), 'neutral', 1)!,
      );
      covered += difference.ci95[0] <= truth && truth <= difference.ci95[1] ? 1 : 0;
      narrower += difference.se < width * raw.se ? 1 : 0;
    }
    expect(covered / TRIALS).toBeGreaterThanOrEqual(0.935);
    expect(covered / TRIALS).toBeLessThanOrEqual(0.965);
    // It is worth it.
    expect(narrower / TRIALS).toBeGreaterThan(0.99);
  });
});

test('on the reference workload a pair tells more than fifty of independent runs', async () => {
  const RUNS = 400;
  const arms = await valuesOf('bench/reference', ['quiet', 'gaming'], RUNS, ['dealLuckUsd', 'revenueUsd']);
  const control = { id: 'dealLuckUsd', of: ['revenueUsd'] } as const;
  const column = (line: number, id: string) => arms[line][id === 'dealLuckUsd' ? 0 : 1];
  const freed = steady({ control }, column, RUNS).column;
  const [quiet, gaming] = [0, 1].map(
    (line) => pairedDifference(column(line, 'revenueUsd'), new Float64Array(RUNS), 'neutral', 1)!,
  );
  const pair = pairedDifference(freed(1, 'revenueUsd'), freed(0, 'revenueUsd'), 'neutral', 1)!;
  expect((quiet.se ** 2 + gaming.se ** 2) / pair.se ** 2).toBeGreaterThan(50);
  const plain = pairedDifference(column(1, 'revenueUsd'), column(0, 'revenueUsd'), 'neutral', 1)!;
  expect(Math.abs(pair.meanDifference - plain.meanDifference)).toBeLessThan(4 * plain.se);
}, 60_000);
