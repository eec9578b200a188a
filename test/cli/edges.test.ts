import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseAxis } from '../../src/experiments/commands/sweep.ts';
import { builtCommand } from '../support/built.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'goodhart-'));
const FLUFF = 'scenarios/textbook/fluff.yaml';
const REPORT = ['bundle.json', 'outcomes.csv', 'report.html', 'report.md'];

/** Runs a shell command in which `goodhart` is the built command. */
function shell(command: string) {
  const script = `goodhart() { "${process.execPath}" "${builtCommand()}" "$@"; }\n${command}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', timeout: 60_000 });
  return { status, out: stdout, err: stderr };
}

test('a number of runs given as the file of runs is refused with the option that takes it', () => {
  const answer = shell(`goodhart compare ${FLUFF} --runs 200`);
  expect(answer).toMatchObject({ status: 2, out: '' });
  expect(answer.err).toContain('the number of runs is --replicates 200');
  expect(existsSync('200')).toBe(false);
});

describe('streams', () => {
  test.each(['| true', '--json | head -c 1'])('a closed pipe loses no report: %s', (pipe) => {
    const out = join(newFolder(), 'report');
    const [flag, rest] = pipe.startsWith('--json') ? ['--json', pipe.slice(6)] : ['', pipe];
    const { status } = shell(
      `set -o pipefail; goodhart compare ${FLUFF} --replicates 25 --out ${out} ${flag} ${rest}`,
    );
    expect(status).toBe(0);
    expect(readdirSync(out).sort()).toEqual(REPORT);
  });

  test('a stdout that takes nothing gives exit code 2 and a message, and the report is still written', () => {
    const out = join(newFolder(), 'report');
    const answer = shell(`goodhart compare ${FLUFF} --replicates 25 --quiet --json --out ${out} > /dev/full`);
    expect(answer).toEqual({ status: 2, out: '', err: 'stdout: there is no room left on the disk\n' });
    expect(readdirSync(out).sort()).toEqual(REPORT);
  });

  test('a stderr that takes nothing, or is closed, changes no exit code', () => {
    expect(shell('goodhart check no-such-file.yaml 2> /dev/full').status).toBe(2);
    expect(shell('goodhart check no-such-file.yaml 2>&-').status).toBe(2);
    expect(shell('goodhart list metrics 2>&- > /dev/null').status).toBe(0);
  });

  test('a report that exceeds the allowed file size leaves the old one whole', () => {
    const out = join(newFolder(), 'report');
    expect(shell(`goodhart compare ${FLUFF} --replicates 30 --quiet --out ${out}`).status).toBe(0);
    const before = REPORT.map((name) => readFileSync(join(out, name), 'utf8'));
    const answer = shell(`ulimit -f 10; goodhart compare ${FLUFF} --replicates 40 --quiet --out ${out}`);
    expect(answer).toMatchObject({ status: 2, err: `${out}: this file grew beyond the allowed size\n` });
    expect(readdirSync(out).sort()).toEqual(REPORT);
    expect(REPORT.map((name) => readFileSync(join(out, name), 'utf8'))).toEqual(before);
  });
});

describe('signals', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'within three seconds %s ends a preparation that would take minutes, with exit code %i',
    async (signal, code) => {
      const big = ['sales.reps=5000', 'question.horizonMonths=1'].flatMap((set) => ['--set', set]);
      const child = spawn(process.execPath, [
        ...[builtCommand(), 'compare', 'scenarios/catherine.yaml', '--replicates', '2', ...big],
      ]);
      onTestFinished(() => void child.kill('SIGKILL'));
      let err = '';
      await new Promise<void>((estimated) =>
        child.stderr.on('data', (data) => {
          err += data;
          estimated();
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 500));
      const asked = performance.now();
      child.kill(signal);
      expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(code);
      expect(performance.now() - asked).toBeLessThan(3000);
      expect(err).toMatch(/^This will take about .*\nStopped during preparation: nothing is reported\.\n$/);
    },
  );
});

describe('reading', () => {
  const folder = newFolder();
  const at = (name: string) => join(folder, name);
  execFileSync('mkfifo', [at('pipe')]);
  symlinkSync(at('other-link'), at('link'));
  symlinkSync(at('link'), at('other-link'));
  mkdirSync(at('folder'));
  writeFileSync(at('latin.yaml'), Buffer.from('name: caf\xe9\n', 'latin1'));
  writeFileSync(at('long.yaml'), `# ${'x'.repeat(200_000)}\n`);
  writeFileSync(at('extends-pipe.yaml'), 'schemaVersion: 1\nextends: pipe\n');

  test.each([
    ['/dev/zero', '/dev/zero: file has the wrong type: got a pipe or a device, expected a regular file'],
    ['/proc/self/mem', '/proc/self/mem: reading or writing failed'],
    [at('pipe'), 'got a pipe or a device, expected a regular file'],
    [at('extends-pipe.yaml'), 'got a pipe or a device, expected a regular file'],
    [at('link'), `${at('link')}: this link leads back to itself`],
    [at('folder'), `${at('folder')}: this is a folder, not a file`],
    [at('latin.yaml'), 'got bytes that are no UTF-8, expected UTF-8 text'],
    [at('long.yaml'), 'got more than 100000 bytes, expected at most 100000'],
  ])('%s is refused in one line with a reason', (file, words) => {
    const { status, err } = shell(`goodhart check '${file}'`);
    expect(status).toBe(2);
    expect(err).toContain(words);
    expect(err).not.toMatch(/bug in goodhart|\n.*\n/);
  });

  test('a report is not written through a link that leads nowhere', () => {
    symlinkSync(at('nowhere'), at('dangling'));
    const answer = shell(`goodhart compare ${FLUFF} --replicates 5 --quiet --out '${at('dangling')}'`);
    expect(answer).toEqual({ status: 2, out: '', err: `${at('dangling')}: this link leads nowhere\n` });
  });

  test.each(['*a', '[&a 1, *a]', '[', '!!js/function x'])('--set refuses %s as a value', (value) => {
    const { status, err } = shell(`goodhart check scenarios/catherine.yaml --set 'market=${value}'`);
    expect(status).toBe(2);
    expect(err).not.toContain('bug in goodhart');
  });
});

describe('work', () => {
  const long = 'compare scenarios/catherine.yaml --replicates 1000000';
  test('a run of more than two hours of one core is refused before it begins, and named with --yes', () => {
    const { status, out, err } = shell(`goodhart ${long}`);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(
      /^this command is too large: got about \d+ (hours|days) of computing on one core, .*add --yes to run it/,
    );
  });

  test('with --quiet nothing is said about how long a run takes', () => {
    const { status, err } = shell(
      `timeout -s INT 2 "$(command -v node)" ${builtCommand()} ${long} --yes --quiet`,
    );
    expect(status).toBe(124);
    expect(err).toBe('Stopped during preparation: nothing is reported.\n');
  });
});

describe('sweeps', () => {
  /** A grid of many quick points. */
  const words = [
    ...['sweep', FLUFF, '--vary', 'people.agents.riskAversionPerUsd=0:0.001:1000'],
    ...['--replicates', '10', '--arms', 'leads,bookings'],
  ];

  test('a sweep that is killed leaves a file of whole rows', async () => {
    const out = join(newFolder(), 'rows.csv');
    const child = spawn(process.execPath, [builtCommand(), ...words, '--out', out]);
    onTestFinished(() => void child.kill('SIGKILL'));
    const isOver = new Promise((resolve) => child.on('exit', resolve));
    // Killed as soon as the first rows are written, however fast the machine is.
    const hasRows = () => existsSync(out) && readFileSync(out, 'utf8').split('\n').length > 2;
    while (child.exitCode === null && !hasRows()) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await isOver;
    const text = readFileSync(out, 'utf8');
    const [head, ...rows] = text.trimEnd().split('\n');
    const width = head.split(',').length;
    expect(text.endsWith('\n')).toBe(true);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.split(',')).toHaveLength(width);
  });

  test('a stopped sweep writes whole points, and JSON that can be read', async () => {
    const child = spawn(process.execPath, [builtCommand(), ...words, '--json']);
    onTestFinished(() => void child.kill('SIGKILL'));
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += data));
    // Stopped once, as soon as the first rows are printed: a second request would not wait for the others.
    child.stdout.once('data', () => child.kill('SIGTERM'));
    child.stderr.on('data', (data) => (err += data));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(143);
    const { rows } = JSON.parse(out) as { rows: { point: number[]; arm: string }[] };
    const points = new Map(rows.map(({ point }) => [point[0], 0]));
    for (const { point } of rows) points.set(point[0], points.get(point[0])! + 1);
    expect(new Set(points.values()).size).toBe(1);
    expect(err).toBe(`Stopped: ${points.size} of 1000 points were finished and are written.\n`);
  });

  test('an axis given twice is refused, and grids have no rounding errors', () => {
    const vary = '--vary sales.reps=1:5:2';
    expect(shell(`goodhart sweep scenarios/catherine.yaml ${vary} ${vary}`)).toMatchObject({
      status: 2,
      err: expect.stringContaining('sales.reps twice'),
    });
    expect(parseAxis('sales.reps=0:0.3:4').values).toEqual([0, 0.1, 0.2, 0.3]);
  });
});
