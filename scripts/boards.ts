/**
 * Renders the first page of every shipped scenario and holds it against the rules of the house: it prints on one
 * A4 page, nothing scrolls sideways at 390 and 360 pixels, the terminal's text has at most 25 lines, and no
 * sentence is longer than 30 words. `tsx scripts/boards.ts [DIR] [REPLICATES]` leaves pages and pictures in DIR.
 */

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { launchChromium } from '../src/cli/launchChromium.ts';
import { compare } from '../src/experiments/commands/compare.ts';
import { threadExecutor } from '../src/experiments/executors/threads.ts';
import { MOST_LINES, renderBrief, WIDTH } from '../src/report/brief.ts';
import { renderHtml } from '../src/report/html.ts';
import { parseScenario } from '../src/scenario/load.ts';
import { unplainSentences } from '../test/support/plainWords.ts';
import { readBase, textOf } from '../test/support/shipped.ts';

const [folder = 'reports/boards', replicates = '100'] = process.argv.slice(2);
/** Printable part of A4 within the margins of the style sheet, in pixels. */
const PAGE = { width: Math.floor((182 / 25.4) * 96), height: Math.floor((271 / 25.4) * 96) };

mkdirSync(folder, { recursive: true });
const files = ['', 'textbook', 'plans'].flatMap((part) =>
  readdirSync(join('scenarios', part))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(part, name)),
);
const browser = await launchChromium();
let faults = 0;
for (const file of files) {
  const scenario = parseScenario(textOf(file), { readBase });
  const bundle = await compare(scenario, {
    replicates: Number(replicates),
    sensitivity: 1,
    executor: threadExecutor(2, 0),
  });
  const name = file.replace(/\W+/g, '-');
  const path = join(folder, `${name}.html`);
  writeFileSync(path, await renderHtml(bundle));
  const context = await browser.newContext({ viewport: PAGE });
  const page = await context.newPage();
  await page.goto(`file://${resolve(path)}`);
  await page.emulateMedia({ media: 'print' });
  const wrong = unplainSentences(bundle);
  const bottom = Number(
    await page.evaluate('document.querySelector(".board")?.getBoundingClientRect().bottom ?? 0'),
  );
  if (bottom > PAGE.height)
    wrong.push(`the first page is ${Math.round(bottom - PAGE.height)} pixels too long`);
  await page.emulateMedia({ media: 'screen' });
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
    if (wide > width) wrong.push(`the page is ${wide} pixels wide on a screen of ${width}`);
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  await page.evaluate('document.querySelectorAll("details").forEach((each) => (each.open = true))');
  const { violations } = await new AxeBuilder({ page }).analyze();
  wrong.push(...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`));
  const figures = Number(await page.evaluate('document.querySelectorAll("figure").length'));
  const tables = Number(await page.evaluate('document.querySelectorAll("figure .twin table").length'));
  if (figures !== tables) wrong.push(`${figures} charts, ${tables} of them with a table`);
  await context.close();
  const lines = (renderBrief(bundle) ?? '').split('\n');
  if (lines.length - 1 > MOST_LINES) wrong.push(`${lines.length - 1} lines in the terminal`);
  if (lines.some((line) => line.length > WIDTH)) wrong.push('a line of the terminal is too long');
  faults += wrong.length;
  process.stdout.write(
    `${file}: ${wrong.length === 0 ? 'fine' : ''}\n${wrong.map((each) => `  ${each}\n`).join('')}`,
  );
}
await browser.close();
process.exit(faults === 0 ? 0 : 1);
