import type { Command } from 'commander';
import type { Answer } from './answer.ts';
import { collectValues } from './collectValues.ts';

export function defineDiff(root: Command, answer: Answer): void {
  root
    .command('diff <scenario> [other]')
    .description(
      'say what differs between two scenarios, or between two plans of one, in words and in dollars',
    )
    .option('--plan <name>', 'a plan of the scenario; twice, without a second file', collectValues, [])
    .option('--set <path=value>', 'override one value of both scenarios (repeatable)', collectValues, [])
    .addHelpText(
      'after',
      '\nExample:\n  goodhart diff scenarios/catherine.yaml --plan fluff --plan revenue-tied',
    )
    .action(async (file, other, options) =>
      answer(await (await import('../diffCommand.ts')).diffCommand(file, other, options)),
    );
}
