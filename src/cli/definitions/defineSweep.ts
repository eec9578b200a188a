import type { Command } from 'commander';
import { supervise } from '../supervise.ts';
import { addRunningOptions } from './addRunningOptions.ts';
import type { Answer } from './answer.ts';
import { collectValues } from './collectValues.ts';

export function defineSweep(root: Command, answer: Answer): void {
  addRunningOptions(
    root
      .command('sweep <scenario>')
      .description('run a comparison at every point of a grid; tidy CSV on stdout'),
  )
    .requiredOption('--vary <path=low:high:n>', 'an axis of the grid (repeatable)', collectValues, [])
    .option('--arms <names>', 'only these arms, comma-separated')
    .option('--out <file>', 'write the CSV there instead of to stdout')
    .option('--json', 'JSON rows instead of CSV')
    .option(
      '--map',
      'a map of the differences that the question asks about, over one or two axes, instead of CSV on stdout',
    )
    .addHelpText(
      'after',
      '\nExample:\n  goodhart sweep scenarios/catherine.yaml --arms fluff --vary ' +
        'governance.auditRatePerMonth=0:0.05:6 --replicates 200',
    )
    .action(async (file, options) => answer(await supervise('sweep', file, options)));
}
