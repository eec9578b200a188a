import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { InputError } from '../../src/core/errors.ts';
import { compare } from '../../src/experiments/commands/compare.ts';
import { defaultsOf } from '../../src/model/parameter.ts';
import { luckKey } from '../../src/random/luck.ts';
import type { RevenueScenario, Scenario } from '../../src/scenario/scenario.ts';
import { netOutcomeOf } from '../../src/worlds/revenue/catalogue/outcomes/people.ts';
import { SECTIONS } from '../../src/worlds/revenue/catalogue/sections.ts';
import { compileCompany } from '../../src/worlds/revenue/compile/company.ts';
import type { Beliefs } from '../../src/worlds/revenue/contract/beliefs.ts';
import { outcomeValue } from '../../src/worlds/revenue/contract/outcome.ts';
import { SharedMarket } from '../../src/worlds/revenue/engine/sharedMarket.ts';
import { measureBeliefs } from '../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { textbookOutcomes } from '../../src/worlds/textbook/outcomes.ts';
import { respond } from '../../src/worlds/textbook/respond.ts';
import { TextbookRun } from '../../src/worlds/textbook/run.ts';
import { attempt, SMALL, withComponents } from './texts.ts';

const RUNS = Number(process.env.MUTATIONS ?? 80);
/** Number of accepted mutants for which a full comparison is run; each takes about a second. */
const SIMULATIONS = Number(process.env.SIMULATIONS ?? 2);
const SEED = Number(process.env.MUTATION_SEED ?? 20_260_101);

type Step = string | number;
type Path = readonly Step[];

const catherine: unknown = parse(
  readFileSync(new URL('../../scenarios/catherine.yaml', import.meta.url), 'utf8'),
);
const bonus: unknown = parse(
  `${withComponents(
    '{ metric: visitors, period: month, target: 5000, weightShare: 0.5, payout: { points: [[0.8, 0], [1, 1]] } },' +
      '{ metric: sqls, period: quarter, target: 100, weightShare: 0.5, payout: linear, gates: [{ metric: leads, level: 9 }] }',
  )}sales: { reps: { low: 3, value: 5, high: 9, source: guess } }
market: { channels: { organic: { visitsPerMonth: 1000 }, fairs: {} } }
tactics: { bot-visits: { priceUsdPerThousand: 2 }, relabel: { maxScale: 2 } }
arms:
  first: { plan: plain }
  second: { plan: plain, set: { people.director.motive: honest, sales.reps: 3, tactics.relabel: { severity: 2 } } }
`,
);
const small: unknown = parse(SMALL);
const agents: unknown = parse(
  readFileSync(new URL('../../scenarios/textbook/fluff.yaml', import.meta.url), 'utf8'),
);

/**
 * Copies data and passes the entries of every table through a function; own keys stay own, even `__proto__`.
 */
function rebuilt(
  node: unknown,
  change: (path: Path, entries: [Step, unknown][]) => [Step, unknown][],
  path: Path = [],
): unknown {
  if (typeof node !== 'object' || node === null || node instanceof Date) return node;
  const list = Array.isArray(node);
  const entries: [Step, unknown][] = list ? node.map((value, i) => [i, value]) : Object.entries(node);
  const changed = change(path, entries).map(([key, value]): [Step, unknown] => [
    key,
    rebuilt(value, change, [...path, key]),
  ]);
  return list ? changed.map(([, value]) => value) : Object.fromEntries(changed);
}

function pathsOf(node: unknown, path: Path = []): Path[] {
  if (typeof node !== 'object' || node === null || node instanceof Date) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(node) ? Number(key) : key];
    return [here, ...pathsOf(value, here)];
  });
}

const valueAt = (data: unknown, path: Path) =>
  path.reduce<unknown>((node, key) => (node as Record<Step, unknown>)[key], data);
const same = (a: Path, b: Path) => a.length === b.length && a.every((step, i) => step === b[i]);

/** Replaces the entry at a path by other entries, or removes it. */
function withEntry(
  data: unknown,
  path: Path,
  change: (key: Step, value: unknown) => [Step, unknown][],
): unknown {
  const parent = path.slice(0, -1);
  return rebuilt(data, (at, entries) =>
    same(at, parent)
      ? entries.flatMap(([key, value]) =>
          key === path.at(-1) ? change(key, value) : [[key, value] as [Step, unknown]],
        )
      : entries,
  );
}

const hostileValues: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  0,
  -0,
  0.5,
  1e308,
  5e-324,
  2 ** 53,
  '',
  ' ',
  'x'.repeat(1e5),
  null,
  [],
  {},
  [[]],
  [null],
  { value: 1 },
  { low: 1, value: 2, high: 3 },
  true,
  false,
  new Date(0),
  '2024-01-01',
  '__proto__',
  'constructor',
  'toString',
  '<script>',
  '75%',
  '1e3',
  'preset:smb-software',
  '\u001b[31m',
  'a\nb: c',
  '\0',
  '*a',
  '!tag',
  '<<',
];
const hostileKeys: readonly string[] = [
  '',
  ' ',
  'x'.repeat(500),
  'toString',
  'constructor',
  '__proto__',
  'hasOwnProperty',
  '<<',
  'a.b',
  '0',
  '-1',
  'null',
  'true',
  'value',
  'extends',
  'é',
  '\u{1f600}',
  '\u001b[31m',
  'a\nb',
  '~',
  '?',
  '[a]',
];

type Mutation =
  | { readonly kind: 'delete' | 'double'; readonly at: number }
  | { readonly kind: 'rename'; readonly at: number; readonly to: string }
  | { readonly kind: 'misspell'; readonly at: number; readonly letter: number }
  | { readonly kind: 'replace'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'swap' | 'graft'; readonly at: number; readonly with: number }
  | { readonly kind: 'scale'; readonly at: number; readonly by: number };

const place = fc.nat(100_000);
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete' as const, 'double' as const), at: place }),
  fc.record({ kind: fc.constant('rename' as const), at: place, to: fc.constantFrom(...hostileKeys) }),
  fc.record({ kind: fc.constant('misspell' as const), at: place, letter: fc.nat(20) }),
  fc.record({ kind: fc.constant('replace' as const), at: place, value: fc.constantFrom(...hostileValues) }),
  fc.record({ kind: fc.constantFrom('swap' as const, 'graft' as const), at: place, with: place }),
  fc.record({
    kind: fc.constant('scale' as const),
    at: place,
    by: fc.constantFrom(-1, 0.01, 0.5, 0.99, 1.01, 2, 3.7, 100, 1e9),
  }),
);

function mutated(data: unknown, change: Mutation): unknown {
  const all = pathsOf(data);
  if (all.length === 0) return data;
  const path = all[change.at % all.length];
  switch (change.kind) {
    case 'delete':
      return withEntry(data, path, () => []);
    case 'double':
      return withEntry(data, path, (key, value) => [
        [key, value],
        [typeof key === 'number' ? key : `${key}-again`, value],
      ]);
    case 'rename':
      return withEntry(data, path, (_, value) => [[change.to, value]]);
    case 'misspell':
      return withEntry(data, path, (key, value) => {
        const word = String(key);
        const i = change.letter % word.length;
        return [[word.slice(0, i) + word.slice(i + 1), value]];
      });
    case 'replace':
      return withEntry(data, path, (key) => [[key, change.value]]);
    case 'swap': {
      const other = all[change.with % all.length];
      const [a, b] = [valueAt(data, path), valueAt(data, other)];
      const once = withEntry(data, path, (key) => [[key, b]]);
      return pathsOf(once).some((candidate) => same(candidate, other))
        ? withEntry(once, other, (key) => [[key, a]])
        : once;
    }
    case 'graft': {
      const value = valueAt(data, all[change.with % all.length]);
      return withEntry(data, path, (key) => [[key, value]]);
    }
    case 'scale': {
      const numbers = all.filter((candidate) => typeof valueAt(data, candidate) === 'number');
      if (numbers.length === 0) return data;
      return withEntry(data, numbers[change.at % numbers.length], (key, value) => [
        [key, (value as number) * change.by],
      ]);
    }
  }
}

/** Block style, so that positions differ; no aliases where two parts are one object. */
const asText = (data: unknown) => stringify(data, { aliasDuplicateObjects: false, lineWidth: 0 });

function checkFate(text: string): void {
  const start = performance.now();
  const result = attempt(text);
  expect(performance.now() - start).toBeLessThan(2000);
  if (!(result instanceof InputError)) {
    expect(result.arms.length).toBeGreaterThan(0);
    runOnce(result);
    return;
  }
  expect(result.issues.length).toBeGreaterThan(0);
  for (const issue of result.issues) {
    expect([issue.file, issue.path], JSON.stringify(issue)).toEqual([
      expect.stringMatching(/^(test\.yaml|preset:)/),
      expect.any(String),
    ]);
    expect(issue.line, JSON.stringify(issue)).toBeGreaterThanOrEqual(1);
    expect(issue.line, JSON.stringify(issue)).toBeLessThanOrEqual(text.split('\n').length);
  }
}

const ALWAYS_DEFINED = ['revenueUsd', 'profitUsd', 'repPayUsd', 'visitsCount', 'winsCount'] as const;
let beliefs: Beliefs | undefined;

/**
 * Runs every arm of an accepted scenario for one replicate of at most four months. Every outcome must be a
 * finite number, or absent if undefined. Beliefs are those of the smallest scenario in any world; measuring
 * them anew is tested below.
 */
function runOnce(scenario: Scenario): void {
  accepted++;
  if (scenario.kind === 'textbook') {
    for (const { world, pay } of scenario.arms) {
      const answers = new Float64Array(textbookOutcomes(world).length);
      const [plan] = Object.values(pay);
      new TextbookRun(world, plan, respond(world, plan)).play(luckKey(scenario.seed, 0), answers);
      for (const answer of answers) expect(Number.isFinite(answer)).toBe(true);
    }
    return;
  }
  beliefs ??= measureBeliefs((attempt(SMALL) as RevenueScenario).arms[0].world);
  const companies = scenario.arms.map(({ world, pay }) =>
    compileCompany({ ...world, horizonMonths: Math.min(4, world.horizonMonths) }, pay, beliefs),
  );
  const shared = new SharedMarket(companies);
  shared.meet(luckKey(scenario.seed, 0));
  companies.forEach((company, i) => {
    const outcomes = new Float64Array(company.outcomes.length);
    shared.run(i, outcomes);
    company.outcomes.forEach(({ id }, at) => {
      expect(Math.abs(outcomes[at]), id).not.toBe(Number.POSITIVE_INFINITY);
    });
    const ownNets = company.planners.map(({ name }) => netOutcomeOf(name));
    for (const id of [...ALWAYS_DEFINED, ...ownNets])
      expect(outcomeValue(company, outcomes, id), id).not.toBeNaN();
  });
}
let accepted = 0;

const share = (part: number) => ({ numRuns: Math.max(1, Math.round(RUNS * part)), seed: SEED });

describe('a mutated scenario is accepted, or refused with file and line', () => {
  it.each([
    ['the Catherine story', catherine, 0.5],
    ['a scenario with every kind of entry', bonus, 0.35],
    ['the smallest scenario', small, 0.15],
    ['agents of a textbook world', agents, 0.3],
  ] as const)('mutants of %s are accepted, or refused with file and line', (_, data, part) => {
    accepted = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (changes) => {
        checkFate(asText(changes.reduce(mutated, data)));
      }),
      share(part),
    );
    // A loader that refuses everything would pass too.
    expect(accepted).toBeGreaterThan(RUNS * part * 0.02);
  });

  it('a text with a slice removed, doubled or replaced is accepted, or refused with file and line', () => {
    const text = asText(bonus);
    const scraps = [
      '',
      '\t',
      ': ',
      '- ',
      '[',
      '}',
      '"',
      '&a',
      '*a',
      '!!set',
      '\0',
      '\u001b',
      '---\n',
      '#',
      '\n',
      '%',
    ];
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(30),
        fc.constantFrom(...scraps),
        fc.boolean(),
        (from, length, scrap, double) => {
          const to = from + length;
          checkFate(
            text.slice(0, from) + scrap + (double ? text.slice(from, to).repeat(2) : '') + text.slice(to),
          );
        },
      ),
      share(0.2),
    );
  });

  it('an override by the command with any path and value is accepted, or refused with its position', () => {
    const paths = pathsOf(bonus).map((path) => path.join('.'));
    fc.assert(
      fc.property(
        fc.constantFrom(...paths, ...hostileKeys),
        fc.constantFrom(...hostileValues),
        (path, value) => {
          const result = attempt(asText(bonus), { set: Object.fromEntries([[path, value]]) });
          if (!(result instanceof InputError)) return;
          for (const { file, line } of result.issues)
            expect(file === '--set' || (file !== undefined && line !== undefined)).toBe(true);
        },
      ),
      share(0.2),
    );
  });
});

describe('an accepted scenario can be run', () => {
  /** Plausible changes of single numbers of a world that leave the file valid. */
  const accepted: readonly (readonly [string, RevenueScenario])[] = (() => {
    const { market, ...groups } = defaultsOf(SECTIONS);
    const base = bonus as { market: object };
    const quick = {
      ...base,
      ...groups,
      market: { ...market, ...base.market },
      question: { horizonMonths: 3, outcome: 'revenueUsd' },
      arms: { first: { plan: 'plain' } },
    };
    const numbers = pathsOf(quick).filter(
      (path) =>
        typeof valueAt(quick, path) === 'number' &&
        !['schemaVersion', 'question', 'calendar'].includes(String(path[0])),
    );
    const change = fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(0, 0.01, 0.5, 1.5, 3));
    const found = new Map<string, RevenueScenario>();
    for (const [path, factor] of fc.sample(change, { numRuns: 400, seed: SEED })) {
      if (found.size === SIMULATIONS) break;
      const result = attempt(
        asText(withEntry(quick, path, (key, value) => [[key, (value as number) * factor]])),
      );
      if (!(result instanceof InputError) && result.kind === 'revenue')
        found.set(`${path.join('.')} times ${factor}`, result);
    }
    return [...found];
  })();

  it('the sample of accepted mutants is complete', () => {
    expect(accepted.map(([label]) => label)).toHaveLength(SIMULATIONS);
  });

  it.each(accepted)('every mean is a finite number with %s', async (_, scenario) => {
    const bundle = await compare(scenario, { replicates: 2, arms: [scenario.reference] });
    expect(bundle.replicates).toEqual({ requested: 2, completed: 2, failed: [] });
    const means = Object.entries(bundle.arms[0].outcomes).map(([id, { mean }]) => [id, mean] as const);
    expect(means.length).toBeGreaterThan(20);
    expect(means.filter(([, mean]) => !Number.isFinite(mean))).toEqual([]);
  });
});
