/**
 * Table of own interest: the largest gain from deviating from what people choose, for every metric, period and
 * company. `tsx scripts/ownInterest.ts [RUNS] [PREFIX]` writes reports/validation/own-interest.md, in as
 * many processes as there are cores; a prefix of the cells only prints.
 */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { argv, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  cellName,
  OWN_INTEREST_CELLS,
  type OwnInterestRow,
  ownInterest,
} from '../src/validation/ownInterest.ts';
import { VERSION } from '../src/version.ts';

/** Runs of the first look. */
const RUNS = 50;
const TABLE = 'reports/validation/own-interest.md';

/** Answers cells by index, one after another. */
function answer(): void {
  process.on('message', (message) => {
    const { index, runs } = message as { readonly index: number; readonly runs: number };
    process.send!({ index, row: ownInterest(OWN_INTEREST_CELLS[index], runs) });
  });
}

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;

function lineOf({ cell, bonusUsd, found, note, goesTwoWays }: OwnInterestRow): string {
  const [base, metric, period] = [cell.base, cell.metric, cell.period];
  if (found === undefined) return `| ${base} | ${metric} | ${period} | ${note} | | | | | |`;
  const { worst, upper, isWithin } = found;
  const dollars = Math.round(worst.gainShare * bonusUsd);
  return (
    `| ${base} | ${metric} | ${period} | ${worst.name}${goesTwoWays ? ' (two ways)' : ''} | ` +
    `${percent(worst.gainShare)} | ${percent(worst.se)} | ${worst.runs} | ${percent(upper)} | ` +
    `${isWithin ? 'holds' : `fails: $${dollars.toLocaleString('en-US')} a year`} |`
  );
}

async function all(runs: number, chosen: readonly number[]): Promise<OwnInterestRow[]> {
  const rows: OwnInterestRow[] = [];
  const queue = [...chosen];
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), queue.length) }, async () => {
      const child = fork(fileURLToPath(import.meta.url), ['--answer']);
      for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
        child.send({ index, runs });
        const { row } = await new Promise<{ row: OwnInterestRow }>((resolve) => {
          child.once('message', (message) => resolve(message as { row: OwnInterestRow }));
        });
        rows[index] = row;
        stdout.write(`${lineOf(row)}\n`);
      }
      child.disconnect();
    }),
  );
  return chosen.map((index) => rows[index]);
}

async function main(): Promise<void> {
  const runs = Number(argv[2] ?? RUNS);
  const prefix = argv[3] ?? '';
  const chosen = OWN_INTEREST_CELLS.flatMap((cell, i) => (cellName(cell).startsWith(prefix) ? [i] : []));
  const rows = await all(runs, chosen);
  if (prefix !== '') return;
  const judged = rows.flatMap(({ found }) => found ?? []);
  const failing = judged.filter(({ isWithin }) => !isWithin).length;
  writeFileSync(
    TABLE,
    `# Own interest\n\ngoodhart ${VERSION}, \`npm run test:own-interest\`; ${runs} runs of two years a cell, three, eight and sixteen ` +
      'times as many for deviations in doubt. A director ' +
      'is paid on one metric in proportion, with the honest level as target. *Gain*: the largest gain in net of ' +
      'any deviation from what they choose, as a share of the target bonus: held honest; held from a tactic; a ' +
      'chosen intensity times 0.75 or 1.25, within what is feasible; the best of 20 random plans, chosen on ' +
      'other luck. *Upper end*: of the simultaneous 95% interval over all deviations, cells and looks. A cell holds if ' +
      'the gain is at most 1% and the upper end at most 2%.\n\n' +
      `${judged.length - failing} of ${judged.length} cells hold.\n\n` +
      '| company | metric | period | largest gain by | gain | s.e. | runs | upper end | |\n' +
      '|---|---|---|---|---:|---:|---:|---:|---|\n' +
      `${rows.map(lineOf).join('\n')}\n`,
  );
  stdout.write(`${judged.length - failing} of ${judged.length} cells hold; ${TABLE}\n`);
}

if (argv[2] === '--answer') answer();
else await main();
