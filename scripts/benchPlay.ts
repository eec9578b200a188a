/**
 * Measures how long the page takes from a move of a knob to the first picture, to an interval of 2% of
 * profit on either side, and to the picture at rest; and to the picture of a neighbouring value that was
 * simulated ahead. In a real browser, warm, with two plans of the Catherine scenario.
 *
 * `npm run bench:play [-- moves]`: by default 12 moves of each of five knobs, each to a new value.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../src/cli/launchChromium.ts';
import { compare, parseScenario } from '../src/index.ts';
import { bundlePage } from './bundlePage.ts';

const moves = Number(process.argv[2] ?? 12);
/** Half of an interval is narrow enough at this share of the reference's profit at equal pay. */
const NARROW_SHARE = 0.02;
/** Knobs by the paths that they set, and the values between which they are moved. */
const KNOBS: readonly (readonly [path: string, low: number, high: number])[] = [
  ['plans.fluff.director.components.0.target', 3500, 5500],
  ['plans.revenue-tied.director.components.1.target', 600_000, 900_000],
  ['governance.auditRatePerMonth', 0.002, 0.05],
  ['people.director.integrityUsd', 15, 150],
  ['sales.winShare', 0.26, 0.49],
];

/** Milliseconds to the first picture, to a narrow interval and to rest. */
type Times = readonly [first: number, narrow: number, rest: number];

const folder = mkdtempSync(join(tmpdir(), 'goodhart-play-'));
const file = join(folder, 'play.html');
await bundlePage('dist');
execFileSync('node', ['--import', 'tsx', 'src/cli/main.ts', 'play', '--out', file]);
const scenario = parseScenario(readFileSync('scenarios/catherine.yaml', 'utf8'));
const { arms } = await compare(scenario, { arms: ['fluff'], replicates: 400, counterfactuals: 'none' });
const narrow = NARROW_SHARE * (arms[0].outcomes.profitBeforePayUsd?.mean ?? 0);
const browser = await launchChromium();
try {
  const page = await browser.newPage();
  await page.goto(`file://${file}`);
  await page.locator('.state', { hasText: 'Complete' }).waitFor({ timeout: 120_000 });
  await page.locator('#arm-salary-only').uncheck();
  await page.locator('.state', { hasText: 'Complete' }).waitFor();
  await page.locator('.answer:not(.stale)').waitFor();
  const head = ['first picture', '±2% of profit', 'at rest', 'neighbour'].flatMap((what) => [
    `${what}: median`,
    '95%',
  ]);
  process.stdout.write(`| knob | ${head.join(' | ')} |\n|---|${'---|'.repeat(head.length)}\n`);
  for (const [path, low, high] of KNOBS) {
    const found: Times[] = [];
    const ahead: number[] = [];
    for (let move = 0; move < moves; move++) {
      const value = Number((low + ((high - low) * (move + 0.5)) / moves).toPrecision(4));
      await foreseen(page);
      found.push(await timesOf(page, path, value));
      await foreseen(page);
      const next: number = await page.evaluate(`next(${JSON.stringify(path)})`);
      ahead.push((await timesOf(page, path, next))[0]);
    }
    const times = [...[0, 1, 2].map((which) => found.map((each) => each[which])), ahead];
    const row = times.flatMap((each) => [at(each, 0.5), at(each, 0.95)]);
    process.stdout.write(`| \`${path}\` | ${row.map((ms) => `${Math.round(ms)} ms`).join(' | ')} |\n`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/** Moves a knob and waits until the answer is complete. */
function timesOf(page: Page, path: string, value: number): Promise<Times> {
  return page.evaluate(
    `new Promise((resolve) => {
      const begun = performance.now();
      const since = () => performance.now() - begun;
      let first;
      let narrow;
      choose(${JSON.stringify(path)}, ${value});
      const stop = listen((done, of, half) => {
        // A picture is there when it is laid out.
        void document.body.offsetHeight;
        first ??= since();
        if (half <= ${narrow}) narrow ??= since();
        if (done < of) return;
        setTimeout(() => stop());
        resolve([first, narrow ?? since(), since()]);
      });
    })`,
  );
}

/** Waits until the answers to the neighbouring values are there, or no more come. */
async function foreseen(page: Page): Promise<void> {
  let before = -1;
  for (let now = await known(page); now !== before; now = await known(page)) {
    before = now;
    await page.waitForTimeout(1500);
  }
}

function known(page: Page): Promise<number> {
  return page.evaluate('known()');
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
