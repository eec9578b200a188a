import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../../src/cli/launchChromium.ts';
import { meantAmount } from '../../src/core/meantNumber.ts';
import { compare, parseScenario } from '../../src/index.ts';
import { sameOnPage } from '../support/sameOnPage.ts';
import { cache } from '../support/shared.ts';
import { isThorough } from '../support/thorough.ts';

/** Fewer and shorter runs than the scenario's own, and less to do and to game, so that a page is at rest soon. */
const RUNS = 20;
const text = `${readFileSync('scenarios/catherine.yaml', 'utf8')
  .replace('replicates: 500', `replicates: ${RUNS}`)
  .replace('horizonMonths: 12', 'horizonMonths: 3')
  .replace('tactics:', 'tactics:\n  nurturing: { hoursPerMonth: 0 }\n  fake-leads: { maxScale: 0 }')}
calendar: { warmUpMonths: 1, daysPerMonth: 5 }
`;
const TARGET = 'plans.fluff.director.components.0.target';

const HOURS = 'Selling hours of one rep in a working day at baseline effort';

let folder: string;
let file: string;
let browser: Browser;
/** What the page asked for and complained of. */
const heard: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goodhart-play-'));
  const scenario = join(folder, 'mine.yaml');
  writeFileSync(scenario, text);
  file = join(folder, 'play.html');
  execFileSync(process.execPath, [join(inject('built'), 'cli/main.js'), 'play', scenario, '--out', file]);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function opened(fragment = '', isAwaited = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on('console', (message) => heard.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) heard.push(`request: ${request.url()}`);
  });
  await page.goto(`file://${file}${fragment}`);
  if (isAwaited) await atRest(page);
  return page;
}

async function atRest(page: Page): Promise<void> {
  await page.locator('.state', { hasText: 'Complete' }).waitFor({ timeout: 60_000 });
  await page.locator('.answer:not(.stale)').waitFor({ timeout: 60_000 });
}

const headline = (page: Page) => page.locator('.headline').innerText();

/** Writes into the number box of a field. */
async function write(page: Page, label: string, value: string): Promise<void> {
  const field = page.locator('.field', { has: page.getByText(label, { exact: true }) }).first();
  const box = field.locator('input[type=number]');
  await box.fill(value);
  await box.press('Tab');
}

describe('the page', () => {
  test('at rest it has the numbers of compare, also after changes, undo and redo', async () => {
    const page = await opened();
    const wanted = async (set: Record<string, unknown>) => {
      const bundle = await compare(parseScenario(text, { set }), {
        arms: ['fluff', 'revenue-tied'],
        replicates: RUNS,
        counterfactuals: 'none',
        cache,
      });
      const { meanDifference } = bundle.answer!.ranking.find(({ arm }) => arm === 'revenue-tied')!
        .fromReference!;
      return meanDifference;
    };
    const shown = async () =>
      page.evaluate(() => (globalThis as unknown as { gains: () => number[] }).gains());
    expect(await shown()).toContain(await wanted({}));
    const before = await headline(page);
    for (const [label, value] of [
      ['Target bonus a year', '15000'],
      ['Target', '4000'],
      ['Chance per month that an audit finds gaming that doubles a number', '3'],
      [HOURS, '5'],
      ['Cost to a rep of doubling effort for a month', '3'],
    ] as const)
      await write(page, label, value);
    await atRest(page);
    const set = {
      'plans.fluff.director.bonusUsdPerYear': 15_000,
      [TARGET]: 4000,
      'governance.auditRatePerMonth': 0.03,
      'sales.sellingHoursPerDay': 5,
      'sales.effortCostTimes': 3,
    };
    expect(await shown()).toContain(await wanted(set));
    expect(await headline(page)).not.toBe(before);
    expect(await page.locator('.changes li').count()).toBe(5);
    for (let step = 0; step < 5; step++) await page.getByRole('button', { name: 'Undo' }).click();
    await atRest(page);
    expect(await headline(page)).toBe(before);
    await page.getByRole('button', { name: 'Redo' }).click();
    await atRest(page);
    expect(await page.locator('.changes li').count()).toBe(1);

    // A link opens the same state in another place, for looking only.
    await page.getByRole('button', { name: 'Share' }).click();
    await expect.poll(() => page.locator('#link').inputValue()).toContain('#g1.');
    const link = await page.locator('#link').inputValue();
    const other = await opened(`#${link.split('#')[1]}`);
    expect(await headline(other)).toBe(await headline(page));
    expect(await other.getByText('This is a shared view').isVisible()).toBe(true);
    expect(await other.locator('input[type=range]').first().isDisabled()).toBe(true);
    await other.getByRole('button', { name: 'Make a copy' }).click();
    expect(await other.locator('input[type=range]').first().isDisabled()).toBe(false);
    await other.close();
    await page.close();
  }, 180_000);

  test.runIf(isThorough)(
    '200 fast moves give one answer, that of the last',
    async () => {
      const moves = 200;
      const page = await opened();
      const slider = page.getByRole('slider', { name: HOURS });
      await slider.focus();
      // Two steps up, one down, and so on.
      for (let move = 0; move < moves; move++)
        await slider.press(move % 3 === 2 ? 'ArrowLeft' : 'ArrowRight');
      const value = Number(
        await page
          .locator('.field', { has: page.getByText(HOURS, { exact: true }) })
          .locator('input[type=number]')
          .inputValue(),
      );
      const steps = moves - 2 * Math.floor(moves / 3);
      expect(value).toBeCloseTo(4.4 + steps * 0.02, 6);
      await atRest(page);
      const bundle = await compare(parseScenario(text, { set: { 'sales.sellingHoursPerDay': value } }), {
        arms: ['fluff', 'revenue-tied'],
        replicates: RUNS,
        counterfactuals: 'none',
        cache,
      });
      expect(
        await page.evaluate(() => (globalThis as unknown as { gains: () => number[] }).gains()),
      ).toContain(
        bundle.answer!.ranking.find(({ arm }) => arm === 'revenue-tied')!.fromReference!.meanDifference,
      );
      await page.close();
    },
    120_000,
  );

  test.runIf(isThorough)(
    'a plan is copied, named and changed, and a saved page opens with it',
    async () => {
      const page = await opened();
      await page.getByRole('button', { name: 'Copy this plan' }).first().click();
      const name = page.getByLabel('Name of this plan');
      await name.waitFor();
      expect(await page.evaluate('document.activeElement.id')).toBe('title-copy-1');
      await page.keyboard.type('Ours');
      await page.keyboard.press('Tab');
      await page.locator('.forms summary', { hasText: 'Ours' }).waitFor();
      const bonus = page.locator('details', { has: name }).getByLabel('Target bonus a year, $');
      await bonus.fill('15000');
      await bonus.press('Tab');
      await atRest(page);
      const changes = ['Plan added: “Ours”', 'Ours, director: Target bonus a year: from $20,000 to $15,000'];
      expect(await page.locator('.changes li').allInnerTexts()).toEqual(changes);
      const said = await page.locator('.answer .body').innerText();
      await page.getByRole('button', { name: 'Share' }).click();
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'This page with the view' }).click();
      const saved = join(folder, 'saved.html');
      await (await saving).saveAs(saved);
      await page.goto(`file://${saved}`);
      await atRest(page);
      expect(await page.locator('.changes li').allInnerTexts()).toEqual(changes);
      expect(await page.locator('.answer .body').innerText()).toBe(said);
      // To go back to what is written takes the copy away, and undo brings it back.
      await page.getByRole('button', { name: 'Reset all' }).click();
      await atRest(page);
      expect(await page.locator('.arms input:checked').count()).toBe(3);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('button', { name: 'Remove this copy' }).click();
      await page.getByText('No changes: the scenario as written.').waitFor();
      await page.close();
    },
    60_000,
  );

  test('a guess comes before the answer, which nothing on the page gives away', async () => {
    const page = await opened('#guess=1');
    const body = () => page.locator('body').innerText();
    const place = async (who: string, ...amounts: string[]) => {
      await page.getByLabel('Who guesses').fill(who);
      for (const [i, label] of ['Best guess', 'From', 'To'].entries())
        await page.getByLabel(label, { exact: true }).fill(amounts[i]);
      await page.getByLabel('To', { exact: true }).press('Enter');
    };
    expect(await page.locator('.headline').textContent()).toBe('');
    expect(await page.locator('.spoken').textContent()).toBe('');
    // A place within the page is no other state of it.
    await page.locator('.skip').press('Enter');
    await page.waitForTimeout(100);
    expect(await page.locator('.headline').textContent()).toBe('');
    expect(await page.getByRole('button', { name: 'Find the numbers' }).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Edit the file' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Share' }).click();
    expect(await page.getByRole('button', { name: 'Report (HTML)' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Reveal' }).click();
    expect(await body()).toContain('Place at least one guess first.');
    await place('North', '5', '10', '20');
    expect(await body()).toContain('The best guess has to lie in its range');
    await place('North', 'lots', '10', '20');
    expect(await body()).toContain('“lots” is not an amount');
    await place('<img src=x onerror=alert(1)>', '-9.7M', '-$9,800,000', '-9.6M');
    await place('South', '0', '-9M', '9M');
    expect(await page.locator('.card').innerText()).not.toMatch(/9\.7|9,700/);
    await page.getByRole('button', { name: 'Reveal' }).click();
    const card = await page.locator('.card').innerText();
    expect(card).toContain('above it');
    expect(card).toContain('within it');
    expect(await page.locator('form.guess').isVisible()).toBe(false);
    expect(await page.locator('.headline').textContent()).not.toBe('');
    expect(await page.locator('img').count()).toBe(0);
    // Another question is hidden again; to go back is to come back to what was revealed.
    await page.getByRole('slider', { name: HOURS }).press('ArrowRight');
    await atRest(page);
    expect(await page.locator('.headline').textContent()).toBe('');
    expect(await page.locator('.spoken').textContent()).toBe('');
    // Guesses that are left behind are kept.
    await place('East', '0', '-9M', '9M');
    await page.getByRole('slider', { name: HOURS }).press('ArrowRight');
    expect(await page.locator('.card').innerText()).toContain('not revealed yet: The Catherine story');
    await page.getByRole('button', { name: 'Go back to it' }).click();
    expect(await page.locator('.card').innerText()).toContain('East: placed.');
    // A round is about two plans.
    await page.getByLabel('Plan to guess').selectOption('salary-only');
    expect(await page.locator('.card').innerText()).toContain('What does “salary only” change');
    expect(await page.locator('.arms input:checked').count()).toBe(2);
    const changed = await page.locator('.changes').innerText();
    await page.getByLabel('Scenario').selectOption('scenarios/sources.yaml');
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Catherine' }).waitFor();
    expect(await page.locator('.headline').textContent()).toBe('');
    // What was chosen in a scenario is there when somebody comes back to it.
    await page.getByLabel('Scenario').selectOption({ index: 0 });
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Catherine' }).waitFor();
    expect(await page.locator('.changes').innerText()).toBe(changed);
    await page.close();
  }, 60_000);

  test('a hostile file is text, and a wrong one is refused with its place, and nothing is lost', async () => {
    const page = await opened();
    const evil = '</script><img src=x onerror=alert(1)>';
    await write(page, 'Target bonus a year', '15000');
    // Three weights that are edited still add up to one.
    const weight = page
      .locator('fieldset', { has: page.locator('legend', { hasText: /^Visitors$/ }) })
      .last();
    await weight
      .locator('.field', { has: page.getByText('Weight') })
      .locator('input[type=number]')
      .fill('60');
    await page.keyboard.press('Tab');
    await atRest(page);
    expect(await page.locator('.changes').innerText()).toContain('Visitors, Weight: from 34% to 60%');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Edit the file' }).click();
    await expect.poll(() => page.locator('#yaml').innerText()).toContain('bonusUsdPerYear: 15000');
    await page.locator('#yaml').fill(text.replace('target: 5000', 'target: lots'));
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.locator('#edit .notice').waitFor();
    expect(await page.locator('#edit .notice').innerText()).toMatch(
      /plans\.fluff\.director\.components\.0\.target/,
    );
    await atRest(page);
    expect(await page.locator('.changes').innerText()).toContain('from $20,000 to $15,000');
    await page.locator('#yaml').fill(text.replace('name: The Catherine story', `name: '${evil}'`));
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('heading', { name: evil }).waitFor();
    await atRest(page);
    expect(await page.locator('img').count()).toBe(0);
    await page.close();
  }, 60_000);

  test.runIf(isThorough)(
    'a value beyond the slider’s end counts, and is said to be changed',
    async () => {
      const page = await opened();
      const label = 'Chance per month that an audit finds gaming that doubles a number';
      await write(page, label, '20');
      await atRest(page);
      expect(await page.locator('.changes').innerText()).toContain(`${label}: from 1% to 20%`);
      await page.reload();
      await atRest(page);
      expect(await page.locator('.changes').innerText()).toContain(`${label}: from 1% to 20%`);
      expect(await page.locator('input[type=range]').first().isDisabled()).toBe(false);
      await page.close();
    },
    60_000,
  );

  test.runIf(isThorough)(
    'a measure is exchanged with a target at its ordinary level, and comes back as it was',
    async () => {
      const page = await opened();
      const measure = page
        .locator('.field', { has: page.getByText('Measure', { exact: true }) })
        .first()
        .locator('select');
      await measure.focus();
      await measure.selectOption({ label: 'Bookings' });
      await atRest(page);
      expect(await page.locator('.changes').innerText()).toMatch(
        /Measure: from Visitors to Bookings\n.*Target: from 5,000 visits to \$\d\d,000/,
      );
      // The form is built anew; the list in hand keeps the focus.
      expect(await page.evaluate('document.activeElement.tagName')).toBe('SELECT');
      await measure.selectOption({ label: 'Visitors' });
      await atRest(page);
      // The usual level of a measure is said, and taken by a click.
      const [, usual] = /Usual level: ([\d,]+) visits/.exec(
        await page.locator('.usual:visible', { hasText: 'visits' }).first().innerText(),
      )!;
      await page.getByRole('button', { name: 'Use as target: Target' }).first().click();
      expect(await page.locator('.changes').innerText()).toContain(
        `Target: from 5,000 visits to ${usual} visits`,
      );
      await page.getByRole('button', { name: 'Undo' }).click();
      await atRest(page);
      expect(await page.locator('.changes').innerText()).toBe('No changes: the scenario as written.');
      await page.close();
    },
  );

  test.runIf(isThorough)(
    'what is typed while the form is built anew is not lost, and a target of another company is told',
    async () => {
      const page = await opened();
      await page.getByText('Change these numbers').click();
      await write(page, 'Visits a month, organic', '4000');
      const box = page
        .locator('.field', { has: page.getByText('Sales cycle', { exact: true }) })
        .locator('input[type=number]');
      await box.fill('17');
      await page.locator('.stale-targets:visible').waitFor();
      await atRest(page);
      await box.press('Tab');
      expect(await page.locator('.changes').innerText()).toContain('to 17 working days');
      await page.getByRole('button', { name: 'Rescale the targets' }).click();
      await page.locator('.stale-targets').waitFor({ state: 'hidden' });
      expect(await page.locator('.changes').innerText()).toContain('Visitors, Target: from 5,000 visits to');
      await page.close();
    },
    60_000,
  );

  test('the editor completes by the schema, and charts and the board page are saved', async () => {
    const page = await opened();
    await page.getByRole('button', { name: 'Edit the file' }).click();
    await page.locator('#yaml').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('market:\n  acc');
    await page.locator('.cm-tooltip-autocomplete', { hasText: 'accounts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Edit the file' }).click();
    const saved = async (name: string | RegExp) => {
      const coming = page.waitForEvent('download');
      await page.getByRole('button', { name }).first().click();
      return readFileSync((await (await coming).path())!);
    };
    expect((await saved(/^Save as PNG/)).subarray(1, 4).toString()).toBe('PNG');
    expect((await saved(/^Save as SVG/)).toString()).toMatch(
      /^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/,
    );
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const board = (await saved('Board page (HTML)')).toString();
    expect(board).toContain('class="board"');
    expect(board).toContain('goodhart compare');
    await page.close();
  });

  test('page, command and library have the same outcomes, in a textbook case too', async () => {
    const inside = mkdtempSync(join(folder, 'same-'));
    const [place] = await sameOnPage(browser, ['scenarios/textbook/gate.yaml'], {
      folder: inside,
      built: inject('built'),
      replicates: 16,
    });
    expect(place).toMatchObject({ isSameAsCommand: true, isSameAsLibrary: true });
  });

  test.runIf(isThorough)(
    'the numbers that matter most become the knobs, the most influential first',
    async () => {
      const page = await opened();
      await page.getByRole('button', { name: 'Find the numbers that matter most' }).click();
      await page.getByText('Largest effect first.').waitFor({ timeout: 300_000 });
      const said = await page.locator('.field .weight:visible').allInnerTexts();
      expect(said).toHaveLength(10);
      // Between the ends of the first lies more than between those of the last.
      const spreads = said.map((each) => {
        const ends = [...each.matchAll(/([−-]?)\$([\d.]+[kM]?) at/g)].map(
          ([, sign, size]) => (sign === '' ? 1 : -1) * meantAmount(size),
        );
        return Math.max(...ends) - Math.min(...ends);
      });
      expect(spreads[0]).toBeGreaterThan(spreads[9]);
      // The report that is saved has the tests too.
      await page.getByRole('button', { name: 'Share' }).click();
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Report (HTML)' }).click();
      const report = readFileSync((await (await saving).path())!, 'utf8');
      expect(report).not.toContain('Not tested');
      await page.close();
    },
    400_000,
  );

  test('the Tab key reaches everything that can be used, in the order of reading', async () => {
    const page = await opened();
    const all = `[...document.querySelectorAll('a[href],button,input,select,summary,[tabindex="0"]')].filter(
      (node) => !node.matches(':disabled') && node.checkVisibility(),
    )`;
    const count = (await page.evaluate(`${all}.length`)) as number;
    const order: number[] = [];
    for (let step = 0; step < count; step++) {
      await page.keyboard.press('Tab');
      order.push((await page.evaluate(`${all}.indexOf(document.activeElement)`)) as number);
    }
    expect(count).toBeGreaterThan(60);
    expect(order).toEqual(Array.from({ length: count }, (_, place) => place));
    await page.close();
  });

  test('a thread that dies is begun again, and the page says so', async () => {
    const page = await opened();
    await page.evaluate(() => (globalThis as unknown as { endThread: () => void }).endThread());
    await page.getByText('It was started again.').waitFor();
    await atRest(page);
    await page.close();
  });

  test('damaged links are said to be, and the scenario opens as written', async () => {
    for (const [fragment, said] of [
      ['#g1.AAAA', 'damaged'],
      ['#g2.AAAA', 'later version'],
      [`#g1.${'A'.repeat(20_000)}`, 'larger than any'],
    ]) {
      const page = await opened(fragment, false);
      await page.locator('.notice', { hasText: said }).waitFor();
      await page.getByRole('heading', { name: 'The Catherine story' }).waitFor();
      await page.close();
    }
  }, 120_000);

  test('it has no accessibility violation in any state, works by keyboard, and fits a phone', async () => {
    const page = await opened();
    // All of the page once; then what a state adds to it.
    const check = async (part = 'html') => {
      const axe = new AxeBuilder({ page }).include(isThorough ? 'html' : part).exclude('svg g');
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
    };
    await check();
    await page.getByRole('button', { name: 'Share' }).click();
    await check('#share');
    await page.getByRole('button', { name: 'Edit the file' }).click();
    await check('#edit');
    await page.getByRole('button', { name: 'Guess first' }).click();
    await check('.card');
    await page.getByRole('button', { name: 'Guess first' }).click();
    await page.getByRole('button', { name: 'A typical run' }).click();
    await page.locator('#story dt', { hasText: 'Month 1' }).waitFor();
    expect(await page.locator('#story dt').count()).toBe(1);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.locator('#story dt', { hasText: 'In all' }).waitFor();
    await check('#story');
    const slider = page.getByRole('slider', { name: HOURS });
    await slider.focus();
    const values: string[] = [];
    for (const key of ['ArrowRight', 'PageUp', 'Home', 'End']) {
      await slider.press(key);
      values.push((await slider.getAttribute('aria-valuetext'))!);
    }
    expect(values).toEqual([
      '4.42 hours per day',
      '4.62 hours per day',
      '3 hours per day',
      '6 hours per day',
    ]);
    for (const width of [1680, 1280, 768, 390, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    await page.close();
  }, 120_000);

  test('it asks no network and has nothing to complain of', () => {
    expect(heard).toEqual([]);
  });
});
