import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { TACTICS } from '../../src/worlds/revenue/catalogue/tactics/index.ts';
import { builtCommand } from '../support/built.ts';
import { isThorough } from '../support/thorough.ts';

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function goodhart(...words: string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(process.execPath, [builtCommand(), ...words], { maxBuffer: 1e8 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : ((error.code as unknown as number) ?? 1), out, err });
    });
  });
}

const SCENARIO = 'scenarios/catherine.yaml';
/** A short run of a quarter. */
const SHORT = ['question.horizonMonths=3', 'calendar.warmUpMonths=1', 'calendar.daysPerMonth=5'].flatMap(
  (set) => ['--set', set],
);
const quick = ['--arms', 'fluff,salary-only', '--replicates', '25', '--sensitivity', '0', ...SHORT];

describe('the command line', () => {
  test('--version is that of package.json, and the help of every command has an example', async () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8')).version).toBe(VERSION);
    expect((await goodhart('--version')).out.trim()).toBe(VERSION);
    const commands = [
      'compare',
      'split',
      'sweep',
      'best',
      'optimise',
      'report',
      'replay',
      'check',
      'diff',
      'explain',
      'pay',
      'init',
      'validate',
      'list',
    ];
    for (const command of [...commands, 'schema']) {
      const { code, out } = await goodhart(command, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`Example:\n  goodhart ${command}`);
    }
  });

  test('compare --json prints the bundle and nothing else, and writes all four files', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'goodhart-')), 'new', 'folder');
    const answer = await goodhart('compare', SCENARIO, ...quick, '--json', '--out', out);
    expect(answer.code).toBe(0);
    const bundle = JSON.parse(answer.out);
    expect(bundle).toMatchObject({
      schemaVersion: 1,
      seed: 'catherine',
      replicates: { requested: 25, completed: 25, failed: [] },
    });
    expect(readdirSync(out).sort()).toEqual(['bundle.json', 'outcomes.csv', 'report.html', 'report.md']);
    expect(JSON.parse(readFileSync(join(out, 'bundle.json'), 'utf8'))).toEqual(bundle);
    expect(readFileSync(join(out, 'outcomes.csv'), 'utf8').split('\n')[0]).toContain(
      'arm,plan,outcome,unit,n,mean',
    );
    expect(answer.out).not.toContain(process.cwd());
  });

  test('best names the best arm, and points to --max-replicates when given --replicates', async () => {
    const answer = await goodhart('best', SCENARIO, ...SHORT, '--arms', 'fluff,salary only');
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(answer.out).toContain('“salary only” is best on revenue: all others are distinguishable from it.');
    const wrong = await goodhart('best', SCENARIO, '--replicates', '50');
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('--max-replicates');
  });

  test('bad input gives exit code 2 with the position and the nearest name, and never a stack trace', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'goodhart-')), 'bad.yaml');
    writeFileSync(
      file,
      readFileSync(SCENARIO, 'utf8')
        .replace('auditRatePerMonth: 0.01', 'auditRatePerMonth: 5')
        .replace('stage: ambiguous', 'stge: ambiguous'),
    );
    const answer = await goodhart('check', file);
    expect(answer.code).toBe(2);
    expect(answer.err).toMatch(/bad\.yaml:\d+:\d+: governance\.auditRatePerMonth is out of range: got 5/);
    expect(answer.err).toMatch(/did you mean stage\?/);
    expect(answer.err).not.toMatch(/\bat .*\.ts:\d+/);
    for (const words of [
      ['compare', 'no-such-file.yaml'],
      ['compare', SCENARIO, '--arms', 'fluf'],
      ['compare', SCENARIO, '--replicates', 'many'],
      ['frobnicate'],
      ['compare', SCENARIO, '--set', 'sales.rep=3'],
      ['replay', SCENARIO, '--arm', 'none'],
      ['sweep', SCENARIO, '--vary', 'sales.reps=1'],
      ['list', 'metric'],
      ['compare', SCENARIO, '--max-replicates', '100'],
    ]) {
      const { code, err, out } = await goodhart(...words);
      expect([words.join(' '), code]).toEqual([words.join(' '), 2]);
      expect(err).not.toMatch(/\bat .*\.ts:\d+/);
      expect(err.length).toBeGreaterThan(10);
      expect(out).toBe('');
    }
    expect((await goodhart('check', 'no-such-file.yaml')).err).toBe(
      'no-such-file.yaml: there is no such file or folder\n',
    );
  }, 120_000);

  test('an output path that cannot be written is reported before anything runs', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'goodhart-')), 'a file');
    writeFileSync(file, '');
    // With this many replicates, the command would outlast the test.
    const compared = await goodhart(
      'compare',
      SCENARIO,
      '--replicates',
      '10000000',
      '--yes',
      '--out',
      join(file, 'report'),
    );
    expect(compared).toEqual({ code: 2, out: '', err: `${file}: this is a file, not a folder\n` });
    const folder = mkdtempSync(join(tmpdir(), 'goodhart-'));
    const slip = (...flags: string[]) =>
      goodhart('compare', SCENARIO, '--out', join(folder, 'report'), ...flags);
    expect((await slip('--arms', 'none')).err).toContain('--arms');
    expect((await slip('--workers', 'many')).err).toContain('--workers');
    expect(readdirSync(folder)).toEqual([]);
    const sweep = (out: string) =>
      goodhart(
        ...[
          'sweep',
          SCENARIO,
          '--vary',
          'governance.auditRatePerMonth=0:0.05:2',
          '--arms',
          'none',
          '--out',
          out,
        ],
      );
    const inFile = { code: 2, out: '', err: `${file}: this is a file, not a folder\n` };
    expect(await sweep(join(file, 'rows.csv'))).toEqual(inFile);
    expect(await sweep(join(file, 'folder', 'rows.csv'))).toEqual(inFile);
    expect((await sweep(join(folder, 'none', 'rows.csv'))).err).toBe(
      `${join(folder, 'none')}: there is no such file or folder\n`,
    );
    expect((await sweep(folder)).err).toBe(`${folder}: this is a folder, not a file\n`);
    expect((await sweep(join(folder, 'rows.csv'))).err).toContain('--arms');
    expect(readdirSync(folder)).toEqual([]);
  }, 60_000);

  test('pay prints the payroll of the example in the README, and its JSON is that of the library', async () => {
    const example = /goodhart (pay [^`]+)`/.exec(readFileSync('README.md', 'utf8'))![1].split(' ');
    const { code, out } = await goodhart(...example);
    expect(code).toBe(0);
    expect(out).toMatch(/\ntotal +\$20,000 +\$9,100 +\$29,100\n/);
    const { out: json } = await goodhart(...example, '--json');
    expect(JSON.parse(json)).toMatchObject({ plan: 'tiers', person: 'rep', total: { paidUsd: 29_100 } });
    const slip = await goodhart(...example.with(3, 'teirs'));
    expect(slip).toMatchObject({ code: 2, err: expect.stringContaining('did you mean tiers?') });
  });

  test.runIf(isThorough)(
    'init reads figures as people write them, and gives back what it was told',
    async () => {
      const file = join(mkdtempSync(join(tmpdir(), 'goodhart-')), 'told.yaml');
      const figures = ['--win-share', '35%', '--deal-usd', '$23k', '--cycle-days', '21 calendar days'];
      const { code, err } = await goodhart('init', file, ...figures, '--wins', '9', '--open', '40');
      expect(code).toBe(0);
      const text = readFileSync(file, 'utf8');
      expect(text).toMatch(/dealMeanUsd: 23000\n\s+cycleDays: 15\n/);
      // 9 a month are 35% of 309 a year, of which 40 are open.
      expect(err).toContain('Of the deals decided, 40.2% are won, not 35%');
      expect(text).toContain('winShare: 0.402');
      expect(text).toMatch(/hours calibrated to the deals won today: [\d.]+ times the defaults/);
      for (const figure of ['Deals won a month', 'New business a year', 'Quota attainment'])
        expect(err).toMatch(new RegExp(`${figure} +● yes`));
      if (isThorough)
        expect((await goodhart('init', file, '--force', '--wins', '900')).err).toContain(
          'the nearest that 5 reps',
        );
      expect((await goodhart('init', file, '--force', '--open', '9')).err).toContain('--wins beside it');
    },
    60_000,
  );

  test.runIf(isThorough)(
    'init writes a scenario that check accepts and compare runs',
    async () => {
      const file = join(mkdtempSync(join(tmpdir(), 'goodhart-')), 'my.yaml');
      const made = await goodhart(
        'init',
        file,
        '--visits',
        '8000',
        '--leads',
        '240',
        '--ready',
        '40',
        '--win-share',
        '0.22',
        '--deal-usd',
        '40000',
        '--cycle-days',
        '60',
        '--reps',
        '6',
        '--quota-usd',
        '60000',
      );
      expect(made.code).toBe(0);
      expect((await goodhart('init', file)).code).toBe(2);
      const checked = await goodhart('check', file);
      expect(checked.code).toBe(0);
      expect(checked.out).toContain('ACTIVITY BONUS');
      const compared = await goodhart(
        'compare',
        file,
        '--replicates',
        '25',
        '--sensitivity',
        '0',
        '--quiet',
        '--json',
        ...SHORT,
      );
      expect(compared.code).toBe(0);
      const bundle = JSON.parse(compared.out);
      const honest = bundle.arms.find((arm: { name: string }) => arm.name === 'salary-only').monthly.sqls
        .true;
      expect(honest.reduce((a: number, b: number) => a + b, 0) / honest.length).toBeGreaterThan(36);
      expect(honest.reduce((a: number, b: number) => a + b, 0) / honest.length).toBeLessThan(44);
    },
    120_000,
  );

  test.runIf(isThorough)('replay reports all months of the requested replicate', async () => {
    const answer = await goodhart('replay', SCENARIO, '--arm', 'fluff', '--replicate', '17', '--json');
    expect(answer.code).toBe(0);
    const story = JSON.parse(answer.out);
    expect(story.months).toHaveLength(12);
    expect(story.months[0].metrics.sqls.reported).toBeGreaterThan(story.months[0].metrics.sqls.true);
    expect((await goodhart('replay', SCENARIO, '--arm', 'fluff', '--replicate', '17')).out).toContain(
      'reported / true',
    );
  });

  test.runIf(isThorough)(
    'sweep draws a map of the differences',
    async () => {
      const map = await goodhart(
        ...[
          'sweep',
          SCENARIO,
          '--vary',
          'governance.auditRatePerMonth=0:0.05:2',
          '--arms',
          'fluff,fluff-honest',
        ],
        ...['--replicates', '8', '--map', '--quiet', ...SHORT, '--set', 'calendar.daysPerMonth=21'],
      );
      expect(map.out).toMatch(
        /Profit at equal pay: fluff honest against fluff\nrows: governance\.auditRatePerMonth\n\n +Profit at equal pay\n─+ {2}─+\n0 +\+\$[\d.]+[kM]\n0\.05 +\+\$[\d.]+[kM]\n/,
      );
    },
    120_000,
  );

  test('sweep writes tidy rows; list and schema print the catalogues', async () => {
    const swept = await goodhart(
      'sweep',
      SCENARIO,
      '--vary',
      'governance.auditRatePerMonth=0:0.05:2',
      '--arms',
      'fluff',
      '--replicates',
      '8',
      ...SHORT,
    );
    expect(swept.code).toBe(0);
    expect(swept.out.split('\n')[0]).toBe(
      'governance.auditRatePerMonth,arm,outcome,unit,n,mean,se,low95,high95,p10,p50,p90,reference,' +
        'meanDifference,seDifference,differenceLow95,differenceHigh95,seed,version,hash',
    );
    expect(swept.out.split('\n').filter((line) => line.includes(',revenueUsd,'))).toHaveLength(2);
    expect((await goodhart('list', 'metrics')).out).toContain('marketing-pipeline');
    expect((await goodhart('list', 'scenarios', 'good', 'reject')).out).toContain(
      'scenarios/good-leads-rejected.yaml',
    );
    expect(JSON.parse((await goodhart('list', 'tactics', '--json')).out)).toHaveLength(TACTICS.length);
    expect(JSON.parse((await goodhart('schema')).out).title).toBe('goodhart scenario');
  }, 120_000);

  test('Ctrl-C ends a comparison with exit code 130 and the number of finished runs', async () => {
    const child = spawn(
      process.execPath,
      [
        builtCommand(),
        ...[
          'compare',
          SCENARIO,
          '--arms',
          'fluff',
          '--replicates',
          '1000000',
          '--sensitivity',
          '0',
          ...SHORT,
        ],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    let err = '';
    child.stdout.resume();
    child.stderr.on('data', (data) => (err += data));
    await new Promise((resolve) => setTimeout(resolve, 7000));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect(code).toBe(130);
    expect(err).toMatch(
      /^This will take about \d+ minutes on .*\nStopped: \d+ of 1000000 runs were finished and are reported\.\n$/,
    );
  }, 60_000);
});
