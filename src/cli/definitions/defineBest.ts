import type { Command } from 'commander';
import { supervise } from '../supervise.ts';
import { addRunningOptions } from './addRunningOptions.ts';
import type { Answer } from './answer.ts';

export function defineBest(root: Command, answer: Answer): void {
  addRunningOptions(
    root
      .command('best <scenario>')
      .description(
        'find the best of many arms, giving up those that are behind; runs go to those that are close',
      ),
  )
    .option('--arms <names>', 'only these arms, comma-separated')
    .option('--outcome <id>', 'what is to be best (default: the outcome of the scenario)')
    .option(
      '--delta <lead>',
      'the smallest lead that matters, as 1% of the reference’s mean (the first arm’s where that ' +
        'is left out), or 50000usd (default: 1%)',
    )
    .option('--max-replicates <n>', 'stop after so many runs of each arm at the latest (default: 20000)')
    .option('--json', 'print the result as JSON and nothing else on stdout')
    .addHelpText(
      'after',
      '\nThe best arm is chosen in 95 of 100 cases where it leads every other by the delta; arms ' +
        'that may be closer are named.\n\nExample:\n  goodhart best scenarios/catherine.yaml ' +
        '--outcome profitUsd --delta 20000usd',
    )
    .action(async (file, options) => answer(await supervise('best', file, options)));
}
