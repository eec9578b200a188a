import type { Command } from 'commander';
import { supervise } from '../supervise.ts';
import { addRunningOptions } from './addRunningOptions.ts';
import type { Answer } from './answer.ts';

export function defineSplit(root: Command, answer: Answer): void {
  addRunningOptions(
    root
      .command('split <scenario>')
      .description('what makes the difference between two plans: metrics, targets or curve'),
  )
    .requiredOption('--arm <name>', 'the arm to compare with the reference')
    .option('--json', 'print the split as JSON and nothing else on stdout')
    .addHelpText('after', '\nExample:\n  goodhart split scenarios/catherine.yaml --arm revenue-tied')
    .action(async (file, options) => answer(await supervise('split', file, options)));
}
