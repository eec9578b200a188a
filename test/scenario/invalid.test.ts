import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/core/errors.ts';
import { MAX_FILE_BYTES } from '../../src/scenario/document.ts';
import type { LoadOptions, ReadBase } from '../../src/scenario/load.ts';
import { attempt, refusal, SMALL, withComponents } from './texts.ts';

const FOLDER = new URL('../../scenarios/invalid/', import.meta.url);
const fileText = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
const readBase: ReadBase = (reference) =>
  existsSync(new URL(reference, FOLDER)) ? { text: fileText(reference), file: reference } : undefined;

const files = readdirSync(FOLDER);
const names = files.filter((file) => file.endsWith('.yaml')).map((file) => file.slice(0, -'.yaml'.length));

describe('the files in scenarios/invalid', () => {
  it.each(names)('the file %s is refused with exactly the message beside it', (name) => {
    const error = refusal(fileText(`${name}.yaml`), { file: `${name}.yaml`, readBase });
    expect(`${error.message}\n`).toBe(fileText(`${name}.expected.txt`));
  });

  it('every invalid file states its error on the first line and has an expected message', () => {
    expect(names.length).toBeGreaterThanOrEqual(25);
    for (const name of names) expect(fileText(`${name}.yaml`)).toMatch(/^# Wrong: .+\.\n/);
    const messages = files.filter((file) => file.endsWith('.expected.txt'));
    expect(messages).toEqual(names.map((name) => `${name}.expected.txt`).sort());
  });
});

describe('all errors are found at once', () => {
  it('one pass over a file reports the errors of every section', () => {
    const error = refusal(`schemaVersion: 1
name: Everything wrong
extends: preset:smb-software
question: { horizonMonths: 240, outcome: revenueUsd, replicates: 1 }
goverance: {}
market: { accounts: 0 }
people:
  director: { role: marketing-director, motive: greedy }
  reps: { role: account-executives }
sales: { reps: "5", quotaUsdPerYear: 600000 }
customers: { churnShare: 10 }
plans:
  plain: { director: { baseUsdPerYear: -1 } }
arms:
  first: { plan: plain, sets: {} }
`);
    expect(Object.fromEntries(error.issues.map((issue) => [issue.path, issue.line]))).toEqual({
      'question.horizonMonths': 4,
      'question.replicates': 4,
      goverance: 5,
      'market.accounts': 6,
      'people.director.motive': 8,
      'people.reps.role': 9,
      'sales.reps': 10,
      'sales.quotaUsdPerYear': 10,
      'customers.churnShare': 11,
      'plans.plain.director.baseUsdPerYear': 13,
      'arms.first.sets': 15,
    });
  });

  it('errors of form do not hide errors of meaning', () => {
    const error = refusal(
      `${withComponents('{ metric: visitor, period: month, target: 5, weightShare: 0.5, payout: cliff }')}sales: { rep: 3 }\n`,
    );
    expect(error.issues.map((issue) => issue.path).sort()).toEqual([
      'plans.plain.director.components',
      'plans.plain.director.components.0.metric',
      'sales.rep',
    ]);
  });

  it('plans without an arm are checked like the others', () => {
    const error = refusal(
      `${SMALL}  spare: { nobody: { baseUsdPerYear: 1 } }\narms:\n  first: { plan: plain }\n`,
    );
    expect(error.issues.map((issue) => issue.path)).toEqual(['plans.spare.nobody']);
  });

  it('errors are reported in file order', () => {
    const error = refusal(`${SMALL}customers:\n  churnShar: 0.1\n  contractMonths: 0\n  marginShare: 75\n`);
    const lines = error.issues.map((issue) => issue.line);
    expect(lines).toEqual([11, 12, 13]);
  });
});

/** Maximum length of a text that is read; a scenario has a few thousand characters. */
const LONGEST = 100_000;
/** Length of the absurd texts below: short enough that a slow parser fails in seconds, not minutes. */
const SIZE = Math.min(MAX_FILE_BYTES, 30_000);
const repeated = (unit: string, head = '', tail = '') =>
  head + unit.repeat(Math.floor((SIZE - head.length - tail.length) / unit.length)) + tail;
const numbered = (unit: (i: number) => string, head: string, tail = '') => {
  const parts = [head];
  for (let i = 0, length = head.length + tail.length; length < SIZE - 100; i++)
    length += parts[parts.push(unit(i)) - 1].length;
  return parts.join('') + tail;
};
const aliases = (levels: number) =>
  Array.from(
    { length: levels },
    (_, i) =>
      `a${i}: &a${i} [${Array(9)
        .fill(i === 0 ? 'x' : `*a${i - 1}`)
        .join(', ')}]\n`,
  ).join('');

const absurd: Readonly<Record<string, () => string>> = {
  'a hundred megabytes': () => 'a'.repeat(100_000_000),
  'an alias bomb': () => SMALL + aliases(9),
  'an alias of itself': () => `${SMALL}sales: &a { reps: *a }\n`,
  'a list of commas': () => repeated(',', 'a: ['),
  'closing brackets only': () => repeated('}'),
  'tables side by side': () => repeated('{}'),
  'quotation marks only': () => repeated('"'),
  'colons only': () => repeated(':'),
  'a key of keys of keys': () => repeated('a: '),
  'anchors only': () => repeated('&a '),
  'aliases of nothing': () => repeated('*a\n'),
  'bad escapes only': () => repeated('\\x', 'a: "', '"'),
  'empty lines only': () => repeated('\n'),
  'comments only': () => repeated('#\n'),
  'opening brackets only': () => repeated('['),
  'brackets opened and closed': () => '['.repeat(SIZE / 2) + ']'.repeat(SIZE / 2),
  'lists in lists in lists': () => repeated('- '),
  'question marks': () => repeated('? '),
  'three hundred levels of indentation': () =>
    Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
  'thousands of unknown keys': () => numbered((i) => `k${i}: 1\n`, SMALL),
  'thousands of unknown keys in a section': () => numbered((i) => `  k${i}: 1\n`, `${SMALL}sales:\n`),
  'thousands of documents': () => repeated('---\n'),
  'thousands of times the same key': () => repeated('a: 1\n'),
  'thousands of arms of a plan that is not there': () =>
    numbered((i) => `  a${i}: { plan: q }\n`, `${SMALL}arms:\n`),
  'thousands of arms with a misspelt override': () =>
    numbered((i) => `  a${i}: { plan: plain, set: { sales.rep: 1 } }\n`, `${SMALL}arms:\n`),
  'thousands of arms with overrides of their own': () =>
    numbered((i) => `  a${i}: { plan: plain, set: { sales.reps: ${i + 1} } }\n`, `${SMALL}arms:\n`),
  'thousands of overrides in one arm': () =>
    numbered(
      (i) => `people.p${i}.role: marketing-director, `,
      `${SMALL}arms: { a: { plan: plain, set: { `,
      '} } }\n',
    ),
  'thousands of directors': () =>
    numbered(
      (i) => `  p${i}: { role: marketing-director }\n`,
      SMALL.replace(/plans:[\s\S]*/, ''),
      'plans: { plain: { director: { baseUsdPerYear: 1 } } }\n',
    ),
  'thousands of channels': () => numbered((i) => `c${i}: {}, `, `${SMALL}market: { channels: { `, '} }\n'),
  'three hundred plans that each start from the next': () =>
    SMALL + Array.from({ length: 300 }, (_, i) => `  q${i}: { extends: q${i + 1} }\n`).join(''),
  'a value of 40,000 letters': () => `${SMALL}sales: { reps: ${'x'.repeat(40_000)} }\n`,
  'a key of 40,000 letters': () => `${SMALL}? ${'x'.repeat(40_000)}\n: 1\n`,
  'an arm with a name of 40,000 letters': () =>
    `${SMALL}arms:\n  ? ${'x'.repeat(40_000)}\n  : { plan: plain }\n`,
};

describe('absurd texts', () => {
  it.each(Object.keys(absurd))(
    '%s is refused within a second, in a message of at most fifty short lines',
    (name) => {
      const text = absurd[name]();
      // CPU time, because elapsed time depends on the load of the machine.
      const start = process.cpuUsage();
      const result = attempt(text);
      const taken = process.cpuUsage(start).user / 1000;
      expect(result).toBeInstanceOf(InputError);
      const { message } = result as InputError;
      expect(message.split('\n').length).toBeLessThanOrEqual(50);
      expect(Math.max(...message.split('\n').map((line) => line.length))).toBeLessThanOrEqual(500);
      expect(message).not.toMatch(/call stack|YAML\.|parseAllDocuments/);
      expect(taken).toBeLessThan(1000);
    },
  );

  it('thousands of aliases are read within two seconds, and aliases may not multiply a long text', () => {
    const start = process.cpuUsage();
    const many = attempt(`${SMALL}about: &a x\nspare: [${'*a, '.repeat(19_000)}]\n`) as InputError;
    const long = attempt(`${SMALL}about: &a ${'x'.repeat(40_000)}\nspare: [${'*a, '.repeat(8000)}]\n`);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000);
    expect(many.issues.map((issue) => issue.path)).toEqual(['spare']);
    expect((long as InputError).issues[0]).toMatchObject({ code: 'too-large', path: 'spare' });
  });

  it('a text of more than 100,000 characters is refused as too large', () => {
    const error = refusal(`${SMALL}#${' '.repeat(LONGEST - SMALL.length)}`);
    expect(error.issues.map((issue) => issue.code)).toEqual(['too-large']);
  });
});

describe('malicious input', () => {
  const places: Readonly<Record<string, [text: string, line: number, path: string, options?: LoadOptions]>> =
    {
      'a key __proto__': [`${SMALL}__proto__: { reps: 1 }\n`, 10, '__proto__'],
      'a key constructor': [`${SMALL}sales: { constructor: 1 }\n`, 10, 'sales.constructor'],
      'an override of __proto__': [
        `${SMALL}arms:\n  a: { plan: plain, set: { __proto__.reps: 3 } }\n`,
        11,
        'arms.a.set',
      ],
      'an override through __proto__ to a known key': [
        `${SMALL}arms:\n  a: { plan: plain, set: { sales.__proto__.reps: 3 } }\n`,
        11,
        'arms.a.set',
      ],
      'an absolute path': [SMALL.replace('preset:smb-software', '/etc/hosts'), 3, 'extends'],
      'a path out of the folder': [SMALL.replace('preset:smb-software', 'a/../../b.yaml'), 3, 'extends'],
      'a path out of the folder by backslash': [
        SMALL.replace('preset:smb-software', '..\\b.yaml'),
        3,
        'extends',
      ],
      'a drive': [SMALL.replace('preset:smb-software', '"C:\\\\b.yaml"'), 3, 'extends'],
      'an address': [SMALL.replace('preset:smb-software', 'https://example.org/b.yaml'), 3, 'extends'],
      'an address in capitals': [SMALL.replace('preset:smb-software', 'FILE:///etc/hosts'), 3, 'extends'],
      'a null byte in a path': [SMALL.replace('preset:smb-software', '"b.yaml\\0"'), 3, 'extends'],
      'a preset of the language': [SMALL.replace('smb-software', 'toString'), 3, 'extends'],
      'a set where a table belongs': [`${SMALL}sales: !!set { reps }\n`, 10, 'file'],
      'a key that is a list': [`${SMALL}sales:\n  [a, b]: 1\n`, 11, 'sales'],
      'an alias of nothing': [`${SMALL}sales: *nothing\n`, 10, 'sales'],
      'a plan table without plans': [SMALL.replace(/plans:[\s\S]*/, 'plans: {}\n'), 8, 'plans'],
      'an arm table without arms': [`${SMALL}arms: {}\n`, 10, 'arms'],
      'a name that would colour a terminal': [SMALL.replace('name: Small', 'name: "\\e[31mred"'), 2, 'name'],
      'a range whose low end is above its high end': [
        `${SMALL}sales: { reps: { low: 9, value: 5, high: 1, source: x } }\n`,
        10,
        'sales.reps',
      ],
      'a script that ends before it begins': [
        SMALL.replace(
          'marketing-director',
          'marketing-director, script: [{ tactic: bot-visits, level: 1, fromMonth: 9, toMonth: 3 }]',
        ),
        6,
        'people.director.script.0',
      ],
      'work beyond measure in an arm': [
        `${SMALL.replace('12', '120')}arms:\n  a: { plan: plain, set: { sales.reps: 100000 } }\n`,
        11,
        'arms.a.set.sales.reps',
      ],
    };

  it.each(Object.keys(places))('%s is refused with its position', (name) => {
    const [text, line, path, options] = places[name];
    const error = refusal(text, {
      ...options,
      readBase: (reference) => {
        if (/etc|\.\.|:|\0/.test(reference)) throw new Error(`${reference} must never be looked for`);
        return undefined;
      },
    });
    expect(error.issues.map((issue) => [issue.file, issue.line])).toEqual([['test.yaml', line]]);
    expect(error.issues[0].path?.slice(0, path.length)).toBe(path);
  });

  it("overrides by the command cannot reach JavaScript's prototypes either", () => {
    for (const path of [
      '__proto__',
      '__proto__.sales',
      'sales.__proto__.reps',
      'constructor.prototype.reps',
    ]) {
      const error = refusal(SMALL, { set: Object.fromEntries([[path, 3]]) });
      expect(error.issues.map((issue) => issue.file)).toEqual(['--set']);
    }
    expect(({} as { reps?: unknown }).reps).toBeUndefined();
  });

  it('no message contains control characters other than line ends, wherever the file hides them', () => {
    const escapes = '\\e[31mred\\r\\n\\x9b\\u202e\\u2028\\u200b';
    const texts = [
      `${SMALL}"${escapes}": 1\n`,
      `${SMALL}sales: { "${escapes}": 1 }\n`,
      `${SMALL}sales: { reps: "${escapes}" }\n`,
      `${SMALL}sales: { stage: "${escapes}" }\n`,
      `${SMALL}arms: { "${escapes}": { plan: plain } }\n`,
      `${SMALL}arms: { a: { plan: "${escapes}" } }\n`,
      `${SMALL}arms: { a: { plan: plain, set: { "${escapes}": 1 } } }\n`,
      SMALL.replace('preset:smb-software', `"${escapes}"`),
      SMALL.replace('plain:', `"${escapes}":`),
    ];
    for (const text of texts) {
      const { message, issues } = refusal(text);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(message).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/);
      expect(message.split('\n').length).toBe(issues.length);
    }
  });

  it('brackets inside quotation marks and comments do not count as nesting', () => {
    const text = `${SMALL}about: "${'['.repeat(50)}" # ${'{'.repeat(50)}\n`;
    expect(attempt(text)).not.toBeInstanceOf(InputError);
  });

  it('a cycle of bases is refused at the base that closes it, and a chain of bases has a maximum length', () => {
    const bases =
      (next: (reference: string) => string): ReadBase =>
      (reference) => ({
        text: SMALL.replace('preset:smb-software', next(reference)),
        file: reference,
      });
    const start = SMALL.replace('preset:smb-software', '0.yaml');
    const circle = refusal(start, { readBase: bases((file) => (file === '0.yaml' ? '1.yaml' : '0.yaml')) });
    expect(circle.issues.map(({ code, file, line, path }) => [code, file, line, path])).toEqual([
      ['inconsistent', '1.yaml', 3, 'extends'],
    ]);
    const chain = refusal(start, { readBase: bases((file) => `${Number.parseInt(file, 10) + 1}.yaml`) });
    expect(chain.issues.map(({ code, path }) => [code, path])).toEqual([['too-large', 'extends']]);
  });
});

describe('hints', () => {
  const hints: Readonly<Record<string, [text: string, hint: RegExp]>> = {
    'a key in the wrong section': [`${SMALL}sales: { marginShare: 0.7 }\n`, /customers\.marginShare/],
    'a preset': [SMALL.replace('smb-software', 'smb-sofware'), /smb-software/],
    'a version of the future': [
      SMALL.replace('schemaVersion: 1', 'schemaVersion: 2'),
      /^(?!.*did you mean 1)/,
    ],
    'a payout with the keys of two forms': [
      withComponents(
        '{ metric: sqls, period: month, target: 5, weightShare: 1, payout: { linear: true, perUnitUsd: 3 } }',
      ),
      /^(?!.*did you mean perUnitUsd)/,
    ],
    'a range with a misspelt key': [
      `${SMALL}sales: { reps: { low: 1, val: 5, high: 9, source: x } }\n`,
      /sales\.reps\.val\b.*value/,
    ],
    'a choice misspelt': [`${SMALL}governance: { stage: ambigous }\n`, /not one of the allowed.*ambiguous/],
    'a bonus that is missing': [
      withComponents('{ metric: sqls, period: month, target: 5, weightShare: 1, payout: cliff }').replace(
        'bonusUsdPerYear: 20000, ',
        '',
      ),
      /^(?!.*undefined).*bonusUsdPerYear/,
    ],
    'a component without payout': [
      withComponents('{ metric: sqls, period: month, target: 5, weightShare: 1 }'),
      /payout is missing.*cliff/,
    ],
    'a list by the index': [
      `${SMALL}arms: { a: { plan: plain, set: { plans.plain.director.components.0.target: 1 } } }\n`,
      /\blists?\b/,
    ],
    'a negative salary': [SMALL.replace('100000', '-1'), /USD per year/],
    'a horizon by the half month': [SMALL.replace('12', '0.5'), /whole number from 1 to 120 \(months\)/],
    'a key given twice': [`${SMALL}name: Again\n`, /name/],
  };
  it.each(Object.keys(hints))('the message about %s gives the right hint', (name) => {
    const [text, hint] = hints[name];
    expect(refusal(text).message).toMatch(hint);
  });
});
