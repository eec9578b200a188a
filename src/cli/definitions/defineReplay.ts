import type { Command } from 'commander';
import { supervise } from '../supervise.ts';
import type { Answer } from './answer.ts';
import { collectValues } from './collectValues.ts';

export function defineReplay(root: Command, answer: Answer): void {
  root
    .command('replay <scenario>')
    .description('tell the story of one run, month by month: reported beside true beside sound')
    .requiredOption('--arm <name>', 'which arm')
    .option('--replicate <n>', 'which run, from 0', '0')
    .option('--seed <text>', 'seed of all luck')
    .option('--set <path=value>', 'override one value of the scenario (repeatable)', collectValues, [])
    .option('--json', 'JSON instead of a table')
    .addHelpText('after', '\nExample:\n  goodhart replay scenarios/catherine.yaml --arm fluff --replicate 17')
    .action(async (file, options) => answer(await supervise('replay', file, options)));
}
