import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as goodhart from '../../src/index.ts';
import { scenarioJsonSchema } from '../../src/scenario/jsonSchema.ts';
import { builtCommand } from '../support/built.ts';

const readme = readFileSync('README.md', 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'scenarios/README.md',
  ...(readdirSync('docs', { recursive: true }) as string[])
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

describe('the README', () => {
  test('the README example runs, with fewer replicates', async () => {
    const code = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    expect(code).toContain("from 'goodhart'");
    const body = code
      .replace(/import \{([^}]*)\} from 'goodhart';/, 'const {$1} = goodhart;')
      .replace('replicates: 200', 'replicates: 25')
      .replace('console.log(', 'return (');
    const run = new Function('goodhart', 'text', `return (async () => {${body}})()`);
    const page = await run(goodhart, readFileSync('scenarios/catherine.yaml', 'utf8'));
    expect(page).toContain('# The Catherine story');
    expect(page).toContain('In this model');
  }, 60_000);

  test('the README names only commands and options that exist', () => {
    const commands = [...readme.matchAll(/`goodhart ([^`]+)`/g)].map((match) => match[1]);
    expect(commands.length).toBeGreaterThanOrEqual(9);
    const helps = new Map<string, string>();
    for (const command of commands) {
      const [name, ...words] = command.split(' ');
      if (!helps.has(name))
        helps.set(
          name,
          execFileSync(process.execPath, [builtCommand(), name, '--help'], { encoding: 'utf8' }),
        );
      for (const word of words.filter((candidate) => candidate.startsWith('--')))
        expect(helps.get(name), command).toContain(word);
    }
  });

  test('the picture of the terminal is whole, and was made with the numbers of today', () => {
    const picture = readFileSync('docs/terminal.svg', 'utf8');
    const width = Number(/viewBox="0 0 (\d+) /.exec(picture)![1]);
    const words = [...picture.matchAll(/<(?:text|rect) x="([\d.]+)"[^>]*(?:textLength|width)="([\d.]+)"/g)];
    expect(words.length).toBeGreaterThan(100);
    for (const [, x, length] of words) expect(Number(x) + Number(length)).toBeLessThan(width);
    // After `npm run test:numbers -- catherine --renew`: npm start && npm run picture.
    const numbers = createHash('sha256').update(readFileSync('test/numbers/catherine.gz')).digest('hex');
    expect(/data-numbers="(\w+)"/.exec(picture)?.[1]).toBe(numbers);
  });

  test('the scenario in the README is valid', () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const scenario = goodhart.parseRevenueScenario(yaml, {
      file: 'scenarios/mine.yaml',
      readBase: (reference) => ({
        text: readFileSync(join('scenarios', reference), 'utf8'),
        file: reference,
      }),
    });
    expect(scenario.arms[0].world.governance.auditRatePerMonth).toBe(0.05);
  });
});

test('no documentation page has a dead link to a file', () => {
  for (const page of pages) {
    for (const [, target] of readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)/g)) {
      if (!/^https?:/.test(target))
        expect(existsSync(join(dirname(page), target)), `${page}: ${target}`).toBe(true);
    }
  }
});

test('every scenario directly in scenarios/ is valid, and the schema file there matches the code', () => {
  for (const file of readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))) {
    const scenario = goodhart.parseScenario(readFileSync(join('scenarios', file), 'utf8'), {
      file,
      readBase: (reference) => ({
        text: readFileSync(join('scenarios', reference), 'utf8'),
        file: reference,
      }),
    });
    expect(scenario.arms.length).toBeGreaterThan(1);
  }
  expect(JSON.parse(readFileSync('scenarios/scenario.schema.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(scenarioJsonSchema())),
  );
});
