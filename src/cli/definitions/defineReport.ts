import type { Command } from 'commander';
import type { Answer } from './answer.ts';

export function defineReport(root: Command, answer: Answer): void {
  root
    .command('report <bundle>')
    .description(
      'make a page, a deck, a workbook or a picture of a result: html, pdf, pptx, md, xlsx, png, svg',
    )
    .option('--format <format>', 'html, pdf, pptx, md or xlsx (default: as --out ends, else html)')
    .option('--out <file>', 'where to write (default: report.<format> beside the bundle)')
    .option('--brand <file>', 'a YAML file with primary and accent colour, font and logo')
    .option('--chart <name>', 'one chart as a picture: ranking, quota, hours, pay, ledgers, ...')
    .option('--png', 'with --chart: PNG (default)')
    .option('--svg', 'with --chart: SVG')
    .addHelpText(
      'after',
      '\nExample:\n  goodhart report reports/catherine/bundle.json --format pptx --brand brand.yaml --out deck.pptx',
    )
    .action(async (file, options) =>
      answer(await (await import('../reportCommand.ts')).reportCommand(file, options)),
    );
}
