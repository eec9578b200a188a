import { describe, expect, test } from 'vitest';
import { findBest } from '../../src/experiments/commands/nelderMead.ts';
import { optimise } from '../../src/experiments/commands/optimise.ts';
import { parseFree, parseLimit } from '../../src/experiments/commands/optimiseInput.ts';
import { renderOptimum } from '../../src/report/optimum.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { CATHERINE } from '../support/catherine.ts';
import { isThorough } from '../support/thorough.ts';

const parse = (set: Readonly<Record<string, unknown>>) =>
  parseScenario(CATHERINE, { file: 'catherine.yaml', set: { 'people.director.integrityUsd': 40, ...set } });

describe('the Nelder-Mead search', () => {
  test.each([
    [[{ low: -3, high: 5 }], ([x]: readonly number[]) => -((x - 1.25) ** 2), [1.25]],
    [[{ low: 0, high: 1 }], ([x]: readonly number[]) => x, [1]],
    [
      [
        { low: -2, high: 2 },
        { low: -2, high: 2 },
      ],
      ([x, y]: readonly number[]) => -((1 - x) ** 2) - 20 * (y - x * x) ** 2,
      [1, 1],
    ],
    [[{ low: -3, high: 5 }], ([x]: readonly number[]) => (x < 2 ? Number.NaN : -x), [2]],
  ] as const)(
    'the search finds the optimum despite bounds, valleys and inadmissible points: case %#',
    async (axes, value, wanted) => {
      const { point } = await findBest([...axes], value);
      wanted.forEach((x, i) => {
        expect(point[i]).toBeCloseTo(x, 3);
      });
    },
  );
});

describe('the best plan, given that people respond', () => {
  test.runIf(isThorough)(
    'the best bonus on fluff is small, and better than the plan as written',
    async () => {
      const optimum = await optimise(parse, [parseFree('plans.fluff.director.bonusUsdPerYear=1000:20000')], {
        outcome: 'profitUsd',
        evaluations: 10,
        replicates: 15,
      });
      expect(optimum.free[0].best).toBeLessThan(8000);
      expect(optimum.gain!.ci95[0]).toBeGreaterThan(0);
      expect(optimum.replicates).toBe(60);
      const text = renderOptimum(optimum);
      expect(text).toContain('Against the plan as written: +$');
      expect(text).not.toMatch(/NaN|undefined/);
    },
    60_000,
  );

  test.runIf(isThorough)(
    'the best plan exceeds a limit by at most 2%, or is reported to break it if no plan can respect it',
    async () => {
      const limit = parseLimit('directorPayUsd<=106000');
      const options = { outcome: 'bonusPaidUsd', limits: [limit], evaluations: 6, replicates: 5 };
      const free = [parseFree('plans.fluff.director.bonusUsdPerYear=1000:20000')];
      const optimum = await optimise(parse, free, options);
      expect(optimum.limits[0].mean).toBeLessThan(108_000);
      const impossible = await optimise(parse, free, {
        ...options,
        limits: [parseLimit('directorPayUsd<=1000')],
      });
      expect(impossible.limits[0].isMet).toBe(false);
      expect(renderOptimum(impossible)).toContain('breaks the limit');
    },
    60_000,
  );

  test('an entry of a list can be overridden by its index', () => {
    const { pay } = parse({ 'plans.fluff.director.components.1.target': 77 }).arms[0];
    expect(pay.director.components!.map((component) => component.target)).toEqual([5000, 77, 300]);
  });

  test.each(['x', 'a.b=1', 'a.b=2:1', 'a.b=1:y', '=1:2'])('%s is not a valid free parameter', (text) => {
    expect(() => parseFree(text)).toThrow(/path=low:high/);
  });

  test.each(['x', 'a<5', 'a<=x', '<=5'])('%s is not a valid limit', (text) => {
    expect(() => parseLimit(text)).toThrow(/outcome<=number/);
  });

  test('an unknown outcome is refused with the nearest name', async () => {
    await expect(optimise(parse, [parseFree('sales.reps=1:5')], { outcome: 'profitUsds' })).rejects.toThrow(
      /profitUsd/,
    );
  });
});
