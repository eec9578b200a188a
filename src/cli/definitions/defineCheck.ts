import type { Command } from 'commander';
import type { Answer } from './answer.ts';
import { collectValues } from './collectValues.ts';

export function defineCheck(root: Command, answer: Answer): void {
  root
    .command('check <scenario>')
    .description(
      'validate a scenario; print its plans in words, payouts at 0-150% and every assumption with its source',
    )
    .option('--set <path=value>', 'override one value of the scenario (repeatable)', collectValues, [])
    .option('--json', 'JSON instead of text')
    .addHelpText('after', '\nExample:\n  goodhart check my.yaml')
    .action(async (file, options) =>
      answer(await (await import('../checkCommand.ts')).checkCommand(file, options)),
    );
}
