import type { Command } from 'commander';
import type { Answer } from './answer.ts';
import { collectValues } from './collectValues.ts';

export function definePay(root: Command, answer: Answer): void {
  root
    .command('pay <scenario>')
    .description('payroll of one person on given results, by period; nothing is simulated')
    .requiredOption('--plan <name>', 'which plan of the scenario')
    .requiredOption('--person <name>', 'who is paid; of a group, one member')
    .requiredOption(
      '--results <csv>',
      'columns period (2025-01, 2025-Q1, 2025, or 1, 2, 3) and one for each metric; quota, person, forecast, ' +
        'churned-bookings, large-deals',
    )
    .option('--joined-after <months>', 'months of the plan year already past when the person joined')
    .option('--leaves', 'the person leaves after the last row: unfinished periods are paid pro rata')
    .option('--set <path=value>', 'override one value of the scenario (repeatable)', collectValues, [])
    .option('--json', 'JSON instead of a table')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart pay scenarios/plans/tiered-commission.yaml --plan tiers --person rep --results ' +
        'scenarios/plans/tiered-commission.csv',
    )
    .action(async (file, options) =>
      answer(await (await import('../payCommand.ts')).payCommand(file, options)),
    );
}
