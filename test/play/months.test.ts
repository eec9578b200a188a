import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { replayTypical } from '../../src/experiments/commands/replay.ts';
import type { ArmResult } from '../../src/experiments/result/bundle.ts';
import { compare, parseScenario } from '../../src/index.ts';
import { stepsOf } from '../../src/play/months.ts';
import { luckKey } from '../../src/random/luck.ts';
import { doingInWords } from '../../src/report/doing.ts';
import { asRevenue } from '../../src/scenario/load.ts';
import { compileCompany } from '../../src/worlds/revenue/compile/company.ts';
import { Market } from '../../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../../src/worlds/revenue/engine/run.ts';
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

  // Work is told in hours: those of baseline without a bonus, and fewer than there are with one.
  const workUnder = (arm: ArmResult) => arm.incentives![0].work;
  for (const { hoursPerMonth, baselineHoursPerMonth } of workUnder(arms[2]))
    expect(hoursPerMonth).toBeCloseTo(baselineHoursPerMonth, 9);
  const task = (name: string) => workUnder(arms[0]).find(({ tactic }) => tactic === name)!;
  const hours = (name: string) => task(name).hoursPerMonth - task(name).baselineHoursPerMonth;
  expect(hours('awareness')).toBeGreaterThan(5);
  expect(hours('nurturing')).toBeLessThan(-5);
  const { hoursPerMonth: spent, baselineHoursPerMonth: usual } = task('nurturing');
  expect(fluff).toContain(`${Math.round(spent)} on nurturing and qualifying (${usual})`);
});

test('hours of work are those that were planned', () => {
  const levels = { awareness: 1.25, nurturing: 0.5 };
  const [{ world }] = asRevenue(scenario, 'catherine.yaml').arms;
  const company = compileCompany(world, {}, undefined, { policy: { levels } });
  const market = new Market(world, company.days);
  const runner = new Runner(company, market);
  market.fill(luckKey('hours', 1));
  runner.run(new Float64Array(company.outcomes.length));
  const { books } = runner.state;
  const from = books.assignmentsAt;
  company.assignments.forEach(({ tactic }, a) => {
    const { definition, productive } = company.tactics[tactic];
    if (!productive || !(company.workHours[a] > 0)) return;
    const level = (levels as Readonly<Record<string, number>>)[definition.id] ?? 1;
    for (let month = 0; month < 3; month++)
      expect(books.months[from + month * company.assignments.length + a]).toBe(level);
  });
});
