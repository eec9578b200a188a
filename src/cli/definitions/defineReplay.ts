import type { Command } from 'commander';
import { supervise } from '../supervise.ts';
import type { Answer } from './answer.ts';
import { collectValues } from './collectValues.ts';

export function defineReplay(root: Command, answer: Answer): void {
  root
    .command('replay <scenario>')
    .description(
      'tell the story of one run: what happened, and month by month reported beside true beside sound',
    )
    .requiredOption('--arm <name>', 'which arm')
    .option('--replicate <n>', 'which run, from 0 (default: a typical one of the first 100)')
    .option('--seed <text>', 'seed of all luck')
    .option('--set <path=value>', 'override one value of the scenario (repeatable)', collectValues, [])
    .option('--html <file>', 'write the story as a page too, with a strip chart')
    .option('--deals <file>', 'also write a CSV of every deal: days, seller, channel, line, outcome')
    .option('--full', 'with the work and the gaming of every month')
    .option('--json', 'JSON instead of a table')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart replay scenarios/catherine.yaml --arm fluff --html story.html',
    )
    .action(async (file, options) => answer(await supervise('replay', file, options)));
}
