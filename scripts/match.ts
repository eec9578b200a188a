/**
 * Targets and salaries at which plans of a scenario differ in what they pay for, and not in how hard they are or
 * what they are worth: each quarterly target is reached by ordinary honest work in 35% of quarters, and the net
 * of each marketer is that under the first plan.
 *
 * `npm run match -- FILE [RUNS]` prints them. Set the targets first, and ask again for the salaries.
 */
import { argv, stdout } from 'node:process';
import { parseRevenueScenario } from '../src/scenario/load.ts';
import { difficulties, worths } from '../src/validation/difficulty.ts';
import { readBase, textOf } from '../test/support/shipped.ts';

const [, , file = 'department.yaml', runs = '400'] = argv;
const scenario = parseRevenueScenario(textOf(file), { file, readBase });
const share = (value: number) => `${(100 * value).toFixed(0)}%`;
for (const { metric, target, reachedShare, matched } of difficulties(scenario, Number(runs)))
  stdout.write(
    `${metric.padEnd(24)} ${target} reached in ${share(reachedShare)}; in 35%: ${matched.toPrecision(4)}\n`,
  );
for (const { arm, person, netUsd, baseUsd, matchedBaseUsd } of worths(scenario, Number(runs)))
  stdout.write(
    `${arm.padEnd(16)} ${person.padEnd(18)} net ${netUsd.toFixed(0)} at ${baseUsd}; equal at ` +
      `${matchedBaseUsd.toFixed(0)}\n`,
  );
