import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compare, parseScenario, Session } from '../../src/index.ts';
import { honestLevel } from '../../src/play/measures.ts';
import { METRICS } from '../../src/worlds/revenue/catalogue/metrics/index.ts';
import { cache } from '../support/shared.ts';

const text = readFileSync('scenarios/catherine.yaml', 'utf8');
/** Two digits of a target are 5% at most; the rest is the error of sixty years. */
const BOUND = 0.08;

test('a proposed target is what people report who are not paid for the measure', async () => {
  const session = new Session(undefined, cache);
  const written = parseScenario(text);
  const options = { arms: ['fluff', 'salary-only'], replicates: 60, counterfactuals: 'none' } as const;
  await session.compare(written, { ...options, replicates: 2 });
  const beliefs = session.beliefsIn(written)!;
  const { monthly } = (await compare(written, { ...options, cache })).arms.find(
    ({ name }) => name === 'salary-only',
  )!;
  // A ratio of sums is not the mean of monthly ratios: those are left out.
  const counts = METRICS.filter(({ denominator }) => denominator === undefined).map(({ id }) => id);
  const ids = counts.filter((id) => id in monthly && honestLevel(id, 1, beliefs) !== undefined);
  expect(ids).toEqual(expect.arrayContaining(['visitors', 'leads', 'sqls', 'marketing-pipeline']));
  for (const id of ids) {
    const { reported } = monthly[id];
    const mean = reported.reduce((sum, value) => sum + value, 0) / reported.length;
    const target = honestLevel(id, 1, beliefs)!;
    expect(Math.abs(mean / target - 1), `${id}: target ${target}, mean ${mean}`).toBeLessThan(BOUND);
  }
}, 60_000);
