/**
 * Times the engine, warm, on one core, and prints milliseconds as JSON. Argument `reference`: a run of the reference workload with gaming off and on, luck included, as the other
 * programs do it. Argument `catherine`: where the time of one run goes when people decide. Argument `threads`: what a
 * second thread brings. Argument `guard`: what a test holds the engine to on any machine (see {@link guard}).
 */
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';
import { compare } from '../src/experiments/compare.ts';
import { inlineExecutor } from '../src/experiments/executor.ts';
import { threadExecutor } from '../src/experiments/executors/threads.ts';
import type { Line, RevenueLine } from '../src/experiments/lines.ts';
import { luckKey } from '../src/random/luck.ts';
import { parseRevenueScenario } from '../src/scenario/load.ts';
import { compileCompany } from '../src/worlds/revenue/company.ts';
import { Neighbours } from '../src/worlds/revenue/neighbours.ts';
import { OUTCOME_COUNT } from '../src/worlds/revenue/outcomes.ts';

const outcomes = new Float64Array(OUTCOME_COUNT);

/** Milliseconds a run of one company, luck included: median of rounds. */
function timeOf(together: Neighbours, replicates: number, rounds: number): number {
  const times: number[] = [];
  let replicate = 0;
  for (let round = -1; round < rounds; round++) {
    const began = performance.now();
    for (let i = 0; i < replicates; i++) {
      together.meet(luckKey('bench', replicate++));
      together.run(0, outcomes);
    }
    if (round >= 0) times.push((performance.now() - began) / replicates);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

function reference(replicates: number): Record<string, number> {
  const scenario = parseRevenueScenario(readFileSync('scenarios/bench/reference.yaml', 'utf8'), {});
  return Object.fromEntries(
    scenario.arms.map((arm) => [
      arm.name,
      timeOf(new Neighbours([compileCompany(arm.world, arm.pay, undefined, {})]), replicates, 5),
    ]),
  );
}

/** What arms of the Catherine story run. */
async function linesOf(arms: readonly string[]): Promise<readonly Line[]> {
  let given: readonly Line[] = [];
  await compare(parseRevenueScenario(readFileSync('scenarios/catherine.yaml', 'utf8'), {}), {
    arms,
    replicates: 2,
    executor: {
      ...inlineExecutor,
      run(lines, ...rest) {
        given = lines;
        return inlineExecutor.run(lines, ...rest);
      },
    },
  });
  return given;
}

/** Milliseconds that runs take in one thread over those in two, both warm: median of rounds in turn. */
async function threads(replicates: number): Promise<Record<string, number>> {
  const lines = await linesOf(['fluff', 'salary-only']);
  const executors = [inlineExecutor, threadExecutor(2, 0)];
  const ratios: number[] = [];
  for (let round = -1; round < 4; round++) {
    const spent: number[] = [];
    for (const executor of executors) {
      const began = performance.now();
      await executor.run(lines, 'bench', replicates, () => true);
      spent.push(performance.now() - began);
    }
    if (round >= 0) ratios.push(spent[0] / spent[1]);
  }
  return { oneOverTwo: ratios.sort((x, y) => x - y)[ratios.length >> 1] };
}

/** What a sample of the profiler belongs to: the first of these functions on the way out of where it was taken. What is on the way to none of them is bookkeeping: state, months, outcomes. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  luck: ['fill', 'introduceFrom', 'introduceDays', 'meet'],
  marketing: ['arrive', 'game', 'drawVisits'],
  'sales floor': ['sell', 'planHours', 'pullForward', 'signHeld', 'bringOutCollateral'],
  decisions: ['sitDown', 'decide', 'takeOver', 'beginMonth', 'note'],
  customers: ['expire', 'renew'],
};
const PART_OF = new Map(Object.entries(PARTS).flatMap(([part, names]) => names.map((name) => [name, part])));

/** Milliseconds of one run of the fluff arm, by part: luck, marketing, the sales floor, decisions, customers, bookkeeping. */
async function catherine(replicates: number): Promise<Record<string, number>> {
  const line = (await linesOf(['fluff'])).find(
    (candidate): candidate is RevenueLine => candidate.kind === 'revenue' && candidate.name === 'fluff',
  );
  const company = compileCompany(line!.world, line!.pay, line!.beliefs, line!.policy);
  const together = new Neighbours([company]);
  const runs = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      together.meet(luckKey('bench', i));
      together.run(0, outcomes);
    }
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

/** A loop of the kinds of operation that the engine is made of, written here and nowhere else, so that a run can be timed in multiples of it on any machine. */
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

/** Least milliseconds that some slices of work take, in turn: what a busy machine takes from one slice it leaves to another. */
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
 * What holds on any machine: a run of the reference workload in multiples of a yardstick of 100,000 steps, how much more a lead and a rep-day cost where there are many, and bytes that a run leaves
 * to the garbage collector.
 */
function guard(): Record<string, number> {
  const scenario = parseRevenueScenario(readFileSync('scenarios/bench/reference.yaml', 'utf8'), {});
  let replicate = 0;
  const runsOf = (arm: number, times: number, runs: number) => {
    const { world, pay } = scenario.arms[arm];
    const larger = {
      ...world,
      sales: { ...world.sales, reps: world.sales.reps * times },
      channels: world.channels.map((channel) => ({
        ...channel,
        visitsPerMonth: channel.visitsPerMonth * times,
      })),
    };
    const together = new Neighbours([compileCompany(larger, pay, undefined, {})]);
    return () => {
      for (let i = 0; i < runs; i++) {
        together.meet(luckKey('guard', replicate++));
        together.run(0, outcomes);
      }
    };
  };
  const [quiet, gaming, large] = [runsOf(0, 1, 10), runsOf(1, 1, 10), runsOf(0, 20, 1)];
  const [unit, ...spent] = leastOf([yardstick, quiet, gaming, large], 100);
  // Asked for with --expose-gc.
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < 10; i++) quiet();
  return {
    quietPerYardstick: spent[0] / 10 / unit,
    gamingPerYardstick: spent[1] / 10 / unit,
    twentyTimesAsLarge: spent[2] / (spent[0] / 10),
    bytesPerRun: (process.memoryUsage().heapUsed - before) / 100,
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
        : reference(Number(replicates));
process.stdout.write(`${JSON.stringify(result)}\n`);
