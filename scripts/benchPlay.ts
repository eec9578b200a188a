/**
 * Measures how long the page takes from a move of a knob to the first picture, and to the picture at rest, in
 * a real browser with one thread, warm, two plans of the Catherine scenario.
 *
 * `npm run bench:play [-- moves]`: by default 12 moves of each of five knobs, each to a new value.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../src/cli/launchChromium.ts';
import { bundlePage } from './bundlePage.ts';

const moves = Number(process.argv[2] ?? 12);
/** Knobs by the paths that they set, and the values between which they are moved. */
const KNOBS: readonly (readonly [label: string, low: number, high: number])[] = [
  ['plans.fluff.director.components.0.target', 3500, 5500],
  ['plans.revenue-tied.director.components.1.target', 600_000, 900_000],
  ['governance.auditRatePerMonth', 0.002, 0.05],
  ['people.director.integrityUsd', 15, 150],
  ['sales.winShare', 0.26, 0.49],
];

const folder = mkdtempSync(join(tmpdir(), 'goodhart-play-'));
const file = join(folder, 'play.html');
await bundlePage('dist');
execFileSync('node', ['--import', 'tsx', 'src/cli/main.ts', 'play', '--out', file]);
const browser = await launchChromium();
try {
  const page = await browser.newPage();
  await page.goto(`file://${file}`);
  await page.locator('.state', { hasText: 'Complete' }).waitFor({ timeout: 120_000 });
  process.stdout.write(
    '| knob | first picture: median | 95% | at rest: median | 95% |\n|---|---|---|---|---|\n',
  );
  for (const [path, low, high] of KNOBS) {
    const first: number[] = [];
    const last: number[] = [];
    for (let move = 0; move < moves; move++) {
      const value = low + ((high - low) * (move + 0.5)) / moves;
      const to = Number(value.toPrecision(4));
      const found = (await page.evaluate(
        `new Promise((resolve) => {
          const begun = performance.now();
          let first;
          choose(${JSON.stringify(path)}, ${to});
          const stop = listen((done, of) => {
            first ??= performance.now() - begun;
            if (done < of) return;
            setTimeout(() => stop());
            resolve([first, performance.now() - begun]);
          });
        })`,
      )) as [number, number];
      first.push(found[0]);
      last.push(found[1]);
    }
    const row = [first, last].flatMap((times) => [at(times, 0.5), at(times, 0.95)]);
    process.stdout.write(`| \`${path}\` | ${row.map((ms) => `${Math.round(ms)} ms`).join(' | ')} |\n`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
