import { describe, expect, test } from 'vitest';
import { compare } from '../../src/experiments/commands/compare.ts';
import { fitOf } from '../../src/experiments/estimates/fit.ts';
import { answerInWords } from '../../src/report/answer/answerWords.ts';
import { renderRunsCsv } from '../../src/report/csv.ts';
import { fitTable, misfitSentences } from '../../src/report/fit.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { runCatherine } from '../support/catherine.ts';
import { cache, threads } from '../support/shared.ts';
import { readBase } from '../support/shipped.ts';
import { isThorough } from '../support/thorough.ts';

const RUNS = 201;
/** Outcomes of runs: wins of 100 to 300 a year, quota missed in a share of months. */
const columnsWith = (missed: number) => (id: string) =>
  Float64Array.from({ length: RUNS }, (_, run) =>
    id === 'winsCount' ? 100 + run : id === 'teamMonthsMissedShare' ? missed : 1,
  );
const ofWins = (winsPerMonth: number, months?: number) =>
  fitOf(
    {
      horizonMonths: 12,
      reference: 'today',
      observed: { ...(months === undefined ? {} : { months }), figures: { winsPerMonth } },
    },
    columnsWith(0.5),
    undefined,
    columnsWith(0.5),
  )!.figures[0];

describe('observed figures', () => {
  test.each([
    [200, 'green'],
    [119.9, 'amber'],
    [120.1, 'green'],
    [279.9, 'green'],
    [280.1, 'amber'],
    [298.1, 'red'],
    [101.9, 'red'],
  ])('%d wins of 100 to 300 are %s', (wins, light) => {
    expect(ofWins(wins / 12).light).toBe(light);
  });

  test('bands hold the middle 80% and 98% of runs, and widen where fewer months were counted', () => {
    const year = ofWins(16);
    expect(year.usual.map((x) => 12 * x)).toEqual([120, 280]);
    expect(year.rare.map((x) => Math.round(12 * x))).toEqual([102, 298]);
    const quarter = ofWins(16, 3);
    expect(quarter.mean).toBe(year.mean);
    // A quarter has a fourth of the months, and twice the spread of their mean.
    expect(12 * (quarter.usual[1] - quarter.mean)).toBeCloseTo(2 * 80, 9);
  });

  test('without figures nothing is said, unless honest people miss quota nearly always', () => {
    const scenario = { horizonMonths: 12, reference: 'today' };
    expect(fitOf(scenario, columnsWith(0.94), undefined, undefined)).toBeUndefined();
    const hopeless = fitOf(scenario, columnsWith(1), columnsWith(0.97), undefined)!;
    expect(hopeless).toMatchObject({ figures: [], missedShare: 0.97, isWithoutGaming: true });
    // Gaming that makes them miss it is no fault of the description.
    expect(fitOf(scenario, columnsWith(1), columnsWith(0.5), undefined)).toBeUndefined();
  });
});

describe('a report on a company with figures of its own', () => {
  const company = (observed: object, set: Readonly<Record<string, unknown>> = {}) =>
    compare(
      parseRevenueScenario(
        JSON.stringify({
          schemaVersion: 1,
          name: 'mine',
          extends: 'catherine.yaml',
          keepArms: true,
          question: { reference: 'salary-only' },
          observed,
        }),
        { readBase, set },
      ),
      {
        arms: ['salary-only', 'revenue-tied'],
        replicates: 100,
        counterfactuals: 'gaming',
        cache,
        executor: threads,
      },
    );

  test('says first what does not fit, and shows a light for each figure', async () => {
    const bundle = await company({
      leads: 190,
      winsPerMonth: 11.8,
      dealUsd: 23_000,
      note: '<img src=x onerror=alert(1)> CRM',
    });
    expect(bundle.fit!.figures.map(({ light }) => light)).toEqual(['red', 'green', 'green']);
    const [first] = answerInWords(bundle)!.answer;
    expect(first).toMatch(
      /^The model does not describe your company yet: leads a month, 190 in your books against 3\d\d to 3\d\d simulated\.$/,
    );
    expect(fitTable(bundle)!.rows.map((row) => row.slice(0, 2))).toEqual([
      ['Leads a month', '■ no'],
      ['Deals won a month', '● yes'],
      ['Mean deal', '● yes'],
    ]);
    expect(renderTerminal(bundle)).toContain('Does it describe your company?');
    const html = await renderHtml(bundle);
    expect(html).toContain('The model does not describe your company yet');
    expect(html).not.toContain('<img src=x');
  }, 60_000);

  test('figures taken from the company itself fit', async () => {
    const usual = (await company({ winsPerMonth: 1 })).arms.find(
      ({ name }) => name === 'salary-only',
    )!.outcomes;
    const bundle = await company({
      visits: usual.visitsCount.mean / 12,
      leads: usual.leadsCount.mean / 12,
      readyLeads: usual.sqlsCount.mean / 12,
      winsPerMonth: usual.winsCount.mean / 12,
      winShare: usual.winsOfDecidedShare.mean,
      revenueUsdPerYear: usual.revenueUsd.mean,
      attainmentShare: usual.quotaAttainmentShare.mean,
      repsAtQuotaShare: usual.repMonthsAtQuotaShare.mean,
      cycleDays: usual.daysToWin.mean,
      dealUsd: usual.revenueUsd.mean / usual.winsCount.mean,
    });
    expect(bundle.fit!.figures.length).toBe(10);
    for (const { id, light } of bundle.fit!.figures) expect(light, id).toBe('green');
    expect(misfitSentences(bundle)).toEqual([]);
  }, 60_000);

  test('figures of an arm that is not run are compared with nothing, and that is said', async () => {
    const bundle = await company({ arm: 'fluff', leads: 190 });
    expect(bundle.fit).toBeUndefined();
    expect(bundle.warnings.join(' ')).toContain('not compared: fluff, the arm they belong to, was not run');
    expect(misfitSentences(bundle)).toEqual([]);
  }, 60_000);

  test.runIf(isThorough)(
    'a quota that honest people never reach is said without any figure',
    async () => {
      const bundle = await runCatherine(['fluff', 'salary-only'], { 'sales.quotaUsdPerMonth': 200_000 }, 20);
      expect(answerInWords(bundle)!.answer[0]).toBe(
        'The model does not describe your company yet: even if nobody games, the team misses its quota in 100% of months.',
      );
    },
    60_000,
  );
});

test('outcomes run by run are those of the bundle, and a spreadsheet can check them', async () => {
  let csv = '';
  const { arms } = await runCatherine(['fluff', 'salary-only'], {}, 12, {
    onRuns: (table) => {
      csv = renderRunsCsv(table);
    },
  });
  const [head, ...rows] = csv
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  expect(head.slice(0, 2)).toEqual(['arm', 'replicate']);
  expect(rows.length).toBe(2 * 12);
  const column = head.indexOf('hollowSqlsShare');
  for (const { name, outcomes } of arms) {
    const values = rows.filter(([arm]) => arm === name).map((row) => Number(row[column]));
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
    expect(outcomes.hollowSqlsShare.mean).toBeCloseTo(mean, 12);
    expect(outcomes.hollowSqlsShare.sd).toBeCloseTo(sd, 12);
    expect(outcomes.hollowSqlsShare.se).toBeCloseTo(sd / Math.sqrt(12), 12);
  }
  // Without a bonus, what is undefined is empty.
  const bonus = head.indexOf('wholeBonusMonthsShare');
  expect(rows.filter(([arm]) => arm === 'salary-only').every((row) => row[bonus] === '')).toBe(true);
}, 60_000);
