import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { replayTypical } from '../../src/experiments/commands/replay.ts';
import { compare, parseScenario } from '../../src/index.ts';
import { stepsOf } from '../../src/play/months.ts';
import { doingInWords } from '../../src/report/doing.ts';
import { asRevenue } from '../../src/scenario/load.ts';
import { cache } from '../support/shared.ts';

const scenario = parseScenario(
  `${readFileSync('scenarios/catherine.yaml', 'utf8').replace('horizonMonths: 12', 'horizonMonths: 3')}\ncalendar: { warmUpMonths: 1, daysPerMonth: 5 }\n`,
  { file: 'scenarios/catherine.yaml' },
);

test('every month of a typical run is told with its figures, events first, and the sum comes last', () => {
  const run = replayTypical(asRevenue(scenario, 'catherine.yaml'), 'fluff', 'months');
  const steps = stepsOf(run);
  expect(steps.map(({ when }) => when)).toEqual(['Month 1', 'Month 2', 'Month 3', 'In all']);
  run.months.forEach(({ metrics, bonusUsd }, m) => {
    const { figures = '' } = steps[m];
    const count = (value: number | undefined) => Math.round(value ?? 0).toLocaleString('en-US');
    expect(figures).toContain(
      `${count(metrics.visitors.reported)} visits reported, ${count(metrics.visitors.true)} of them real`,
    );
    expect(figures.includes('no bonus')).toBe(bonusUsd === 0);
  });
  expect(steps[0].text).toContain('visits are bought');
});

test('what people do is told with the amounts, and who does not game is said', async () => {
  const { arms } = await compare(scenario, {
    arms: ['fluff', 'fluff-honest', 'salary-only'],
    replicates: 20,
    counterfactuals: 'none',
    cache,
  });
  const [fluff, honest, salary] = arms.map((arm) => doingInWords(arm).join(' '));
  const bought = arms[0].incentives![0].uses.find(({ tactic }) => tactic === 'bot-visits')!;
  expect(fluff).toContain(
    `The director games the numbers: bought visits (${Math.round(bought.amountPerMonth).toLocaleString('en-US')} of the`,
  );
  expect(fluff).toContain('of pay days');
  expect(honest).toContain('The director does not game: that is the assumption here.');
  expect(salary).toBe('The director does not game.');
});
