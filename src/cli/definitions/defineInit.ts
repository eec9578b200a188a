import type { Command } from 'commander';
import type { CompareFlags } from '../compareCommand.ts';
import { EXIT } from '../exit.ts';
import { supervise } from '../supervise.ts';
import type { Answer } from './answer.ts';

export function defineInit(root: Command, answer: Answer): void {
  root
    .command('init <file>')
    .description('write a scenario of your own company, ready to compare')
    .option('--visits <n>', 'visits a month', '3000')
    .option('--leads <n>', 'leads a month', '320')
    .option('--ready <n>', 'sales-ready leads passed a month', '50')
    .option('--win-share <share>', 'part of worked opportunities that are won', '0.4')
    .option('--deal-usd <usd>', 'mean size of a deal', '23000')
    .option('--cycle-days <days>', 'working days from opportunity to decision', '15')
    .option('--reps <n>', 'account executives', '5')
    .option('--quota-usd <usd>', 'quota of one rep a month', '50000')
    .option('--wins <n>', 'deals won a month today; hours per lead and deal follow')
    .option('--open <n>', 'open deals that the win share counts as not won; with --wins')
    .option('--ask', 'ask for the numbers one by one, then compare')
    .option('--force', 'overwrite an existing file')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart init my.yaml --ask\n  goodhart init my.yaml --visits 8000 --leads 240 --ready 40 --win-share 0.22 ' +
        '--deal-usd $40k --cycle-days "12 weeks" --reps 6 --quota-usd 60000 --wins 6',
    )
    .action(async (file, options) => {
      const code = await (await import('../initCommand.ts')).initCommand(file, options);
      const usual: CompareFlags = { set: [] };
      answer(options.ask && code === EXIT.fine ? await supervise('compare', file, usual) : code);
    });
}
