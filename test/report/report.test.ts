import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../src/cli/launchChromium.ts';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { cautions } from '../../src/report/cautions.ts';
import { drawSvg } from '../../src/report/charts/chart.ts';
import { chartsOf } from '../../src/report/charts/charts.ts';
import { rankingChart } from '../../src/report/charts/rankingChart.ts';
import { csvField } from '../../src/report/csv.ts';
import { quoted } from '../../src/report/format.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { movedSentence } from '../../src/report/moved.ts';
import { opening } from '../../src/report/opening.ts';
import { standingOf } from '../../src/report/standing.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { verdict } from '../../src/report/verdict.ts';
import { runCatherine } from '../support/catherine.ts';
import { isThorough } from '../support/thorough.ts';

let bundle: Bundle;
let html: string;
let browser: Browser;

beforeAll(async () => {
  bundle = await runCatherine(['fluff', 'fluff-honest', 'revenue-tied', 'salary-only'], {}, 25, {
    counterfactuals: 'all',
    sensitivity: 1,
    command: 'goodhart compare scenarios/catherine.yaml',
  });
  html = await renderHtml(bundle);
  browser = await launchChromium();
}, 120_000);

afterAll(async () => {
  await browser?.close();
});

async function openPage(text: string, width = 1100) {
  const file = join(mkdtempSync(join(tmpdir(), 'goodhart-')), 'report.html');
  writeFileSync(file, text);
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(String(error)));
  page.on('dialog', (dialog) => {
    noise.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) noise.push(`request ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  return { page, noise, context };
}

describe('the report in a browser', () => {
  test('the report opens without console messages or requests, and draws every chart with its table', async () => {
    const { page, noise, context } = await openPage(html);
    const charts = [rankingChart(bundle)!, ...chartsOf(bundle)];
    expect(charts.length).toBeGreaterThanOrEqual(8);
    for (const chart of charts) {
      const figure = page.locator(`#chart-${chart.id}`);
      // One drawing for pages, one for phones.
      for (const frame of ['wide', 'narrow'])
        expect(await figure.locator(`.${frame} svg path`).count()).toBeGreaterThan(2);
      expect(await figure.locator('h3').textContent()).toBe(chart.title);
      expect(await figure.locator('.twin tbody tr').count()).toBe(chart.table.rows.length);
    }
    expect(noise).toEqual([]);
    await context.close();
  });

  test('a wide or narrow report has no accessibility violation and does not scroll sideways', async () => {
    for (const width of [1100, 390, 360]) {
      const { page, context } = await openPage(html, width);
      await page.evaluate('document.querySelectorAll("details").forEach((each) => (each.open = true))');
      expect(
        await page
          .locator(width > 600 ? '.narrow' : '.wide')
          .first()
          .isVisible(),
      ).toBe(false);
      // The narrow page has the same elements, and less room for them.
      if (width === 390 || isThorough) {
        const { violations } = await new AxeBuilder({ page }).exclude('svg g').analyze();
        expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
      }
      expect(
        await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'),
      ).toBe(true);
      await context.close();
    }
  });

  test('a link of the contents unfolds its chapter, and a chart is saved as a picture of its own', async () => {
    const { page, context } = await openPage(html);
    const chapter = page.locator('#assumptions');
    expect(await chapter.isVisible()).toBe(false);
    await page.locator('.contents a[href="#assumptions"]').click();
    expect(await chapter.isVisible()).toBe(true);
    const figure = page.locator('#chart-ranking');
    for (const [kind, starts] of [
      ['SVG', '<svg'],
      ['PNG', '\u0089PNG'],
    ]) {
      const download = page.waitForEvent('download');
      await figure.getByRole('button', { name: kind }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe(`chart-ranking.${kind.toLowerCase()}`);
      expect(
        readFileSync(await file.path())
          .toString('latin1')
          .startsWith(starts),
      ).toBe(true);
    }
    await context.close();
  });

  test('the board page is the first printed page, and no folded chapter is lost in print', async () => {
    const { page, context } = await openPage(html);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#assumptions').isVisible()).toBe(true);
    // A4 less its margins, at 96 pixels an inch.
    await page.setViewportSize({ width: Math.floor((182 / 25.4) * 96), height: 900 });
    const bottom = await page.evaluate('document.querySelector(".board").getBoundingClientRect().bottom');
    expect(bottom).toBeLessThan((271 / 25.4) * 96);
    await context.close();
  });

  test('the report shows hostile names as inert text', async () => {
    const evil = '</script><script>alert(1)</script><img src=x onerror=alert(2)>';
    const hostile: Bundle = {
      ...bundle,
      seed: evil,
      command: evil,
      warnings: [evil],
      scenario: { ...bundle.scenario, name: evil, about: evil },
      arms: bundle.arms.map((arm) => ({ ...arm, about: evil })),
    };
    const { page, noise, context } = await openPage(await renderHtml(hostile));
    expect(await page.locator('h1').textContent()).toBe(evil);
    expect(await page.locator('img').count()).toBe(0);
    const data = JSON.parse((await page.locator('#bundle').textContent()) ?? '');
    expect(data.scenario.name).toBe(evil);
    expect(noise).toEqual([]);
    await context.close();
    const { command: _command, ...prose } = hostile;
    expect(renderMarkdown({ ...prose, command: '' })).not.toContain('<script>');
  });
});

describe('the statements of a report', () => {
  test('held salaries are named with what each is changed by, in dollars a year', () => {
    const held = { ...bundle, hold: 'cost' as const, scenario: { ...bundle.scenario, horizonMonths: 6 } };
    const [first, second] = bundle.arms.filter(({ name }) => name !== bundle.scenario.reference);
    const arms = bundle.arms.map((arm) =>
      arm === first ? { ...arm, heldUsd: -9_000 } : arm === second ? { ...arm, heldUsd: 1_500 } : arm,
    );
    const said = cautions({ ...held, arms }).join(' ');
    // Half a year: twice the amount over the horizon.
    expect(said).toContain(`${quoted(first.name)} −$18k`);
    expect(said).toContain(`${quoted(second.name)} +$3,000`);
    expect(cautions({ ...held, arms }, 1).join(' ')).toMatch(/−\$18k and \d+ more\./);
  });

  test('a comparison with an arm other than the reference names that arm', async () => {
    const [first, ...others] = bundle.contrasts;
    const mixed: Bundle = { ...bundle, contrasts: [...others, { ...first, reference: 'salary-only' }] };
    const [sentence] = verdict({ ...mixed, contrasts: [mixed.contrasts[others.length]] });
    expect(sentence).toContain(`than under “salary only”`);
    expect(renderTerminal(mixed)).toMatch(/95% interval +compared with/);
    expect(renderTerminal(bundle)).not.toMatch(/95% interval +compared with/);
    expect(await renderHtml(mixed)).toMatch(
      /(better|worse) than salary only|not distinguishable from salary only/,
    );
    expect(chartsOf(mixed)[0].subject).toContain('difference from the arm it is compared with');
  });

  test('a sentence on changes names the significant ones in funnel order, with both values', () => {
    const contrast = bundle.contrasts.find(({ arm }) => arm === 'fluff-honest')!;
    const sentence = movedSentence(bundle, contrast)!;
    expect(sentence).toMatch(/^Under “fluff honest”, compared with “fluff”: .*, .* and .*\.$/);
    expect(sentence).toMatch(/selling time lost on leads never ready \d+% instead of \d+%/);
    expect(sentence.indexOf('passed leads')).toBeLessThan(sentence.indexOf('selling time'));
    // An insignificant link is not named.
    const vague = Object.fromEntries(
      Object.entries(contrast.outcomes).map(([id, d]) => [
        id,
        {
          ...d,
          ci95: [0.4 * d.meanDifference, 1.6 * d.meanDifference].sort((a, b) => a - b) as [number, number],
        },
      ]),
    );
    expect(movedSentence(bundle, { ...contrast, outcomes: vague })).toBeUndefined();
  });

  test('the report is a pure function of the bundle, including charts to the byte', async () => {
    expect(await renderHtml(bundle)).toBe(html);
    const [chart] = chartsOf(bundle);
    expect(await drawSvg(chart)).toBe(await drawSvg(chart));
  });

  test('every verdict begins with "In this model" and names no winner if the interval includes zero', () => {
    const contrast = bundle.contrasts[0];
    const doubtful: Bundle = {
      ...bundle,
      contrasts: [
        {
          ...contrast,
          outcomes: {
            ...contrast.outcomes,
            revenueUsd: { ...contrast.outcomes.revenueUsd, ci95Simultaneous: [-1, 5] },
          },
        },
      ],
    };
    expect(standingOf(doubtful.contrasts[0], 'revenueUsd', 'higher')).toBe('open');
    expect(verdict(doubtful)[0]).toMatch(/cannot distinguish/);
    expect(verdict(doubtful)[0]).not.toMatch(/higher|lower|better/);
    for (const sentence of [...opening(bundle), ...verdict(bundle)])
      expect(sentence).toMatch(/^In this model/);
  });

  test('no number in prose has more than four digits in a row', () => {
    const prose = [...opening(bundle), ...verdict(bundle), renderTerminal(bundle)].join('\n');
    expect(prose.match(/\d{5,}/g) ?? []).toEqual([]);
    expect(prose).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('spreadsheets receive no formula from a CSV field', () => {
    expect(csvField('=1+1')).toBe("'=1+1");
    expect(csvField('a,"b"')).toBe('"a,""b"""');
  });
});
