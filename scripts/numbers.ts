/**
 * Compares the numbers of every shipped scenario, bit by bit, with those stored in `test/numbers/`: outcomes
 * of every arm and counterfactual, and people's decisions.
 *
 * `npm run test:numbers -- [scenario ...] [--workers n] [--renew]` takes the scenarios whose paths begin with
 * one of the words, by default all. `--renew` stores the numbers anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inlineExecutor } from '../src/experiments/executors/inline.ts';
import { threadExecutor } from '../src/experiments/executors/threads.ts';
import {
  fileOf,
  moved,
  numbersOf,
  pack,
  readRenamed,
  shippedScenarios,
  unpack,
} from '../test/support/numbers.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { workers: { type: 'string' }, renew: { type: 'boolean', default: false } },
});
const scenarios = shippedScenarios().filter(
  (file) => positionals.length === 0 || positionals.some((name) => file.startsWith(name)),
);
const executor = values.workers === undefined ? inlineExecutor : threadExecutor(Number(values.workers), 0);
const renamed = readRenamed();
let differing = 0;
let missing = 0;
let largest = 0;
for (const scenario of scenarios) {
  const file = fileOf(scenario);
  if (!existsSync(file) && !values.renew) {
    missing++;
    process.stdout.write(`${scenario}: not stored; --renew stores it\n`);
    continue;
  }
  const now = await numbersOf(scenario, executor);
  const changes = existsSync(file) ? moved(unpack(readFileSync(file)), now, renamed) : [];
  const most = changes.reduce((sum, { change }) => Math.max(sum, change), 0);
  if (changes.length > 0) differing++;
  largest = Math.max(largest, most);
  const some = changes
    .slice(0, 8)
    .map(({ run, column, change }) => `  ${run}: ${column} by ${change.toExponential(2)}`);
  process.stdout.write(
    `${scenario}: ${changes.length === 0 ? 'the same' : `${changes.length} columns moved, by ${most.toExponential(2)} at most`}\n`,
  );
  if (some.length > 0) process.stdout.write(`${some.join('\n')}\n`);
  if (values.renew) writeFileSync(file, pack(now));
}
process.stdout.write(
  differing === 0
    ? `${scenarios.length - missing} of ${scenarios.length} scenarios have the same numbers.\n`
    : `${differing} of ${scenarios.length} scenarios moved, by ${largest.toExponential(2)} at most.\n`,
);
if (differing + missing > 0 && !values.renew) process.exitCode = 1;
