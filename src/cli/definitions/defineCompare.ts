import type { Command } from 'commander';
import { supervise } from '../supervise.ts';
import { addRunningOptions } from './addRunningOptions.ts';
import type { Answer } from './answer.ts';

export function defineCompare(root: Command, answer: Answer): void {
  addRunningOptions(
    root
      .command('compare <scenario>')
      .description('run the arms of a scenario with common random numbers and write a report'),
  )
    .option('--arms <names>', 'only these arms, comma-separated (the reference is always run)')
    .option(
      '--hold <what>',
      'hold every arm at the same expected pay cost, or the same worth to the director: cost or utility',
    )
    .option(
      '--precision <target>',
      'stop once every difference is known to within 2% of the reference’s mean, or 50000usd ' +
        '(95%, all arms together)',
    )
    .option(
      '--max-replicates <n>',
      'with --precision: stop after so many runs of each arm at the latest (default: 20000)',
    )
    .option(
      '--time <seconds>',
      'stop after so many seconds with what is done; the result then depends on the machine',
    )
    .option(
      '--sensitivity <n>',
      'how many weak assumptions to re-run at both ends of their range (default: 4; 0 with --precision ' +
        'unless the bundle is kept, and where it would take more than 20 minutes)',
    )
    .option('--out <dir>', 'where to write report.html, report.md, bundle.json and outcomes.csv')
    .option('--runs <file>', 'also write a CSV of the outcomes, one row per arm and run')
    .option('--full', 'print every figure and sentence, not only the answer')
    .option('--json', 'print the bundle as JSON and nothing else on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart compare scenarios/catherine.yaml --set ' +
        'governance.auditRatePerMonth=0.05 --out reports/audits',
    )
    .action(async (file, options) => answer(await supervise('compare', file, options)));
}
