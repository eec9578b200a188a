import type { Command } from 'commander';
import type { Answer } from './answer.ts';

export function defineList(root: Command, answer: Answer): void {
  root
    .command('list <catalogue> [words...]')
    .description(
      'print a catalogue, or what of it has some words: scenarios, metrics, tactics, channels, outcomes, roles or plans',
    )
    .option('--json', 'JSON instead of a table')
    .addHelpText('after', '\nExample:\n  goodhart list scenarios quota')
    .action(async (catalogue, words, options) =>
      answer(await (await import('../listCommand.ts')).listCommand(catalogue, words, options)),
    );
}
