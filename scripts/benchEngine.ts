/**
 * Times the warm engine and prints JSON: `benchEngine.ts MODE [runs] [arm]`. The first three modes give
 * milliseconds on one core.
 *
 * - `reference`: one run of the reference workload with gaming off and on, random draws included, as in the
 *   other programs.
 * - `catherine`: time per part of one run in which people decide.
 * - `arm`: one run of an arm of the Catherine story.
 * - `threads`: speed-up from a second thread.
 * - `guard`: machine-independent measures that a test limits, see {@link guard}.
 */
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';
import { compare } from '../src/experiments/commands/compare.ts';
import { inlineExecutor } from '../src/experiments/executors/inline.ts';
import { threadExecutor } from '../src/experiments/executors/threads.ts';
import { CHUNK } from '../src/experiments/tasks/replicates.ts';
import type { RevenueRun, RunSpec } from '../src/experiments/tasks/runSpec.ts';
import type { Job, TaskKinds } from '../src/experiments/tasks/tasks.ts';
import { luckKey } from '../src/random/luck.ts';
import { parseRevenueScenario } from '../src/scenario/load.ts';
import { compileCompany } from '../src/worlds/revenue/compile/company.ts';
import type { Company } from '../src/worlds/revenue/contract/company.ts';
import { SharedMarket } from '../src/worlds/revenue/engine/sharedMarket.ts';

/** Plays replicates of one company, random draws included. */
function player(company: Company, seed: string): (replicate: number) => void {
  const alone = new SharedMarket([company]);
  const outcomes = new Float64Array(company.outcomes.length);
  return (replicate) => {
    alone.meet(luckKey(seed, replicate));
    alone.run(0, outcomes);
  };
}

/** Milliseconds per run of one company, random draws included: median over rounds. */
function timeOf(company: Company, replicates: number, rounds: number): number {
  const play = player(company, 'bench');
  const times: number[] = [];
  let replicate = 0;
  for (let round = -1; round < rounds; round++) {
    const began = performance.now();
    for (let i = 0; i < replicates; i++) play(replicate++);
    if (round >= 0) times.push((performance.now() - began) / replicates);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

function reference(replicates: number): Record<string, number> {
  const scenario = parseRevenueScenario(readFileSync('scenarios/bench/reference.yaml', 'utf8'), {});
  return Object.fromEntries(
    scenario.arms.map((arm) => [
      arm.name,
      timeOf(compileCompany(arm.world, arm.pay, undefined), replicates, 5),
    ]),
  );
}

/** The runs behind arms of the Catherine story. */
async function runsOf(arms: readonly string[]): Promise<readonly RunSpec[]> {
  let given: readonly RunSpec[] = [];
  await compare(parseRevenueScenario(readFileSync('scenarios/catherine.yaml', 'utf8'), {}), {
    arms,
    replicates: 2,
    executor: {
      run(job, take) {
        if (job.kind === 'replicates') given = (job as Job<'replicates'>).common.runs;
        return inlineExecutor.run(job, take);
      },
    },
  });
  return given;
}

/** Time in one thread divided by time in two, both warm: median over alternating rounds. */
async function threads(replicates: number): Promise<Record<string, number>> {
  const runs = await runsOf(['fluff', 'salary-only']);
  const tasks: TaskKinds['replicates']['task'][] = [];
  for (let from = 0; from < replicates; from += CHUNK)
    tasks.push({ from, to: Math.min(replicates, from + CHUNK) });
  const job: Job<'replicates'> = { kind: 'replicates', common: { runs, seed: 'bench' }, tasks };
  const executors = [inlineExecutor, threadExecutor(2, 0)];
  const ratios: number[] = [];
  for (let round = -1; round < 4; round++) {
    const spent: number[] = [];
    for (const executor of executors) {
      const began = performance.now();
      await executor.run(job, () => true);
      spent.push(performance.now() - began);
    }
    if (round >= 0) ratios.push(spent[0] / spent[1]);
  }
  return { oneOverTwo: ratios.sort((x, y) => x - y)[ratios.length >> 1] };
}

/**
 * Functions that assign a profiler sample to a part of the engine: the innermost one on the call stack
 * decides. Samples under none of them are bookkeeping: state, months, outcomes.
 */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  luck: ['fill', 'introduceFrom', 'introduceDays', 'meet'],
  marketing: ['arrive', 'game', 'drawVisits'],
  'sales floor': ['sell', 'planHours', 'askGamesAtMonthEnd', 'openMonth', 'bringOutCollateral'],
  decisions: ['startTenure', 'choosePlans', 'takeOver', 'monthBegins', 'monthEnds', 'decide'],
  customers: ['expire', 'renew'],
};
const PART_OF = new Map(Object.entries(PARTS).flatMap(([part, names]) => names.map((name) => [name, part])));

/** The company of an arm of the Catherine story with its people's own decisions. */
async function ownCompany(arm: string): Promise<Company> {
  const { world, pay, beliefs, policy } = (await runsOf([arm])).find(
    (run): run is RevenueRun => run.kind === 'revenue' && run.name === arm,
  )!;
  return compileCompany(world, pay, beliefs, { policy });
}

/** Milliseconds per run of one arm of the Catherine story: median over rounds. */
async function arm(name: string, replicates: number): Promise<Record<string, number>> {
  return { [name]: timeOf(await ownCompany(name), replicates, 5) };
}

/** Milliseconds per run of the fluff arm, by part of the engine. */
async function catherine(replicates: number): Promise<Record<string, number>> {
  const play = player(await ownCompany('fluff'), 'bench');
  const runs = (from: number, to: number) => {
    for (let i = from; i < to; i++) play(i);
  };
  runs(0, 100);
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  const began = performance.now();
  runs(100, 100 + replicates);
  const spent = performance.now() - began;
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const hits: Record<string, number> = Object.fromEntries(
    [...Object.keys(PARTS), 'bookkeeping'].map((part) => [part, 0]),
  );
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const walk = (id: number, outer: string) => {
    const { callFrame, children = [], hitCount = 0 } = nodes.get(id)!;
    const part = PART_OF.get(callFrame.functionName) ?? outer;
    hits[part] += hitCount;
    for (const child of children) walk(child, part);
  };
  walk(profile.nodes[0].id, 'bookkeeping');
  const all = Object.values(hits).reduce((sum, count) => sum + count, 0);
  return Object.fromEntries(
    Object.entries(hits).map(([part, count]) => [part, ((count / all) * spent) / replicates]),
  );
}

/**
 * A fixed loop of the operations that the engine consists of. It shares no code with the engine, so that run
 * times in multiples of it are comparable across machines.
 */
function yardstick(): number {
  const queue = new Int32Array(1024).map((_, i) => (i * 421 + 1) & 1023);
  const hours = new Float64Array(1024);
  let word = 12345;
  let at = 0;
  let sum = 0;
  for (let i = 0; i < 100_000; i++) {
    word ^= word << 13;
    word ^= word >>> 17;
    word ^= word << 5;
    const u = (word >>> 0) * 2.3283064365386963e-10;
    at = queue[at];
    hours[at] += u < 0.3 ? 1 - u : u / (1 + hours[at]);
    if (hours[at] > 8) hours[at] = 0;
    sum += hours[at];
  }
  return sum;
}

/**
 * Minimum milliseconds of each piece of work over many slices, taken in turn: the minimum is least affected
 * by background load.
 */
function leastOf(works: readonly (() => void)[], slices: number): number[] {
  const least = works.map(() => Infinity);
  for (let slice = 0; slice < slices; slice++) {
    for (const [i, work] of works.entries()) {
      const began = performance.now();
      work();
      least[i] = Math.min(least[i], performance.now() - began);
    }
  }
  return least;
}

/**
 * Machine-independent measures: the time of a run of the reference workload in multiples of the yardstick,
 * the factor by which it grows with twenty times the visits and reps, and the bytes that a run leaves to the
 * garbage collector.
 */
function guard(): Record<string, number> {
  const scenario = parseRevenueScenario(readFileSync('scenarios/bench/reference.yaml', 'utf8'), {});
  let replicate = 0;
  const runsAt = (arm: number, times: number, runs: number) => {
    const { world, pay } = scenario.arms[arm];
    const larger = {
      ...world,
      sales: { ...world.sales, reps: world.sales.reps * times },
      channels: world.channels.map((channel) => ({
        ...channel,
        visitsPerMonth: channel.visitsPerMonth * times,
      })),
    };
    const play = player(compileCompany(larger, pay, undefined), 'guard');
    return () => {
      for (let i = 0; i < runs; i++) play(replicate++);
    };
  };
  const [quiet, gaming, large] = [runsAt(0, 1, 10), runsAt(1, 1, 10), runsAt(0, 20, 1)];
  const [unit, ...spent] = leastOf([yardstick, quiet, gaming, large], 250);
  // Minimum of three, to exclude memory that the compiler allocates.
  const bytes = [1, 2, 3].map(() => {
    // Available with --expose-gc.
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 10; i++) quiet();
    return process.memoryUsage().heapUsed - before;
  });
  return {
    quietPerYardstick: spent[0] / 10 / unit,
    gamingPerYardstick: spent[1] / 10 / unit,
    twentyTimesAsLarge: spent[2] / (spent[0] / 10),
    bytesPerRun: Math.min(...bytes) / 100,
  };
}

const [what, replicates = '1000'] = process.argv.slice(2);
const result =
  what === 'guard'
    ? guard()
    : what === 'threads'
      ? await threads(Number(replicates))
      : what === 'catherine'
        ? await catherine(Number(replicates))
        : what === 'arm'
          ? await arm(process.argv[4], Number(replicates))
          : reference(Number(replicates));
process.stdout.write(`${JSON.stringify(result)}\n`);
