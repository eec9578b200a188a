import type { Command } from 'commander';
import { supervise } from '../supervise.ts';
import { addRunningOptions } from './addRunningOptions.ts';
import type { Answer } from './answer.ts';

export function defineBacksolve(root: Command, answer: Answer): void {
  addRunningOptions(
    root
      .command('backsolve <scenario>')
      .description('work back from a goal to the visits, leads, SQLs, sellers and spend that it takes'),
  )
    .requiredOption(
      '--outcome <id=amount>',
      'goal over the horizon: an outcome of which more is better, and its amount',
    )
    .option('--arm <name>', 'the plan (default: the reference)')
    .option('--json', 'print what was found as JSON and nothing else on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart backsolve scenarios/catherine.yaml --outcome revenueUsd=5000000',
    )
    .action(async (file, options) => answer(await supervise('backsolve', file, options)));
}
