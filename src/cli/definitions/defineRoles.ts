import type { Command } from 'commander';
import { supervise } from '../supervise.ts';
import { addRunningOptions } from './addRunningOptions.ts';
import type { Answer } from './answer.ts';

export function defineRoles(root: Command, answer: Answer): void {
  addRunningOptions(
    root
      .command('roles <scenario>')
      .description(
        'split the difference between two plans by role, and show whom each person’s gaming costs',
      ),
  )
    .requiredOption('--arm <name>', 'the arm to compare with the reference')
    .option('--json', 'print the result as JSON and nothing else on stdout')
    .addHelpText('after', '\nExample:\n  goodhart roles scenarios/department.yaml --arm crandell')
    .action(async (file, options) => answer(await supervise('roles', file, options)));
}
