import type { Command } from 'commander';
import type { Answer } from './answer.ts';

export function definePlay(root: Command, answer: Answer): void {
  root
    .command('play [scenario]')
    .description('write a page in which to turn knobs and see what people do: one file, offline')
    .option('--out <file>', 'where to write it (default: goodhart-play.html)')
    .option('--guess', 'open it with guesses before the answer, for a workshop')
    .option('--open', 'open it in the browser')
    .addHelpText('after', '\nExample:\n  goodhart play scenarios/catherine.yaml --out workshop.html')
    .action(async (file, options) => answer((await import('../playCommand.ts')).playCommand(file, options)));
}
