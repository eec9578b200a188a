import { describe, test } from 'vitest';
import { findBestArm } from '../../src/experiments/commands/best.ts';
import { optimise } from '../../src/experiments/commands/optimise.ts';
import { parseFree } from '../../src/experiments/commands/optimiseInput.ts';
import { replay } from '../../src/experiments/commands/replay.ts';
import { parseAxis, sweep } from '../../src/experiments/commands/sweep.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { expectGolden } from '../support/golden.ts';
import { readBase, textOf } from '../support/shipped.ts';
import { isThorough } from '../support/thorough.ts';

const parse = (file: string, set: Readonly<Record<string, unknown>> = {}) =>
  parseRevenueScenario(textOf(file), { file, readBase, set });

const RUNS = {
  best: () =>
    findBestArm(parse('catherine.yaml'), {
      arms: ['fluff', 'joint', 'salary-only'],
      outcome: 'profitUsd',
      maxReplicates: 200,
    }),
  optimise: () =>
    optimise(
      (set) => parse('catherine.yaml', set),
      [parseFree('plans.fluff.director.bonusUsdPerYear=1000:40000')],
      { outcome: 'profitUsd', replicates: 10, evaluations: 12 },
    ),
  sweep: () =>
    sweep(
      textOf('catherine.yaml'),
      [parseAxis('governance.auditRatePerMonth=0:0.05:2')],
      { file: 'catherine.yaml', readBase },
      { arms: ['fluff', 'salary-only'], replicates: 10 },
    ),
  replay: () => ['fluff', 'revenue-tied'].map((arm) => replay(parse('catherine.yaml'), arm, 3)),
};

/**
 * Regression test: results of the commands other than `compare`, to the last digit. It detects changes and
 * says nothing about correctness. After an intended change, run with UPDATE_GOLDEN=1 and list the change
 * under "Changed results" in the changelog.
 */
describe('results of the other commands', () => {
  // `compare` and these two cover the code; all of them in the thorough tests.
  test.each(Object.entries(RUNS).filter(([name]) => isThorough || name === 'best' || name === 'replay'))(
    'the result of %s is unchanged',
    async (name, run) => {
      expectGolden(`test/golden/${name}.json`, await run());
    },
    60_000,
  );
});
