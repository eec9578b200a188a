import type { Command } from 'commander';
import type { Answer } from './answer.ts';

export function defineSchema(root: Command, answer: Answer): void {
  root
    .command('schema')
    .description('print the JSON Schema of scenario files, for completion in editors')
    .addHelpText('after', '\nExample:\n  goodhart schema > scenario.schema.json')
    .option('--bundle', 'the schema of bundle.json instead')
    .action(async (options) => answer(await (await import('../listCommand.ts')).schemaCommand(options)));
}
