import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as goodhart from '../../src/index.ts';
import { builtCommand } from '../support/built.ts';
import { isThorough } from '../support/thorough.ts';

const PAGES = [
  'docs/tutorial/first-hour.md',
  ...readdirSync('docs/how-to')
    .filter((name) => name !== 'README.md' && name !== 'write-your-plan.md')
    .map((name) => `docs/how-to/${name}`),
];
/** Pages whose commands run in `npm test`; all run in the thorough suite. */
const USUAL: readonly string[] = ['docs/how-to/test-a-plan.md'];

/** Fenced blocks of a page in their order; those in a list lose its indentation. */
function blocksOf(page: string): { readonly language: string; readonly text: string }[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```/gm)].map(([, indent, language, body]) => ({
    language,
    text: body.replace(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

/** Words of a command line; single quotes hold words together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);
}

/** Options that make a command small. */
const SMALL: Readonly<Record<string, readonly string[]>> = {
  compare: ['--sensitivity', '0', '--replicates', '25'],
  sweep: ['--replicates', '10'],
  split: ['--replicates', '4'],
  best: ['--max-replicates', '100'],
  optimise: ['--replicates', '10', '--evaluations', '5'],
};
const SHORT = ['--set', 'question.horizonMonths=3', '--set', 'calendar.warmUpMonths=1'];

function smaller([command, ...words]: readonly string[]): string[] {
  const own = SMALL[command];
  if (own === undefined) return [command, ...words];
  const rest = words.flatMap((word, i) =>
    ['--replicates', '--sensitivity', '--delta'].includes(word) ||
    ['--replicates', '--sensitivity', '--delta'].includes(words[i - 1])
      ? []
      : [word],
  );
  const isPrecise = words.includes('--precision');
  return [command, ...rest, ...(isPrecise ? ['--max-replicates', '100'] : own), ...SHORT];
}

describe('the pages of commands', () => {
  test.each(PAGES)('%s has commands, each on a line of its own', (page) => {
    const lines = blocksOf(page).filter(({ language }) => language === 'sh');
    expect(lines.length).toBeGreaterThan(0);
    for (const { text } of lines)
      for (const line of text.trim().split('\n')) expect(line).toMatch(/^goodhart [a-z]+ /);
  });

  // Other pages extend files that their commands write; they are read in the thorough suite.
  test('plans of a department on parts, growth and first deals are read', () => {
    const texts = blocksOf('docs/how-to/pay-a-department.md').filter(({ language }) => language === 'yaml');
    const readBase = (file: string) => ({ text: readFileSync(file, 'utf8'), file });
    for (const { text } of texts) goodhart.parseScenario(text, { file: 'mine.yaml', readBase });
    expect(texts).toHaveLength(2);
  });

  test.each(isThorough ? PAGES : USUAL)(
    'every block of %s runs',
    async (page) => {
      const folder = mkdtempSync(join(tmpdir(), 'goodhart-'));
      cpSync('scenarios', join(folder, 'scenarios'), { recursive: true });
      mkdirSync(join(folder, 'reports'));
      for (const { language, text } of blocksOf(page)) {
        if (language === 'yaml') {
          const file = join(folder, /^# file: (\S+)\n/.exec(text)![1]);
          writeFileSync(file, text);
          if (!file.endsWith('brand.yaml'))
            goodhart.parseScenario(text, {
              file,
              readBase: (reference) => {
                const path = join(dirname(file), reference);
                return existsSync(path) ? { text: readFileSync(path, 'utf8'), file: path } : undefined;
              },
            });
        } else if (language === 'ts') {
          const body = text
            .replace(/import \{([^}]*)\} from 'goodhart';/, 'const {$1} = goodhart;')
            .replace('replicates: 200', 'replicates: 5')
            .replace('console.log(', 'return (');
          const run = new Function('goodhart', 'text', `return (async () => {${body}})()`);
          expect(await run(goodhart, readFileSync('scenarios/catherine.yaml', 'utf8'))).toBeGreaterThan(0);
        } else
          for (const line of text.trim().split('\n')) {
            const words = smaller(wordsOf(line).slice(1));
            // A split prepares twelve plans.
            if (words[0] === 'split' && !isThorough) continue;
            const { status, stderr } = spawnSync(process.execPath, [resolve(builtCommand()), ...words], {
              cwd: folder,
              encoding: 'utf8',
              maxBuffer: 1e8,
            });
            expect([line, status === 0 ? 0 : stderr]).toEqual([line, 0]);
          }
      }
    },
    300_000,
  );
});
