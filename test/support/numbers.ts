import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compare } from '../../src/experiments/commands/compare.ts';
import type { Executor } from '../../src/experiments/executors/executor.ts';
import { inlineExecutor } from '../../src/experiments/executors/inline.ts';
import type { Chunk } from '../../src/experiments/tasks/replicates.ts';
import type { RevenueRun, RunSpec } from '../../src/experiments/tasks/runSpec.ts';
import type { TaskKinds } from '../../src/experiments/tasks/tasks.ts';
import { luckKey } from '../../src/random/luck.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compileCompany } from '../../src/worlds/revenue/compile/company.ts';
import type { Company } from '../../src/worlds/revenue/contract/company.ts';
import { SharedMarket } from '../../src/worlds/revenue/engine/sharedMarket.ts';
import { textbookOutcomes } from '../../src/worlds/textbook/outcomes.ts';
import { cache } from './shared.ts';
import { readBase, textOf } from './shipped.ts';

/** Replicates of every run whose numbers are stored. */
export const REPLICATES = 5;

/** Columns of one run (an arm or a counterfactual) by name: one value per replicate, NaN where undefined. */
export type Columns = ReadonlyMap<string, Float64Array>;
/** The runs of a scenario, by name. */
export type Runs = ReadonlyMap<string, Columns>;

/** Paths of all shipped scenarios under `scenarios/`. */
export function shippedScenarios(): string[] {
  return ['', 'textbook/', 'bench/'].flatMap((folder) =>
    readdirSync(`scenarios/${folder}`)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => `${folder}${file}`),
  );
}

/** Runs a shipped scenario and returns the outcomes and decisions of all its runs. */
export async function numbersOf(file: string, executor: Executor = inlineExecutor): Promise<Runs> {
  const scenario = parseScenario(textOf(file), { file, readBase });
  let specs: readonly RunSpec[] = [];
  const chunks: Chunk[] = [];
  await compare(scenario, {
    replicates: REPLICATES,
    cache,
    executor: {
      run(job, take) {
        if (job.kind !== 'replicates') return executor.run(job, take);
        ({ runs: specs } = job.common as TaskKinds['replicates']['common']);
        return executor.run(job, (result) => {
          chunks.push(result as Chunk);
          return take(result);
        });
      },
    },
  });
  const ids = outcomeIds(specs);
  const runs = new Map<string, Map<string, Float64Array>>();
  specs.forEach(({ name }, run) => {
    const columns = new Map<string, Float64Array>();
    ids.forEach((id, at) => {
      columns.set(id, columnOf(chunks, specs.length * ids.length, run * ids.length + at));
    });
    runs.set(name, columns);
  });
  for (const [name, amounts] of amountsOf(specs, scenario)) {
    for (const [id, column] of amounts) runs.get(name)!.set(id, column);
  }
  return runs;
}

function outcomeIds([first]: readonly RunSpec[]): string[] {
  if (first.kind === 'textbook') return textbookOutcomes(first.world).map(({ id }) => id);
  return companyOf(first).outcomes.map(({ id }) => id);
}

function companyOf({ world, pay, beliefs, policy, later, named }: RevenueRun): Company {
  return compileCompany(world, pay, beliefs, { policy, later, named });
}

function columnOf(chunks: readonly Chunk[], width: number, at: number): Float64Array {
  return Float64Array.from(
    chunks.flatMap(({ from, to, outcomes }) =>
      Array.from({ length: to - from }, (_, replicate) => outcomes[replicate * width + at]),
    ),
  );
}

/** People's decisions, summed over months: levels and units of tactics, sellers' effort and forecasts. */
function amountsOf(specs: readonly RunSpec[], { seed }: Scenario): Map<string, Map<string, Float64Array>> {
  const runs = specs.filter((run): run is RevenueRun => run.kind === 'revenue');
  if (runs.length === 0) return new Map();
  const companies = runs.map(companyOf);
  const shared = new SharedMarket(companies);
  const amounts = new Map(runs.map(({ name }) => [name, new Map<string, Float64Array>()]));
  const add = (name: string, id: string, replicate: number, value: number) => {
    const columns = amounts.get(name)!;
    if (!columns.has(id)) columns.set(id, new Float64Array(REPLICATES));
    columns.get(id)![replicate] += value;
  };
  const outcomes = new Float64Array(companies[0].outcomes.length);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    shared.meet(luckKey(seed, replicate));
    runs.forEach(({ name }, i) => {
      const runner = shared.runners[i];
      runner.onMonth = (_, { floor }, diaries) => {
        for (const { name: person, level, units } of diaries) {
          for (const [tactic, value] of level) add(name, `${person}.${tactic}.level`, replicate, value);
          for (const [tactic, value] of units) add(name, `${person}.${tactic}.units`, replicate, value);
        }
        for (let seat = 0; seat < floor.all.seats; seat++) {
          add(name, 'reps.effort', replicate, floor.seats.effort[seat]);
          add(name, 'reps.forecastUsd', replicate, floor.seats.forecastUsd[seat]);
        }
      };
      shared.run(i, outcomes);
      runner.onMonth = undefined;
    });
  }
  return amounts;
}

/** File that stores the numbers of a scenario. */
export function fileOf(scenario: string): string {
  return `test/numbers/${scenario.replace('/', '-').replace('.yaml', '')}.gz`;
}

/** Runs as compressed bytes: a JSON line with all names, then the values as little-endian doubles. */
export function pack(runs: Runs): Uint8Array {
  const head = [...runs].map(([name, columns]) => [name, [...columns.keys()]]);
  const values = Float64Array.from(
    [...runs.values()].flatMap((columns) => [...columns.values()].flatMap((c) => [...c])),
  );
  const text = Buffer.from(`${JSON.stringify(head)}\n`);
  return gzipSync(Buffer.concat([text, Buffer.from(values.buffer)]), { level: 9 });
}

/** Reads what {@link pack} wrote. */
export function unpack(bytes: Uint8Array): Runs {
  const all = gunzipSync(bytes);
  const end = all.indexOf(10) + 1;
  const head = JSON.parse(all.subarray(0, end).toString()) as [string, string[]][];
  const values = new Float64Array(all.buffer.slice(all.byteOffset + end, all.byteOffset + all.length));
  let from = -REPLICATES;
  const take = () => {
    from += REPLICATES;
    return values.slice(from, from + REPLICATES);
  };
  return new Map(head.map(([name, ids]) => [name, new Map(ids.map((id) => [id, take()]))]));
}

/** Renamings of runs and columns since the numbers were first stored, old to new; `null` if removed. */
export interface Renamed {
  readonly runs: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, string | null>>;
}

export function readRenamed(): Renamed {
  return JSON.parse(readFileSync('test/numbers/renamed.json', 'utf8')) as Renamed;
}

/** A column that has changed. */
export interface Moved {
  readonly run: string;
  readonly column: string;
  /** Largest relative change over the replicates; Infinity if a value is missing on one side. */
  readonly change: number;
}

/** Columns of `kept` that differ from `now` in any bit but the sign of a zero; new columns are ignored. */
export function moved(kept: Runs, now: Runs, renamed: Renamed): Moved[] {
  const found: Moved[] = [];
  for (const [run, columns] of kept) {
    const others = now.get(renamed.runs[run] ?? run);
    for (const [column, values] of columns) {
      const name = Object.hasOwn(renamed.columns, column) ? renamed.columns[column] : column;
      if (name === null) continue;
      const change = largestChange(values, others?.get(name));
      if (change > 0) found.push({ run, column, change });
    }
  }
  return found;
}

function largestChange(before: Float64Array, after: Float64Array | undefined): number {
  if (after === undefined) return Infinity;
  let largest = 0;
  for (let i = 0; i < before.length; i++) {
    if (Object.is(before[i], after[i])) continue;
    const size = Math.max(Math.abs(before[i]), Math.abs(after[i]));
    const change = Math.abs(after[i] - before[i]) / size;
    // Zeros of different signs and numbers beside NaN have no relative change.
    largest = Math.max(largest, Number.isNaN(change) ? Infinity : change);
  }
  return largest;
}
