import type { Command } from 'commander';
import { collectValues } from './collectValues.ts';

/** Adds the options shared by all commands that run arms, see `RunningFlags`. */
export function addRunningOptions(command: Command): Command {
  return command
    .option('--replicates <n>', 'how many runs of each arm')
    .option('--seed <text>', 'seed of all luck')
    .option('--set <path=value>', 'override one value of the scenario (repeatable)', collectValues, [])
    .option('--workers <n>', 'threads (default: the cores of the machine); changes no number')
    .option('--yes', 'run even if that takes more than two hours of one core')
    .option('--quiet', 'the answer in one to three lines, no progress');
}
