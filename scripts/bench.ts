/**
 * The engine against independent programs of the reference workload: C at the limit of the machine, vectorised numpy, SimPy. Programs run in turn, so that a busy machine is
 * busy for all of them; the ratio is the median of the rounds' ratios. `npm run bench -- [--quick] [--json]`; writes reports/bench/.
 *
 * A compiler or a Python library that is missing is said, not hidden.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const words = process.argv.slice(2);
const quick = words.includes('--quick');
const rounds = quick ? 3 : 9;
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const notes: string[] = [];

function run(command: string, args: readonly string[]): string | undefined {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', timeout: 120_000 });
  if (done.error !== undefined || done.status !== 0) return undefined;
  return done.stdout;
}

/** Milliseconds a run that a program prints. */
function printed(output: string | undefined): number | undefined {
  const match = /(?:med )?([\d.]+) ms\/rep/.exec(output ?? '');
  return match === null ? undefined : Number(match[1]);
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1];

const binary = join(folder, 'funnel2');
const compiled =
  run('cc', ['-O3', '-march=native', '-o', binary, 'test/bench/funnel2.c', '-lm', '-lpthread']) !== undefined;
if (!compiled) notes.push('no C compiler: the limit of the machine was not measured');
const python = ['/usr/bin/python3', 'python3'];
const pythonWith = (module: string) => python.find((name) => run(name, ['-c', `import ${module}`]) !== undefined);
const numpy = pythonWith('numpy');
const simpy = pythonWith('SimPy');
if (numpy === undefined) notes.push('no numpy: not measured');
if (simpy === undefined) notes.push('no SimPy 2: not measured');

const engine = (what: string, replicates: number): Record<string, number> => {
  const output = run(process.execPath, ['--import', 'tsx', 'scripts/benchEngine.ts', what, String(replicates)]);
  if (output === undefined) throw new Error('the engine did not run');
  return JSON.parse(output) as Record<string, number>;
};

const ARMS = ['quiet', 'gaming'] as const;
const times: Record<string, number[]> = {};
const note = (name: string, value: number | undefined) => {
  if (value === undefined) return;
  times[name] ??= [];
  times[name].push(value);
};
for (let round = 0; round < rounds; round++) {
  const own = engine('reference', quick ? 400 : 1000);
  for (const [gaming, arm] of ARMS.entries()) {
    note(`engine ${arm}`, own[arm]);
    if (compiled) note(`c ${arm}`, printed(run(binary, [quick ? '4000' : '20000', 'batch', String(gaming), '1', '3'])));
    if (numpy !== undefined && (!quick || round === 0))
      note(
        `numpy ${arm}`,
        printed(run(numpy, ['test/bench/funnel_numpy.py', quick ? '500' : '2000', String(gaming), '500'])),
      );
    if (simpy !== undefined && (!quick || round === 0))
      note(`simpy ${arm}`, printed(run(simpy, ['test/bench/funnel_simpy.py', quick ? '50' : '300', String(gaming)])));
  }
}
const ratioTo = (other: string, inverse: boolean): number | undefined => {
  const ratios = ARMS.flatMap((arm) =>
    (times[`${other} ${arm}`] ?? []).map((value, i) => {
      const ratio = times[`engine ${arm}`][i] / value;
      return inverse ? 1 / ratio : ratio;
    }),
  );
  return ratios.length === 0 ? undefined : median(ratios);
};
const ratios = {
  engineOverC: ratioTo('c', false),
  numpyOverEngine: ratioTo('numpy', true),
  simpyOverEngine: ratioTo('simpy', true),
};
const catherine = engine('catherine', quick ? 200 : 1000);
const result = {
  machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, platform: `${platform()} ${arch()}` },
  node: process.version,
  rounds,
  millisecondsPerRun: Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)])),
  ratios: Object.fromEntries(Object.entries(ratios).filter(([, value]) => value !== undefined)),
  catherineMillisecondsPerRun: catherine,
  notes,
};
rmSync(folder, { recursive: true, force: true });

const goals = { engineOverC: 'at most 4', numpyOverEngine: 'above 1', simpyOverEngine: 'at least 30' } as const;
const holds = {
  engineOverC: (x: number) => x <= 4,
  numpyOverEngine: (x: number) => x > 1,
  simpyOverEngine: (x: number) => x >= 30,
};
const total = Object.values(catherine).reduce((sum, value) => sum + value, 0);
const table = [
  '# Speed',
  '',
  `${result.machine.cpu}, ${result.machine.cores} cores, ${result.machine.platform}, Node ${result.node}; medians of ${rounds} rounds in turn, one core each.`,
  '',
  '| reference workload | gaming off, ms a run | gaming on, ms a run |',
  '|---|---:|---:|',
  ...['engine', 'c', 'numpy', 'simpy']
    .filter((name) => times[`${name} quiet`] !== undefined)
    .map((name) => `| ${name} | ${ARMS.map((arm) => median(times[`${name} ${arm}`]).toFixed(4)).join(' | ')} |`),
  '',
  '| ratio | measured | goal | |',
  '|---|---:|---|---|',
  ...Object.entries(result.ratios).map(
    ([name, value]) =>
      `| ${name} | ${value!.toFixed(2)} | ${goals[name as keyof typeof goals]} | ${holds[name as keyof typeof holds](value!) ? 'met' : 'not met'} |`,
  ),
  '',
  '| Catherine, fluff arm, people deciding | ms a run | share |',
  '|---|---:|---:|',
  ...Object.entries(catherine).map(
    ([name, value]) => `| ${name} | ${value.toFixed(3)} | ${((100 * value) / total).toFixed(0)}% |`,
  ),
  '',
  ...notes.map((text) => `- ${text}`),
].join('\n');
mkdirSync(join(root, 'reports/bench'), { recursive: true });
writeFileSync(join(root, 'reports/bench/bench.json'), `${JSON.stringify(result, null, 2)}\n`);
writeFileSync(join(root, 'reports/bench/bench.md'), `${table.trimEnd()}\n`);
process.stdout.write(words.includes('--json') ? `${JSON.stringify(result, null, 2)}\n` : `${table.trimEnd()}\n`);
