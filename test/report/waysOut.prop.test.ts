import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../../src/cli/commandLine.ts';
import { compare } from '../../src/experiments/commands/compare.ts';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { renderCsv } from '../../src/report/csv.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { attempt, SMALL } from '../scenario/texts.ts';
import { sized } from '../support/thorough.ts';

/** Pieces that mean something to a shell, a spreadsheet, a browser, Markdown, YAML or a terminal. */
const PIECES = [
  ...[
    '`touch pwned`',
    '$(touch pwned)',
    "'; touch pwned; '",
    '"; touch pwned; "',
    '\\',
    '&& touch pwned',
    '~',
  ],
  ...['=1+1', '+1', '-1', '@SUM(A1)', ',', '"', '""', '|', '\t', '\n', '\r'],
  ...[
    '<script>alert(1)</script>',
    '</script>',
    '</style>',
    '-->',
    ']]>',
    '<img src=x onerror=alert(1)>',
    '&lt;',
  ],
  ...[
    '# a',
    '* b',
    '1. c',
    '> d',
    '[e](javascript:alert(1))',
    '![f](x)',
    '```',
    '~~~',
    '<!--',
    '---',
    '| g |',
  ],
  ...[
    '\u001b[2J',
    '\u001b]0;x\u0007',
    '\u009b31m',
    '\u0000',
    '\u202e',
    '\u2066',
    '\u2028',
    '\ud800',
    '\u200f',
  ],
  ...[
    '*a',
    '&a',
    '!!js',
    '%',
    ': ',
    ' #',
    '{{',
    '}}',
    'toString',
    '__proto__',
    'é',
    '漢',
    '😀',
    'א',
    '\u0301',
  ],
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pieces) => pieces.join('').slice(0, 180))
  .filter((text) => /[^\s\p{C}]/u.test(text));

const IS_UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const runs = { numRuns: sized(60, 2000) };

let plain: Bundle;
beforeAll(async () => {
  const scenario = parseScenario(SMALL.replace('name: Small', 'name: Small\nabout: x'), {
    set: { 'question.horizonMonths': 2, arms: { a: { plan: 'plain', about: 'x' }, b: { plan: 'plain' } } },
  });
  plain = await compare(scenario, { replicates: 2, counterfactuals: 'none', command: 'x' });
}, 60_000);

/** The bundle with a text in each place where users write one. */
const withText = (text: string, command = text): Bundle => ({
  ...plain,
  scenario: {
    ...plain.scenario,
    name: text,
    about: text,
    assumptions: plain.scenario.assumptions.map((item) => ({ ...item, source: text })),
  },
  arms: plain.arms.map((arm) => ({ ...arm, about: text })),
  seed: text,
  command,
  warnings: [text],
});

describe('texts of a scenario', () => {
  test.each([
    ['name', (text: string) => SMALL.replace('name: Small', `name: ${text}`)],
    ['about', (text: string) => `${SMALL}about: ${text}\n`],
    ['question.seed', (text: string) => SMALL.replace('revenueUsd }', `revenueUsd, seed: ${text} }`)],
    ['arms.a.about', (text: string) => `${SMALL}arms: { a: { plan: plain, about: ${text} } }\n`],
    [
      'sales.reps.source',
      (text: string) => `${SMALL}sales: { reps: { low: 1, value: 2, high: 3, source: ${text} } }\n`,
    ],
    ['$schema', (text: string) => `${SMALL}$schema: ${text}\n`],
  ])('%s is kept letter by letter, or refused at its place if it is unprintable', (path, scenarioWith) => {
    fc.assert(
      fc.property(hostile, (text) => {
        const result = attempt(scenarioWith(JSON.stringify(text)));
        if (result instanceof Error) {
          expect(IS_UNPRINTABLE.test(text) || text === '').toBe(true);
          expect(result.message).toContain(path);
          expect(IS_UNPRINTABLE.test(result.message.replace(/\n/g, ''))).toBe(false);
        } else {
          expect(IS_UNPRINTABLE.test(text)).toBe(false);
          expect(JSON.stringify(result.resolved)).toContain(JSON.stringify(text).slice(1, -1));
        }
      }),
      runs,
    );
  });
});

describe('ways out', () => {
  test('no text moves the terminal', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(IS_UNPRINTABLE.test(renderTerminal(withText(text), 80).replace(/\n/g, ''))).toBe(false);
      }),
      runs,
    );
  });

  test('a table in CSV keeps its rows and fields, and no field is a formula', () => {
    const shape = (csv: string) => parseCsv(csv).map((row) => row.length);
    const expected = shape(renderCsv(plain));
    fc.assert(
      fc.property(hostile, (text) => {
        const arms = plain.arms.map((arm) => ({ ...arm, name: text, plan: text }));
        const table = renderCsv({ ...plain, arms, contrasts: [] });
        expect(shape(table)).toEqual(expected);
        for (const [name] of parseCsv(table).slice(1)) expect(name).not.toMatch(/^[=+\-@\t\r]/);
      }),
      runs,
    );
  });

  test('a page and its drawings have the same tags whatever the texts', async () => {
    const tags = (html: string) => [...html.matchAll(/<[!/?a-zA-Z][^\s>]*/g)].map(([tag]) => tag);
    const expected = tags(await renderHtml(withText('x')));
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        expect(tags(await renderHtml(withText(text)))).toEqual(expected);
      }),
      { numRuns: sized(15, 500) },
    );
  });

  test('a report in Markdown has the same blocks whatever the texts', () => {
    const blocks = (markdown: string) =>
      markdown
        .replace(/^(`{3,})[\s\S]*?^\1$/gm, 'code')
        .split('\n')
        .map((line) => /^(#+ |- |> |\||\*\*|code$)?/.exec(line)![0]);
    const expected = blocks(renderMarkdown(withText('x')));
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = renderMarkdown(withText(text));
        expect(blocks(markdown)).toEqual(expected);
        expect(markdown.replace(/^(`{3,})[\s\S]*?^\1$/gm, '')).not.toMatch(/<[a-zA-Z!/]|(?<!\\)\]\(/);
      }),
      runs,
    );
  });

  test('the command of a report, run in a shell, gives the words back and does nothing else', () => {
    const folder = mkdtempSync(join(tmpdir(), 'goodhart-'));
    const printed = fc.sample(
      hostile.filter((text) => !IS_UNPRINTABLE.test(text) && !text.includes('/')),
      { numRuns: sized(60, 1000), seed: 5 },
    );
    const script = printed
      .map((text) => commandLine(text, { set: [`name=${text}`], seed: text, arms: text }))
      .join('\n');
    const out = execFileSync('sh', ['-s'], {
      input: `goodhart() { printf '%s\\0' "$@"; }
${script}
`,
      cwd: folder,
      encoding: 'utf8',
    });
    const expected = printed.flatMap((text) => [
      ...['compare', text, '--arms', text, '--seed', text, '--set', `name=${text}`],
    ]);
    expect(out.split('\0').slice(0, -1)).toEqual(expected);
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** Rows and fields of a table in CSV. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? bare : quoted.replace(/""/g, '"'));
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows;
}
