import { type Command, Option } from 'commander';
import type { Answer } from './answer.ts';

export function defineDetect(root: Command, answer: Answer): void {
  root
    .command('detect <deals.csv>')
    .description(
      'test whether deals are timed around month- or quarter-ends, allowing for chance and seasonality',
    )
    .addOption(
      new Option('--period <length>', 'period over which pay or quotas are measured')
        .choices(['month', 'quarter'])
        .default('month'),
    )
    .option('--days-per-month <days>', 'working days of a month of play, for a column decidedDay (21)')
    .option('--json', 'JSON instead of sentences')
    .addHelpText(
      'after',
      '\nThe file has a column closed (dates, 2025-03-31), or decidedDay as replay --deals writes it; with a ' +
        'column outcome, only rows that say won count.\n\nExample:\n  goodhart replay ' +
        'scenarios/price-gaming.yaml --arm accelerated --deals deals.csv\n  goodhart detect deals.csv',
    )
    .action(async (file, options) =>
      answer(await (await import('../detectCommand.ts')).detectCommand(file, options)),
    );
}
