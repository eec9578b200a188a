/**
 * Holds every arm of every shipped scenario against its benchmark: `npm run test:benchmark` writes
 * reports/validation/benchmark.md; it takes about an hour. With FROM and TO only files between these names
 * are asked, and nothing is written.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { compare } from '../src/experiments/commands/compare.ts';
import { threadExecutor } from '../src/experiments/executors/threads.ts';
import { parseScenario } from '../src/scenario/load.ts';
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
/** About as many arms as there are. */
const ARMS = 200;
const TABLE = 'reports/validation/benchmark.md';

const textOf = (file: string) => readFileSync(`scenarios/${file}`, 'utf8');
const readBase = (file: string) => ({ text: textOf(file), file });
const percent = (share: number) => `${(100 * share).toFixed(2).replace('-', '−')}%`;
const dollars = (usd: number) => `$${Math.round(usd).toLocaleString('en-US')}`;

const [from = '', to = '~'] = argv.slice(2);
const executor = threadExecutor(2, 0);
const found: AgainstBenchmark[] = [];
const holds = (row: AgainstBenchmark, arms: number) =>
  row.gainShare <= MOST_GAIN_SHARE && upperEnd(row, arms) <= MOST_UPPER_SHARE;
for (const file of readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))) {
  if (file < from || file >= to) continue;
  const scenario = parseScenario(textOf(file), { readBase, file });
  if (scenario.kind !== 'revenue') continue;
  let rows: AgainstBenchmark[] = [];
  for (const runs of RUNS) {
    const replicates = Math.min(runs, Math.floor((12 * MOST_YEARS) / scenario.horizonMonths));
    rows = againstBenchmark(file.replace('.yaml', ''), await compare(scenario, { replicates, executor }));
    if (rows.every((row) => holds(row, ARMS))) break;
  }
  found.push(...rows);
  for (const { arm, gainShare, se, runs } of rows)
    stdout.write(`${file} ${arm}: ${percent(gainShare)}, s.e. ${percent(se)}, ${runs} runs\n`);
}
const lines = found.map((row) => {
  const { scenario, arm, runs, gainShare, se } = row;
  const [gain, error, upper] = [gainShare, se, upperEnd(row, found.length)].map(percent);
  const end = holds(row, found.length) ? 'holds' : 'fails';
  return `| ${scenario} | ${arm} | ${runs} | ${gain} | ${error} | ${upper} | ${end} |`;
});
const holding = found.filter((row) => holds(row, found.length)).length;
function write(): void {
  const grid = gridGains();
  const levels = (of: readonly number[]) => of.map((level) => level.toFixed(2)).join(' and ');
  writeFileSync(
    TABLE,
    `# The benchmark

goodhart ${VERSION}, \`npm run test:benchmark\`. The benchmark is the best company policy found, or what the people of an arm do without gaming if that is better. Both are chosen on other random numbers for their joint surplus: profit before pay, plus the expected margin of open deals, less everybody’s cost of effort. *Gain*: the arm less its benchmark, as a share of the arm’s joint surplus. *Upper end*: of the one-sided 99% interval, simultaneous over all arms. An arm holds if the gain is at most ${percent(MOST_GAIN_SHARE)} and the upper end at most ${percent(MOST_UPPER_SHARE)}.

${holding} of ${found.length} arms hold.

In a company of two tactics (${Object.keys(GRID_TACTICS).join(', ')}) the best of 21 × 21 combinations of hours has levels ${levels(grid.gridLevels)} and gains ${dollars(grid.gridUsd)} a year over salary; the hours of the search have levels ${levels(grid.searchLevels)} and gain ${dollars(grid.hoursUsd)}, ${percent(grid.hoursUsd / grid.gridUsd)} of it (s.e. ${percent(grid.se / grid.gridUsd)}); with the threshold for leads and what sellers see, the search gains ${dollars(grid.searchUsd)}.

| scenario | arm | runs | gain | s.e. | upper end | |
|---|---|---:|---:|---:|---:|---|
${lines.join('\n')}
`,
  );
}

if (from === '' && to === '~') write();
stdout.write(`${holding} of ${found.length} arms hold\n`);
