import type { Command } from 'commander';
import type { Answer } from './answer.ts';

export function defineExplain(root: Command, answer: Answer): void {
  root
    .command('explain <term...>')
    .description('say what a word of a report, a metric, an outcome, a tactic, a role or an input means')
    .option('--json', 'JSON instead of text')
    .addHelpText('after', '\nExample:\n  goodhart explain profit at equal pay')
    .action(async (term, options) =>
      answer(await (await import('../explainCommand.ts')).explainCommand(term, options)),
    );
}
