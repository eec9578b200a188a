import { expect, test } from 'vitest';
import type { Bundle, Contrast } from '../../src/experiments/result/bundle.ts';
import { bridgeOf } from '../../src/report/bridge.ts';
import { bridgeChart } from '../../src/report/charts/bridgeChart.ts';
import { costOf } from '../../src/report/costs.ts';
import { movements } from '../../src/report/moved.ts';
import type { PairedDifference } from '../../src/statistics/paired.ts';

const off = (mean: number, half: number): PairedDifference => ({
  n: 100,
  meanDifference: mean,
  se: half / 2,
  ci95: [mean - half, mean + half],
  ci95Simultaneous: [mean - half, mean + half],
});
const arm = (name: string, means: Record<string, number>, set: Record<string, unknown> = {}) => ({
  name,
  plan: name,
  set,
  outcomes: Object.fromEntries(
    Object.entries(means).map(([id, mean]) => [
      id,
      { mean, title: id, unit: id.endsWith('Usd') ? 'USD' : id.endsWith('Score') ? 'score 0-100' : 'count' },
    ]),
  ),
});
const contrast = (
  of: string,
  reference: string,
  outcomes: Readonly<Record<string, PairedDifference>>,
): Contrast => ({
  arm: of,
  reference,
  outcomes,
});

function bundleOf(part: object): Bundle {
  return {
    scenario: { world: 'revenue', name: 'made up', reference: 'old', outcome: 'profitUsd', resolved: {} },
    arms: [
      arm('old', { winsCount: 100, profitUsd: 1_000_000 }),
      arm('new', { winsCount: 120, profitUsd: 1_300_000 }),
    ],
    contrasts: [],
    misalignment: [],
    ...part,
  } as unknown as Bundle;
}

const MORE = contrast('new', 'old', {
  winsCount: off(20, 2),
  // Losing ten fewer wins for lack of time means ten more wins.
  lostNoTimeCount: off(-25, 1),
  ownWinsCount: off(-5, 1),
  lostCooledCount: off(-0.5, 2),
  profitUsd: off(300_000, 10_000),
  newMarginUsd: off(400_000, 5_000),
  repPayUsd: off(100_000, 5_000),
});

test('a bridge names the significant parts of a difference, signed as contributions to the whole', () => {
  const bundle = bundleOf({ contrasts: [MORE] });
  expect(bridgeOf(bundle, MORE, 'winsCount')?.text).toBe(
    'Deals won 120 instead of 100: +25 by fewer lost because nobody had time to call and −5 by fewer that sellers found themselves.',
  );
  expect(bridgeOf(bundle, MORE, 'profitUsd')?.text).toBe(
    'Profit $1.30M instead of $1.00M: +$400k by more margin on new business and −$100k by more pay of sellers.',
  );
});

test('a bridge omits insignificant and negligible parts', () => {
  const vague = contrast('new', 'old', { winsCount: off(20, 2), lostNoTimeCount: off(-25, 15) });
  const small = contrast('new', 'old', { winsCount: off(0.5, 0.01), ownWinsCount: off(0.5, 0.01) });
  for (const one of [vague, small])
    expect(bridgeOf(bundleOf({ contrasts: [one] }), one, 'winsCount')).toBeUndefined();
});

test('bridge tables have a column for every part that changed, with intervals mirrored for subtracted parts', () => {
  const [deals, profit] = (['winsCount', 'profitUsd'] as const).map(
    (whole) => bridgeChart(bundleOf({ contrasts: [MORE] }), whole)!.table,
  );
  expect(deals.head).toEqual([
    'Arm',
    'Deals won',
    'Fewer lost because nobody had time to call',
    'Fewer lost to a late call',
    'Deals that sellers found themselves',
  ]);
  expect(deals.rows[0][2]).toBe('+25 (+24 to +26)');
  expect(profit.rows[0].slice(2)).toEqual(['+$400k (+$395k to +$405k)', '−$100k (−$105k to −$95k)']);
  expect(bridgeChart(bundleOf({ contrasts: [contrast('new', 'old', {})] }), 'winsCount')).toBeUndefined();
});

test('movements list the largest gain and the largest loss against each comparison arm first', () => {
  const by = (of: string, reference: string, usd: number) =>
    contrast(of, reference, { ...MORE.outcomes, profitUsd: off(usd, 1) });
  const names = ['old', 'new', 'b', 'c', 'd'];
  const bundle = bundleOf({
    arms: names.map((name) => arm(name, { winsCount: 100, profitUsd: 1_000_000 })),
    contrasts: [
      by('new', 'old', 900_000),
      by('b', 'old', 800_000),
      by('c', 'old', -50_000),
      by('d', 'new', 20_000),
    ],
  });
  const told = movements(bundle);
  expect(told.map(([first]) => first)).toEqual([
    expect.stringMatching(/^Under “new”, compared with “old”: deals won /),
    expect.stringMatching(/^Under “d”, compared with “new”: deals won /),
  ]);
  // The same parts with the same signs.
  expect(told[0].at(-1)).toBe('In the same way under “c” and “b”.');
});

test('the cost of the reference is measured against the most profitable arm that the company could choose', () => {
  const costs = {
    profitUsd: { unit: 'USD', gaming: off(10_000, 100), effort: off(5, 1), total: off(15_000, 100) },
  };
  const gain = (of: string, usd: number) => contrast(of, 'old', { profitUsd: off(usd, 1_000) });
  const arms = [
    arm('old', { profitUsd: 1_000_000 }),
    arm('choice', { profitUsd: 1_100_000 }, { 'governance.stage': 'aligned' }),
    arm('better-world', { profitUsd: 1_900_000 }, { 'sales.reps': 50 }),
  ];
  const bundle = bundleOf({
    arms,
    contrasts: [gain('choice', 100_000), gain('better-world', 900_000)],
    misalignment: [{ arm: 'old', costs, beatsBenchmark: false }],
  });
  const cost = costOf(bundle)!;
  expect(cost.isAgainstArm).toBe(true);
  expect(cost.text).toContain('between “old” and “choice”');
  expect(cost.text).toContain('$100k ($99k to $101k) (gaming alone: $10k)');
  // If nothing beats the benchmark, the benchmark is the yardstick.
  const alone = costOf({ ...bundle, contrasts: [] })!;
  expect(alone.text).toMatch(/against the best company policy.*\$15k/);
  const nothing = { profitUsd: { unit: 'USD', gaming: off(0, 0), effort: off(0, 0), total: off(0, 0) } };
  expect(
    costOf({
      ...bundle,
      contrasts: [],
      misalignment: [{ arm: 'old', costs: nothing, beatsBenchmark: false }],
    }),
  ).toBeUndefined();
});

test('a cost in a unit other than dollars is stated if it is at least 2% of the level', () => {
  const score = (mean: number) => ({
    unit: 'score 0-100',
    gaming: off(mean, 0.01),
    effort: off(0, 0),
    total: off(mean, 0.01),
  });
  const cost = (mean: number) =>
    costOf(
      bundleOf({
        arms: [arm('old', { profitUsd: 1_000_000, customerSatisfactionScore: 70 })],
        misalignment: [
          {
            arm: 'old',
            costs: {
              profitUsd: { unit: 'USD', gaming: off(1, 0.1), effort: off(0, 0), total: off(10_000, 0.1) },
              customerSatisfactionScore: score(mean),
            },
            beatsBenchmark: false,
          },
        ],
      }),
    )!.text;
  expect(cost(2)).toContain('customerSatisfactionScore (70.0 as it is) 2.0 of 100');
  expect(cost(1)).toContain('; customerSatisfactionScore (70.0 as it is) hardly differs.');
});
