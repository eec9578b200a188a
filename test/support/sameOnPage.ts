import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { titleIn } from '../../src/cli/playCommand.ts';
import { shippedScenarios } from '../../src/cli/shippedScenarios.ts';
import { type Bundle, canonicalJson } from '../../src/index.ts';
import { drawPage } from '../../src/play/document.ts';

const run = promisify(execFile);
/** Longest wait for an answer, in milliseconds. */
const MOST_MS = 600_000;

/** How one question was answered in three places. */
export interface Place {
  readonly scenario: string;
  /** The command that the page printed. */
  readonly command: string;
  /** Whether the outcomes of all arms and the answer have the same bytes. */
  readonly isSameAsCommand: boolean;
  readonly isSameAsLibrary: boolean;
}

/**
 * Asks the page about scenarios with one knob moved, then runs the command and the code that it prints, and
 * compares what the three found.
 *
 * @param folder an empty folder to work in
 * @param built folder of the built package
 * @param replicates runs of each scenario: all files are rewritten to it
 */
export async function sameOnPage(
  browser: Browser,
  names: readonly string[],
  {
    folder,
    built,
    replicates,
    tell = () => {},
  }: {
    readonly folder: string;
    readonly built: string;
    readonly replicates: number;
    readonly tell?: (place: Place) => void;
  },
): Promise<Place[]> {
  // Some rest on others: all of them lie there.
  const texts = Object.fromEntries(
    shippedScenarios().map(({ id }) => [id, withRuns(readFileSync(id, 'utf8'), replicates)] as const),
  );
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  packageIn(folder, built);
  const file = join(folder, 'play.html');
  const script = (name: string) => readFileSync(join(built, `play/${name}`), 'utf8');
  writeFileSync(
    file,
    drawPage({
      pageScript: script('page.js'),
      workerScript: script('worker.js'),
      licences: '',
      files: { file: names[0], texts },
      offered: names.map((name) => ({ file: name, title: name, isShipped: true })),
    }),
  );
  const places: Place[] = [];
  for (const name of names) {
    const shown = await onPage(browser, file, name);
    const command = await ofCommand(folder, built, shown.command);
    const library = await ofLibrary(folder, shown.code);
    const place = {
      scenario: name,
      command: shown.command,
      isSameAsCommand: command === shown.found,
      isSameAsLibrary: library === shown.found,
    };
    tell(place);
    places.push(place);
  }
  return places;
}

/** Opens a scenario in a page of its own, moves the first slider of the company, and saves what is found. */
async function onPage(browser: Browser, file: string, name: string) {
  const page = await browser.newPage();
  await page.goto(`file://${file}`);
  await page.locator('#scenario').selectOption(name);
  const atRest = async () => {
    await page.locator('.state', { hasText: 'Complete' }).waitFor({ timeout: MOST_MS });
    await page.locator('.answer:not(.stale)').waitFor({ timeout: MOST_MS });
  };
  // The list is at once at the new name; the answer is of the scenario once its own title is there.
  const title = titleIn(readFileSync(join(dirname(file), name), 'utf8'), name);
  while (!(await page.title()).startsWith(title)) await page.waitForTimeout(20);
  await atRest();
  const knob = page.locator('.controls > fieldset > .field input[type=range]').first();
  if ((await knob.count()) > 0) {
    await knob.press('ArrowRight');
    const refusal = page.locator('.answer > .notice:visible');
    await page.locator('.answer:not(.stale)').or(refusal).first().waitFor({ timeout: MOST_MS });
    // What a scenario refuses is taken back.
    if ((await refusal.count()) > 0) await page.getByRole('button', { name: 'Undo' }).click();
    await atRest();
  }
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Data (JSON)' }).click();
  const saved = JSON.parse(readFileSync((await (await coming).path())!, 'utf8')) as Bundle;
  const [command, code] = await page.locator('#share pre').allTextContents();
  await page.close();
  return { found: foundIn(saved), command, code };
}

/** The outcomes of all arms and the answer, as text. */
function foundIn({ arms, answer, replicates }: Bundle): string {
  return canonicalJson({ arms: arms.map(({ name, outcomes }) => ({ name, outcomes })), answer, replicates });
}

async function ofCommand(folder: string, built: string, command: string): Promise<string> {
  const words = `goodhart() { node "$BUILT/cli/main.js" "$@" --json --quiet --sensitivity 0; }\n${command}`;
  const { stdout } = await run('bash', ['-c', words], {
    cwd: folder,
    env: { ...process.env, BUILT: resolve(built) },
    maxBuffer: 2 ** 28,
  });
  return foundIn(JSON.parse(stdout) as Bundle);
}

async function ofLibrary(folder: string, code: string): Promise<string> {
  writeFileSync(join(folder, 'same.mjs'), `${code}\nconsole.log(JSON.stringify(bundle));\n`);
  const { stdout } = await run('node', ['same.mjs'], { cwd: folder, maxBuffer: 2 ** 28 });
  return foundIn(JSON.parse(stdout) as Bundle);
}

/** Makes the built package the one that code in a folder imports. */
function packageIn(folder: string, built: string): void {
  const own = join(folder, 'node_modules/goodhart');
  mkdirSync(own, { recursive: true });
  symlinkSync(resolve(built), join(own, 'dist'));
  writeFileSync(
    join(own, 'package.json'),
    JSON.stringify({ name: 'goodhart', type: 'module', exports: './dist/index.js' }),
  );
}

/** A file with its number of runs changed; one without it has that of its base, which is changed too. */
function withRuns(text: string, replicates: number): string {
  return text.replace(/\breplicates: *\d+/, `replicates: ${replicates}`);
}
