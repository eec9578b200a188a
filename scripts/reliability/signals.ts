import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { COMMAND, check, isDocumented, REPORT, say, seed, work } from './attack.ts';

const CATHERINE = 'scenarios/catherine.yaml';
const COMMANDS: readonly (readonly string[])[] = [
  ['compare', CATHERINE, '--replicates', '40'],
  ['compare', CATHERINE, '--replicates', '100000', '--yes'],
  [
    'compare',
    CATHERINE,
    '--set',
    'sales.reps=2000',
    '--set',
    'question.horizonMonths=2',
    '--replicates',
    '4',
  ],
  ['compare', 'scenarios/textbook/fluff.yaml', '--replicates', '100000'],
  ['best', CATHERINE, '--max-replicates', '5000'],
  ['optimise', CATHERINE, '--free', 'plans.fluff.director.bonusUsdPerYear=0:60000'],
  ['sweep', CATHERINE, '--vary', 'governance.auditRatePerMonth=0:0.1:50', '--replicates', '20'],
  ['replay', CATHERINE, '--arm', 'fluff'],
  ['validate', '--only', 'T0'],
];
/** Milliseconds in which a process may still be ended by the signal itself: its first line has not run. */
const STARTING_MS = 500;

/** Signals at random moments; a report is whole or absent, and nothing else is left behind. */
export async function signals(count: number): Promise<void> {
  const tries = fc.sample(
    fc.tuple(
      fc.constantFrom(...COMMANDS),
      fc.integer({ min: 20, max: 8000 }),
      fc.constantFrom('SIGINT' as const, 'SIGTERM' as const),
    ),
    { numRuns: count, seed },
  );
  let slowest = 0;
  for (const [words, delay, signal] of tries) {
    const folder = mkdtempSync(join(work, 'signal-'));
    const out = join(folder, 'report');
    const all = words[0] === 'compare' ? [...words, '--out', out] : words;
    const what = `${signal} after ${delay} ms: ${all.join(' ')}`;
    const { code, by, err, seconds } = await interrupt(all, delay, signal);
    slowest = Math.max(slowest, seconds);
    const isEarly = by === signal && delay < STARTING_MS;
    const codes = [0, 1, signal === 'SIGINT' ? 130 : 143];
    check(isEarly || isDocumented({ code, err }, codes), what, { code, err });
    check(seconds < 3, `${what} took ${seconds.toFixed(1)} s`, { code, err });
    const isWhole = !existsSync(out) || [0, REPORT.length].includes(readdirSync(out).length);
    check(isWhole && readdirSync(folder).length <= 1, `half a report: ${what}`, { code, err });
  }
  say(`${count} signals at random moments: the slowest end took ${slowest.toFixed(1)} s`);
}

async function interrupt(words: readonly string[], delay: number, signal: 'SIGINT' | 'SIGTERM') {
  const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stdout.resume();
  child.stderr.on('data', (data) => (err += data));
  const ended = new Promise<[number | null, string | null]>((done) =>
    child.on('exit', (code, by) => done([code, by])),
  );
  await new Promise((done) => setTimeout(done, delay));
  const asked = performance.now();
  child.kill(signal);
  const [code, by] = await ended;
  return { code, by, err, seconds: (performance.now() - asked) / 1000 };
}

/** A sweep that is killed keeps whole rows of every finished point. */
export async function kills(count: number): Promise<void> {
  let rows = 0;
  for (const delay of fc.sample(fc.integer({ min: 300, max: 5000 }), { numRuns: count, seed })) {
    const file = join(mkdtempSync(join(work, 'kill-')), 'rows.csv');
    const child = spawn(process.execPath, [
      ...[COMMAND, 'sweep', 'scenarios/textbook/fluff.yaml', '--replicates', '20', '--out', file],
      ...['--vary', 'people.agents.riskAversionPerUsd=0:0.001:2000'],
    ]);
    const ended = new Promise((done) => child.on('exit', done));
    await new Promise((done) => setTimeout(done, delay));
    child.kill('SIGKILL');
    await ended;
    if (!existsSync(file)) continue;
    const lines = readFileSync(file, 'utf8').split('\n');
    const width = lines[0].split(',').length;
    const areWhole =
      lines.at(-1) === '' && lines.slice(0, -1).every((line) => line.split(',').length === width);
    check(areWhole, `rows after a kill at ${delay} ms`, { code: null, err: lines.at(-1) ?? '' });
    rows += Math.max(0, lines.length - 2);
  }
  say(`${count} kills of a sweep: ${rows} rows were kept, each whole`);
}
