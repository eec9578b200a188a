/**
 * Holds every arm of every shipped scenario against its benchmark: `npm run test:benchmark` writes
 * reports/validation/benchmark.md; it takes about an hour. With names of scenarios only these are asked
 * again, and the rows of the others stay those of an earlier version.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { compare } from '../src/experiments/commands/compare.ts';
import { threadExecutor } from '../src/experiments/executors/threads.ts';
import { parseScenario } from '../src/scenario/load.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import {
  type AgainstBenchmark,
  againstBenchmark,
  MOST_GAIN_SHARE,
  MOST_UPPER_SHARE,
  upperEnd,
} from '../src/validation/againstBenchmark.ts';
import { GRID_TACTICS, gridGains } from '../src/validation/benchmarkGrid.ts';
import { VERSION } from '../src/version.ts';

/** Runs of every arm: more where the interval of an arm is too wide to tell. */
const RUNS = [400, 1600, 6400];
/** Most years that an arm is run in all. */
const MOST_YEARS = 6400;
/** As many arms as there are, or more: for the simultaneous interval. */
const ARMS = 220;
const TABLE = 'reports/validation/benchmark.md';

const textOf = (file: string) => readFileSync(`scenarios/${file}`, 'utf8');
const readBase = (file: string) => ({ text: textOf(file), file });
const percent = (share: number) => `${(100 * share).toFixed(2).replace('-', '−')}%`;
const dollars = (usd: number) => `$${Math.round(usd).toLocaleString('en-US')}`;

const names = argv.slice(2);
const before = existsSync(TABLE) ? readFileSync(TABLE, 'utf8') : '';
const executor = threadExecutor(2, 0);
const rows: string[] = [];
const holds = (row: AgainstBenchmark) =>
  row.gainShare <= MOST_GAIN_SHARE && upperEnd(row, ARMS) <= MOST_UPPER_SHARE;

/** Asks the arms of a scenario with more and more runs, until each holds or there are no more. */
async function ask(name: string, scenario: Scenario): Promise<AgainstBenchmark[]> {
  let found: AgainstBenchmark[] = [];
  for (const runs of RUNS) {
    const replicates = Math.min(runs, Math.floor((12 * MOST_YEARS) / scenario.horizonMonths));
    found = againstBenchmark(name, await compare(scenario, { replicates, executor }));
    if (found.every(holds)) break;
  }
  return found;
}

for (const file of readdirSync('scenarios').filter((path) => path.endsWith('.yaml'))) {
  const name = file.replace('.yaml', '');
  if (names.length > 0 && !names.includes(name)) {
    rows.push(...before.split('\n').filter((line) => line.startsWith(`| ${name} |`)));
    continue;
  }
  const scenario = parseScenario(textOf(file), { readBase, file });
  if (scenario.kind !== 'revenue') continue;
  for (const row of await ask(name, scenario)) {
    const [gain, error, upper] = [row.gainShare, row.se, upperEnd(row, ARMS)].map(percent);
    rows.push(
      `| ${name} | ${row.arm} | ${row.runs} | ${gain} | ${error} | ${upper} | ${holds(row) ? 'holds' : 'fails'} | ${VERSION} |`,
    );
    stdout.write(`${rows.at(-1)}\n`);
  }
}
const holding = rows.filter((row) => row.includes('| holds |')).length;

function write(): void {
  const grid = gridGains();
  const levels = (of: readonly number[]) => of.map((level) => level.toFixed(2)).join(' and ');
  writeFileSync(
    TABLE,
    `# The benchmark

goodhart ${VERSION}, \`npm run test:benchmark\`. The benchmark is the best company policy found, or what the people of an arm do without gaming if that is better. Both are chosen on other random numbers for their joint surplus: economic profit before pay, less everybody’s cost of effort (before 0.10.0 without the later value of customers). *Gain*: the arm less its benchmark, as a share of the arm’s joint surplus. *Upper end*: of the one-sided 99% interval, simultaneous over ${ARMS} arms. An arm holds if the gain is at most ${percent(MOST_GAIN_SHARE)} and the upper end at most ${percent(MOST_UPPER_SHARE)}.

${holding} of ${rows.length} arms hold.

In a company of two tactics (${Object.keys(GRID_TACTICS).join(', ')}) the best of 21 × 21 combinations of hours has levels ${levels(grid.gridLevels)} and gains ${dollars(grid.gridUsd)} a year over salary; the hours of the search have levels ${levels(grid.searchLevels)} and gain ${dollars(grid.hoursUsd)}, ${percent(grid.hoursUsd / grid.gridUsd)} of it (s.e. ${percent(grid.se / grid.gridUsd)}); with the threshold for leads and what sellers see, the search gains ${dollars(grid.searchUsd)}.

| scenario | arm | runs | gain | s.e. | upper end | | version |
|---|---|---:|---:|---:|---:|---|---|
${rows.join('\n')}
`,
  );
}

write();
stdout.write(`${holding} of ${rows.length} arms hold\n`);
