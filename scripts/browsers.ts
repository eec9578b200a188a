/**
 * Opens the page in the browsers of this machine, turns five knobs, undoes them, opens the link of what was
 * changed in a fresh profile, and holds the numbers against the library.
 *
 * `npm run test:browsers [-- program ...]`, by default `/usr/bin/chromium` and `/usr/bin/firefox-esr`.
 * Firefox is driven by a package that the project does not need otherwise:
 * `npm install --no-save puppeteer-core`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { compare, parseScenario } from '../src/index.ts';
import { bundlePage } from './bundlePage.ts';

/** Most waits of a tenth of a second for an answer. */
const MOST_WAITS = 1200;
const ARMS = ['fluff', 'revenue-tied'];
const CHANGES: Readonly<Record<string, number>> = {
  'plans.fluff.director.components.0.target': 4000,
  'plans.fluff.director.bonusUsdPerYear': 15_000,
  'governance.auditRatePerMonth': 0.03,
  'sales.sellingHoursPerDay': 5,
  'sales.winShare': 0.35,
};

/** A page in some browser, and what it complained of. */
interface Opened {
  readonly heard: string[];
  evaluate(code: string): Promise<unknown>;
  close(): Promise<void>;
}

type Opener = (address: string) => Promise<Opened>;

const programs =
  process.argv.length > 2 ? process.argv.slice(2) : ['/usr/bin/chromium', '/usr/bin/firefox-esr'];
const folder = mkdtempSync(join(tmpdir(), 'goodhart-browsers-'));
const file = join(folder, 'play.html');
await bundlePage('dist');
execFileSync('node', ['--import', 'tsx', 'src/cli/main.ts', 'play', '--out', file]);
try {
  for (const program of programs) await tryIn(program);
} finally {
  rmSync(folder, { recursive: true });
}

async function tryIn(program: string): Promise<void> {
  const open = await openerOf(program);
  const page = await open(`file://${file}`);
  const wrong: string[] = [];
  const expectGain = async (on: Opened, what: string, set: Readonly<Record<string, number>>) => {
    await atRest(on);
    const gains = (await on.evaluate('gains()')) as number[];
    const gain = await gainOf(set);
    if (gain === undefined || !gains.includes(gain)) wrong.push(`${what}: ${gains.join(', ')}`);
  };
  await expectGain(page, 'as written', {});
  for (const [path, value] of Object.entries(CHANGES))
    await page.evaluate(`choose(${JSON.stringify(path)}, ${value})`);
  await expectGain(page, 'five changes', CHANGES);
  const link = await linkOf(page);
  await page.evaluate(`for (let i = 0; i < 5; i++) ${button('Undo')}.click()`);
  await expectGain(page, 'undone', {});
  const other = await open(`file://${file}${link}`);
  await expectGain(other, 'the link', CHANGES);
  const isReadOnly = await other.evaluate('document.querySelector("input[type=range]").matches(":disabled")');
  if (isReadOnly !== true) wrong.push('the link can be changed');
  wrong.push(...page.heard, ...other.heard);
  await page.close();
  await other.close();
  process.stdout.write(
    `${program}: ${wrong.length === 0 ? 'equal, and nothing was complained of' : wrong.join('; ')}\n`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}

function button(text: string): string {
  return `[...document.querySelectorAll('button')].find((each) => each.textContent === ${JSON.stringify(text)})`;
}

async function linkOf(page: Opened): Promise<string> {
  await page.evaluate(`${button('Share')}.click()`);
  const read = async () => String(await page.evaluate(`document.getElementById('link').value`));
  await until(async () => (await read()).includes('#g1.'));
  return (await read()).replace(/^[^#]*/, '');
}

async function atRest(page: Opened): Promise<void> {
  await until(
    async () =>
      (await page.evaluate(
        `/Complete/.test(document.querySelector('.state')?.textContent ?? '') && ` +
          `document.querySelector('.answer.stale') === null`,
      )) === true,
  );
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let wait = 0; wait < MOST_WAITS; wait++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the page does not come to rest');
}

async function gainOf(set: Readonly<Record<string, number>>): Promise<number | undefined> {
  const scenario = parseScenario(readFileSync('scenarios/catherine.yaml', 'utf8'), { set });
  const { answer } = await compare(scenario, { arms: ARMS, replicates: 400, counterfactuals: 'none' });
  return answer?.ranking.find(({ arm }) => arm === ARMS[1])?.fromReference?.meanDifference;
}

/** How a page is opened in a browser of its own. */
async function openerOf(executablePath: string): Promise<Opener> {
  const launch = await launcherOf(executablePath);
  return async (address) => {
    const browser = await launch();
    const page = await browser.newPage();
    const heard: string[] = [];
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(error.message));
    await page.goto(address);
    return { heard, evaluate: (code) => page.evaluate(code), close: () => browser.close() };
  };
}

async function launcherOf(executablePath: string): Promise<() => Promise<Launched>> {
  if (!/firefox/.test(executablePath))
    return () => chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const name = 'puppeteer-core';
  const { default: puppeteer } = (await import(name)) as {
    readonly default: { launch(options: object): Promise<Launched> };
  };
  return () =>
    puppeteer.launch({ browser: 'firefox', executablePath, headless: true, defaultViewport: null });
}

/** As much of a browser as is used, of either package. */
interface Launched {
  newPage(): Promise<{
    on(event: 'console', heard: (message: { text(): string }) => void): unknown;
    on(event: 'pageerror', heard: (error: Error) => void): unknown;
    goto(address: string): Promise<unknown>;
    evaluate(code: string): Promise<unknown>;
  }>;
  close(): Promise<void>;
}
