import type { Command } from 'commander';
import { supervise } from '../supervise.ts';
import { addRunningOptions } from './addRunningOptions.ts';
import type { Answer } from './answer.ts';
import { collectValues } from './collectValues.ts';

export function defineOptimise(root: Command, answer: Answer): void {
  addRunningOptions(
    root
      .command('optimise <scenario>')
      .description('choose numbers of a plan so that an outcome is best, given that people respond'),
  )
    .requiredOption('--free <path=low:high>', 'a number that may be chosen (repeatable)', collectValues, [])
    .option('--arm <name>', 'the arm whose plan is improved (default: the reference)')
    .option('--outcome <id>', 'what to improve (default: the outcome of the scenario)')
    .option('--limit <outcome<=value>', 'a condition on the mean, <= or >= (repeatable)', collectValues, [])
    .option('--evaluations <n>', 'plans to try; the last step of the search may take a few more', '80')
    .option('--json', 'print the optimum as JSON and nothing else on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart optimise scenarios/catherine.yaml --arm revenue-tied --outcome ' +
        'profitUsd --free plans.revenue-tied.director.bonusUsdPerYear=0:60000 --limit ' +
        "'directorPayUsd<=130000'",
    )
    .action(async (file, options) => answer(await supervise('optimise', file, options)));
}
