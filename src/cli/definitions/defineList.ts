import type { Command } from 'commander';
import type { Answer } from './answer.ts';

export function defineList(root: Command, answer: Answer): void {
  root
    .command('list <catalogue>')
    .description('print a catalogue: metrics, tactics, channels, outcomes or plans')
    .option('--json', 'JSON instead of a table')
    .addHelpText('after', '\nExample:\n  goodhart list metrics')
    .action(async (catalogue, options) =>
      answer(await (await import('../listCommand.ts')).listCommand(catalogue, options)),
    );
}
