import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { compare } from '../../src/experiments/compare.ts';
import { type Executor, inlineExecutor } from '../../src/experiments/executor.ts';
import type { Chunk, Line, RevenueLine } from '../../src/experiments/lines.ts';
import { luckKey } from '../../src/random/luck.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compileCompany } from '../../src/worlds/revenue/company.ts';
import { Neighbours } from '../../src/worlds/revenue/neighbours.ts';
import { OUTCOME_COUNT, OUTCOMES } from '../../src/worlds/revenue/outcomes.ts';
import { textbookOutcomes } from '../../src/worlds/textbook/outcomes.ts';
import { book } from './shared.ts';
import { readBase, textOf } from './shipped.ts';

/** Replicates of every run that are held. */
export const REPLICATES = 5;

/** Columns of one run of a scenario (an arm or a counterfactual), by name: one value a replicate, NaN where undefined. */
export type Columns = ReadonlyMap<string, Float64Array>;
/** The runs of a scenario, by name. */
export type Runs = ReadonlyMap<string, Columns>;

/** Every shipped scenario, by its path under `scenarios/`. */
export function shippedScenarios(): string[] {
  return ['', 'textbook/', 'bench/'].flatMap((folder) =>
    readdirSync(`scenarios/${folder}`)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => `${folder}${file}`),
  );
}

/** Runs a shipped scenario and returns the outcomes and the chosen amounts of all its runs. */
export async function numbersOf(file: string, executor: Executor = inlineExecutor): Promise<Runs> {
  const scenario = parseScenario(textOf(file), { file, readBase });
  let lines: readonly Line[] = [];
  const chunks: Chunk[] = [];
  await compare(scenario, {
    replicates: REPLICATES,
    book,
    executor: {
      ...executor,
      run: (given, seed, to, onChunk, from) => {
        lines = given;
        const keep = (chunk: Chunk) => {
          chunks.push(chunk);
          return onChunk(chunk);
        };
        return executor.run(given, seed, to, keep, from);
      },
    },
  });
  const ids = outcomeIds(lines);
  const runs = new Map<string, Map<string, Float64Array>>();
  lines.forEach(({ name }, line) => {
    const columns = new Map<string, Float64Array>();
    ids.forEach((id, at) => {
      columns.set(id, columnOf(chunks, lines.length * ids.length, line * ids.length + at));
    });
    runs.set(name, columns);
  });
  for (const [name, amounts] of amountsOf(lines, scenario)) {
    for (const [id, column] of amounts) runs.get(name)!.set(id, column);
  }
  return runs;
}

function outcomeIds([line]: readonly Line[]): string[] {
  return (line.kind === 'revenue' ? OUTCOMES : textbookOutcomes(line.world)).map(({ id }) => id);
}

function columnOf(chunks: readonly Chunk[], width: number, at: number): Float64Array {
  return Float64Array.from(
    chunks.flatMap(({ from, to, outcomes }) =>
      Array.from({ length: to - from }, (_, replicate) => outcomes[replicate * width + at]),
    ),
  );
}

/** What people chose, summed over the months of play: intensities and units of every tactic, effort and forecasts of the sellers. */
function amountsOf(lines: readonly Line[], { seed }: Scenario): Map<string, Map<string, Float64Array>> {
  const companies = lines.filter((line): line is RevenueLine => line.kind === 'revenue');
  if (companies.length === 0) return new Map();
  const together = new Neighbours(
    companies.map((line) => compileCompany(line.world, line.pay, line.beliefs, line.policy, line.later)),
  );
  const amounts = new Map(companies.map(({ name }) => [name, new Map<string, Float64Array>()]));
  const add = (name: string, id: string, replicate: number, value: number) => {
    const columns = amounts.get(name)!;
    if (!columns.has(id)) columns.set(id, new Float64Array(REPLICATES));
    columns.get(id)![replicate] += value;
  };
  const outcomes = new Float64Array(OUTCOME_COUNT);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    together.meet(luckKey(seed, replicate));
    companies.forEach(({ name }, i) => {
      const runner = together.runners[i];
      runner.onMonth = (_, state, diary) => {
        state.company.tactics.forEach(({ definition }, k) => {
          add(name, `director.${definition.id}.level`, replicate, diary.level[k]);
          add(name, `director.${definition.id}.units`, replicate, diary.units[k]);
        });
        for (let seat = 0; seat < state.seats; seat++) {
          add(name, 'reps.effort', replicate, state.effort[seat]);
          add(name, 'reps.forecastUsd', replicate, state.repForecast[seat]);
        }
      };
      together.run(i, outcomes);
      runner.onMonth = undefined;
    });
  }
  return amounts;
}

/** File in which the numbers of a scenario are kept. */
export function fileOf(scenario: string): string {
  return `test/numbers/${scenario.replace('/', '-').replace('.yaml', '')}.gz`;
}

/** Runs as bytes: a line of JSON that names runs and columns, then their values as little-endian doubles, compressed. */
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

/** Names that have changed since the numbers were first kept: of runs and of columns, old to new; `null` for a column that is no more. */
export interface Renamed {
  readonly runs: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, string | null>>;
}

export function readRenamed(): Renamed {
  return JSON.parse(readFileSync('test/numbers/renamed.json', 'utf8')) as Renamed;
}

/** One column that is not what it was. */
export interface Moved {
  readonly run: string;
  readonly column: string;
  /** Largest relative change over the replicates; Infinity where a value is missing on one side. */
  readonly change: number;
}

/** Columns of `kept` that differ from `now` in any bit. Columns that are new are not looked at. */
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
    if (Object.is(before[i], after[i]) || before[i] === after[i]) continue;
    const size = Math.max(Math.abs(before[i]), Math.abs(after[i]));
    const change = Math.abs(after[i] - before[i]) / size;
    largest = Math.max(largest, Number.isNaN(change) ? Infinity : change);
  }
  return largest;
}
