import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND, check, goodhart, HANGS_S, isDocumented, REPORT, say, work } from './attack.ts';

const FLUFF = 'scenarios/textbook/fluff.yaml';
/** Milliseconds after which reading a file counts as slow. */
const SLOW_MS = 10_000;

/** Files that are no scenarios, as scenarios, as bases and as places to write to. */
export function files(): void {
  const at = (name: string) => join(work, name);
  spawnSync('mkfifo', [at('pipe')]);
  symlinkSync(at('loop-b'), at('loop-a'));
  symlinkSync(at('loop-a'), at('loop-b'));
  symlinkSync(at('nowhere'), at('dangling'));
  writeFileSync(at('empty.yaml'), '');
  writeFileSync(at('zeros.yaml'), Buffer.alloc(90_000));
  writeFileSync(at('large.yaml'), 'a: '.repeat(200_000));
  writeFileSync(at('latin1.yaml'), Buffer.from('name: caf\xe9\n', 'latin1'));
  writeFileSync(at('aliases.yaml'), `a: &a x\nb: [${'*a, '.repeat(19_000)}]`);
  const special = [
    ...['pipe', 'loop-a', 'dangling', 'empty.yaml', 'zeros.yaml', 'large.yaml'].map(at),
    ...['latin1.yaml', 'aliases.yaml'].map(at),
    ...['/dev/zero', '/dev/null', '/dev/random', '/proc/self/mem', '/proc/kmsg', '/', work, 'x'.repeat(5000)],
  ];
  let tried = 0;
  for (const file of special) {
    writeFileSync(at('base.yaml'), `schemaVersion: 1\nname: x\nextends: ${JSON.stringify(file)}\n`);
    const sweep = ['sweep', file, '--vary', 'sales.reps=1:2:2'];
    for (const words of [['check', file], ['compare', file], sweep, ['check', at('base.yaml')]]) {
      const began = performance.now();
      const ended = goodhart(words);
      const what = words.join(' ').slice(0, 100);
      check(isDocumented(ended, [2]), what, ended);
      check(performance.now() - began < SLOW_MS, `slow: ${what}`, ended);
      tried++;
    }
    const ended = goodhart(['compare', FLUFF, '--replicates', '5', '--quiet', '--out', file]);
    check(isDocumented(ended, [0, 2]), `--out ${file.slice(0, 60)}`, ended);
    for (const name of REPORT) if (file === work || file === '/') rmSync(join(file, name), { force: true });
    tried++;
  }
  say(`${tried} uses of ${special.length} special files`);
}

/** Streams that are closed, full or gone. */
export function streams(): void {
  const ways = [
    ...['| true', '| head -c 1', '> /dev/full', '2> /dev/full', '>&-', '2>&-'],
    ...['> /dev/full 2> /dev/full', '< /dev/null'],
  ];
  const commands = [
    'list metrics',
    'check scenarios/catherine.yaml',
    `compare ${FLUFF} --replicates 5 --out REPORT`,
    `compare ${FLUFF} --replicates 5 --json --out REPORT`,
    `sweep ${FLUFF} --vary people.agents.riskAversionPerUsd=0:0.001:20 --replicates 5`,
  ];
  for (const way of ways)
    for (const command of commands) {
      const report = join(mkdtempSync(join(work, 'stream-')), 'report');
      const script = `node ${COMMAND} ${command.replace('REPORT', report)} ${way}`;
      const { status, stderr } = spawnSync('bash', ['-c', script], {
        encoding: 'utf8',
        timeout: HANGS_S * 1000,
      });
      const ended = { code: status, err: stderr };
      check(isDocumented(ended, [0, 2]), script, ended);
      if (command.includes('REPORT'))
        check(readdirSync(report).length === REPORT.length, `report lost: ${script}`, ended);
    }
  say(`${ways.length * commands.length} broken or closed streams`);
}

/** Environments, under which the same command must print the same bytes. */
export function environments(): void {
  const some: readonly Readonly<Record<string, string>>[] = [
    ...['C', 'C.UTF-8', 'de_DE.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8', 'xx'].map((LANG) => ({
      LANG,
      LC_ALL: LANG,
    })),
    ...['UTC', 'Asia/Kathmandu', 'Pacific/Apia', 'nowhere'].map((TZ) => ({ TZ })),
    ...['dumb', '', 'xterm-256color'].map((TERM) => ({ TERM })),
    ...['0', '1', '80', '-5', 'x', '99999'].map((COLUMNS) => ({ COLUMNS })),
    ...[
      { NO_COLOR: '1' },
      { FORCE_COLOR: '3' },
      { CI: 'true' },
      { HOME: '/nowhere' },
      { TMPDIR: '/nowhere' },
    ],
    ...['--max-old-space-size=300', '--no-warnings'].map((NODE_OPTIONS) => ({ NODE_OPTIONS })),
    ...[{ UV_THREADPOOL_SIZE: '1' }, { NODE_ENV: 'production' }, { NODE_DEBUG: '' }, { PATH: '' }],
  ];
  const words = ['compare', 'scenarios/catherine.yaml', '--arms', 'fluff,salary-only', '--replicates', '10'];
  const asked = [...words, '--sensitivity', '0', '--json', '--quiet'];
  const expected = goodhart(asked).out;
  for (const env of some) {
    const ended = goodhart(asked, env);
    check(ended.code === 0 && ended.out === expected, `other bytes under ${JSON.stringify(env)}`, ended);
  }
  say(`${some.length} environments: the same bytes`);
}
