import type { Command } from 'commander';
import { supervise } from '../supervise.ts';
import type { Answer } from './answer.ts';

export function defineValidate(root: Command, answer: Answer): void {
  root
    .command('validate')
    .description('hold decisions, payroll and engine against theory in closed form and published findings')
    .option('--only <id>', 'one row, or all whose ids begin so')
    .option('--quick', 'the same rows with fewer replicates')
    .option(
      '--out <dir>',
      'where to write validation.html, validation.md and validation.json (default: ' +
        'reports/validation, for the whole table at full length; nowhere with --only or --quick)',
    )
    .option('--workers <n>', 'threads (default: the cores of the machine); changes no number')
    .option('--json', 'print the table as JSON and nothing else on stdout')
    .option('--quiet', 'no progress, no talk')
    .addHelpText('after', '\nExample:\n  goodhart validate --only T09')
    .action(async (options) => answer(await supervise('validate', options)));
}
