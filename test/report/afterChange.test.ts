import { expect, test } from 'vitest';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { changeTables } from '../../src/report/afterChange.ts';
import { changeSentences } from '../../src/report/afterChangeWords.ts';

/** Outcomes of two quarters after a change in month 4, as one arm has them. */
function outcomes(worth: readonly [number, number], paid: number, pipeline = 5e5, hollow = 0.1) {
  const of = (title: string, unit: string, mean: number) => ({ title, unit, mean, n: 50 });
  return {
    profitUsd: { ...of('Profit after all pay', 'USD', 1e6), direction: 'higher' },
    months4To6PerceivedBonusShare: of('Months 4 to 6: perceived value of the bonus', 'share', worth[0]),
    months4To6TargetPaidShare: of('Months 4 to 6: target bonus paid', 'share', paid),
    months4To6PayUsd: of('Months 4 to 6: pay', 'USD', 8000),
    months10To12PayUsd: of('Months 10 to 12: pay', 'USD', 8000),
    months4To6SalaryUsd: of('Months 4 to 6: salary', 'USD', 7000),
    months4To6PipelineUsd: of('Months 4 to 6: marketing pipeline', 'USD', pipeline),
    months4To6HollowPipelineShare: of('Months 4 to 6: hollow pipeline', 'share', hollow),
    // Later quarters come first, as in a file whose keys are in alphabetical order.
    months10To12PerceivedBonusShare: of('Months 10 to 12: perceived value of the bonus', 'share', worth[1]),
    months10To12PipelineUsd: of('Months 10 to 12: marketing pipeline', 'USD', 5e5),
  };
}

/** Hours of the director. */
const work = (hoursPerMonth: number) => [
  { person: 'director', work: [{ tactic: 'awareness', title: 'Awareness work', hoursPerMonth }] },
];

const difference = (meanDifference: number, half: number) => ({
  n: 50,
  meanDifference,
  se: half / 2,
  ci95: [meanDifference - half, meanDifference + half],
  ci95Simultaneous: [meanDifference - half, meanDifference + half],
});

const bundle = {
  scenario: {
    reference: 'stays',
    outcome: 'profitUsd',
    world: 'revenue',
    resolved: {
      plans: {
        old: { director: { components: [{ metric: 'visitors' }, { metric: 'leads' }] } },
        new: { director: { components: [{ metric: 'leads' }] } },
      },
    },
  },
  arms: [
    { name: 'stays', plan: 'old', outcomes: outcomes([1, 1], 0.9), workAfterChange: work(60) },
    {
      name: 'told',
      plan: 'old',
      later: { fromMonth: 4, plan: 'new' },
      outcomes: outcomes([1, 1], 0.6),
      workAfterChange: work(40),
    },
    {
      name: 'not-told',
      later: { fromMonth: 4, plan: 'new', beliefs: 'learning' },
      outcomes: outcomes([0.9, 0.95], 0.6, 480_000, 34 / 480),
    },
  ],
  contrasts: [
    {
      arm: 'told',
      reference: 'stays',
      outcomes: {
        profitUsd: difference(5000, 1000),
        months4To6PayUsd: difference(-250, 20),
        months10To12PayUsd: difference(-15, 20),
        months4To6SalaryUsd: difference(300, 0),
      },
    },
    {
      arm: 'not-told',
      reference: 'told',
      outcomes: {
        profitUsd: difference(100, 1000),
        months4To6PerceivedBonusShare: difference(-0.1, 0.01),
        months10To12PerceivedBonusShare: difference(-0.05, 0.06),
        months4To6PipelineUsd: difference(-20_000, 5000),
        months4To6HollowPipelineShare: difference(-0.027, 0.01),
      },
    },
  ],
} as unknown as Bundle;

test('what a change means is said with what is clear, and with what is not', () => {
  expect(changeSentences(bundle)).toEqual([
    '“told” pays a marketer $250 less a month at first, then not clearly different (60% of target bonus, not 90%; ' +
      'salary +$300).',
    'Awareness work loses the most hours (60 to 40 a month); no more pay for visitors.',
    '“not told” against “told”, months 4 to 6: perceived bonus value 10% less; reported pipeline $20k less (about ' +
      '80% of that hollow); profit after all pay not clearly different.',
    'Under “told” the director spends 40 hours a month on awareness work (60 under “stays”).',
    '“not told” against “told”, months 4 to 6 and then months 10 to 12: perceived bonus value 10% less, then not ' +
      'clearly different; reported pipeline $20k less, then not clearly different; hollow pipeline 2.7 points less, ' +
      'then not clearly different.',
  ]);
});

test('quarters stand in order, with the differences that are clear', () => {
  const tables = changeTables(bundle);
  const seen = tables.find(({ title }) => title === 'After the change: perceived value of the bonus')!;
  expect(seen.head).toEqual(['Plan', 'months 4 to 6', 'months 10 to 12']);
  expect(seen.rows).toEqual([
    ['stays', '100%', '100%'],
    ['told', '100%', '100%'],
    ['not told', '90% (−10 points)', '95%'],
  ]);
  // What nobody is measured by has no table.
  expect(tables).toHaveLength(6);
});

test('nothing is said where no plan changes', () => {
  const still = { ...bundle, arms: [{ name: 'stays', outcomes: {} }], contrasts: [] } as unknown as Bundle;
  expect(changeSentences(still)).toEqual([]);
  expect(changeTables(still)).toEqual([]);
});
