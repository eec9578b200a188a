import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parametersOf } from '../../src/model/parameter.ts';
import { scenarioJsonSchema } from '../../src/scenario/jsonSchema.ts';
import { type LoadOptions, parseRevenueScenario, type ReadBase } from '../../src/scenario/load.ts';
import { mergeOver } from '../../src/scenario/merge.ts';
import type { RevenueScenario } from '../../src/scenario/scenario.ts';
import { smbSoftware } from '../../src/worlds/revenue/catalogue/presets/smbSoftware.ts';
import { SECTIONS } from '../../src/worlds/revenue/catalogue/sections.ts';
import { refusal, SMALL, withComponents } from './texts.ts';

const CATHERINE = readFileSync(new URL('../../scenarios/catherine.yaml', import.meta.url), 'utf8');
const load = (text: string, options: LoadOptions = {}): RevenueScenario =>
  parseRevenueScenario(text, { file: 'test.yaml', ...options });
const armOf = (scenario: RevenueScenario, name: string) => scenario.arms.find((arm) => arm.name === name)!;
const assumption = (scenario: RevenueScenario, path: string) =>
  scenario.assumptions.find((item) => item.path === path);
const files =
  (texts: Readonly<Record<string, string>>): ReadBase =>
  (reference) =>
    Object.hasOwn(texts, reference) ? { text: texts[reference], file: reference } : undefined;

describe('extends', () => {
  it("tables are merged key by key, and keys absent from the file keep the base's values", () => {
    const { world } = load(`${SMALL}market: { channels: { organic: { visitsPerMonth: 500 } } }\n`).arms[0];
    const organic = world.channels.find((channel) => channel.name === 'organic');
    const paid = world.channels.find((channel) => channel.name === 'paid');
    expect(organic?.visitsPerMonth).toBe(500);
    expect(organic?.leadsPerVisitShare).toBe(smbSoftware.market.channels.organic.leadsPerVisitShare);
    expect(paid?.visitsPerMonth).toBe(smbSoftware.market.channels.paid.visitsPerMonth);
  });

  describe('keepArms', () => {
    const base =
      SMALL +
      'arms:\n  first: { plan: plain }\n  second: { plan: plain, set: { sales.reps: 3, sales.winShare: 0.3 } }\n';
    const over = (text: string) => `extends: base.yaml\n${text}`;
    const read = (text: string) => load(over(text), { readBase: files({ 'base.yaml': base }) });
    const armsOf = (text: string) => read(text).arms.map(({ name, world }) => [name, world.sales.reps]);

    it('arms of the base stay, and those of the file are merged over them, added, or removed by null', () => {
      const added = 'arms: { third: { plan: plain, set: { sales.reps: 7 } } }\n';
      expect(armsOf(added)).toEqual([['third', 7]]);
      expect(armsOf(`keepArms: true\n${added}`)).toEqual([
        ['first', 5],
        ['second', 3],
        ['third', 7],
      ]);
      expect(armsOf('keepArms: true\narms: { second: { set: { sales.reps: 8 } } }\n')[1]).toEqual([
        'second',
        8,
      ]);
      const merged = read('keepArms: true\narms: { second: { set: { sales.reps: 8 } } }\n').arms[1];
      expect(merged.world.sales.winShare).toBe(0.3);
      expect(armsOf('keepArms: true\narms: { first: null }\n')).toEqual([['second', 3]]);
    });

    it('a base without arms has one for each plan, and keepArms itself is no part of the scenario', () => {
      const text = 'keepArms: true\narms: { more: { plan: plain, set: { sales.reps: 2 } } }\n';
      const scenario = load(over(text), { readBase: files({ 'base.yaml': SMALL }) });
      expect(scenario.arms.map(({ name }) => name)).toEqual(['plain', 'more']);
      expect(scenario.resolved).not.toHaveProperty('keepArms');
    });

    it('what cannot be kept or removed is refused at its place', () => {
      expect(() => load(SMALL, { set: { keepArms: true } })).toThrow('is said in the file');
      const refusalOf = (text: string) =>
        refusal(over(text), { readBase: files({ 'base.yaml': base }) }).message;
      expect(refusalOf('keepArms: true\narms: { frist: null }\n')).toContain('did you mean first?');
      expect(refusalOf('keepArms: maybe\n')).toContain('keepArms');
      expect(refusal(`${SMALL.replace(/extends: .*\n/, '')}keepArms: true\n`, {}).message).toContain(
        'expected extends: FILE beside it',
      );
    });
  });

  it('lists are replaced whole', () => {
    const component = (metric: string) =>
      `{ metric: ${metric}, period: month, target: 9, weightShare: 1, payout: cliff }`;
    const half = component('sqls').replace('weightShare: 1', 'weightShare: 0.5');
    const base = withComponents(`${half}, ${half}`);
    const file = `extends: base.yaml\nplans: { plain: { director: { components: [${component('leads')}] } } }\n`;
    const director = load(file, { readBase: files({ 'base.yaml': base }) }).plans.plain.director;
    expect(director.components?.map(({ metric }) => metric)).toEqual(['leads']);
    expect(director.bonusUsdPerYear).toBe(20000);
  });

  it('ranges, populations and payouts are replaced whole, not merged with other forms', () => {
    expect(mergeOver({ reps: { low: 1, value: 2, high: 3 } }, { reps: 5 })).toEqual({ reps: 5 });
    expect(mergeOver({ reps: 5 }, { reps: { low: 1, value: 2, high: 3 } })).toEqual({
      reps: { low: 1, value: 2, high: 3 },
    });
    expect(
      mergeOver({ perUnitUsd: 2 }, { linear: true }, ['plans', 'p', 'ann', 'components', '0', 'payout']),
    ).toEqual({
      linear: true,
    });
    const population = { lognormal: { median: 1, sigma: 2 } };
    expect(mergeOver(population, { lognormal: { median: 3 } }, ['people', 'ann', 'integrityUsd'])).toEqual({
      lognormal: { median: 3 },
    });
  });

  it.each(['value', 'arms', 'payout', 'integrityUsd', 'low', 'toString', 'constructor', 'hasOwnProperty'])(
    'a person, a plan and a channel can be named %s: tables of that name are merged like others',
    (name) => {
      for (const path of [['people'], ['plans'], ['plans', 'p'], ['market', 'channels']])
        expect(mergeOver({ [name]: { a: 1, b: 2 }, other: { c: 3 } }, { [name]: { a: 4 } }, path)).toEqual({
          [name]: { a: 4, b: 2 },
          other: { c: 3 },
        });
    },
  );

  it('merging modifies neither the base nor the override', () => {
    const base = { sales: { reps: 5, list: [1] } };
    const over = { sales: { list: [2, 3] } };
    const merged = mergeOver(base, over) as { sales: { list: number[] } };
    merged.sales.list.push(4);
    expect([base, over]).toEqual([{ sales: { reps: 5, list: [1] } }, { sales: { list: [2, 3] } }]);
  });

  it('a chain of ten bases is accepted, one of eleven is not', () => {
    const chain = (length: number) => {
      const bases: Record<string, string> = {};
      for (let i = 1; i < length; i++) bases[`b${i}.yaml`] = `extends: b${i + 1}.yaml\n`;
      return { ...bases, [`b${length}.yaml`]: SMALL };
    };
    // The preset at the end of the chain does not count.
    expect(load('extends: b1.yaml\n', { readBase: files(chain(10)) }).name).toBe('Small');
    expect(refusal('extends: b1.yaml\n', { readBase: files(chain(11)) }).message).toContain(
      'at most 10 bases',
    );
  });

  it('an override of one end of a range is listed as set by the command', () => {
    const text = `${SMALL}sales: { winShare: { low: 0.2, value: 0.3, high: 0.4 } }\n`;
    const { assumptions } = load(text, { set: { 'sales.winShare.value': 0.25 } });
    const found = assumptions.find(({ path }) => path === 'sales.winShare');
    expect([found?.value, found?.origin]).toEqual([0.25, 'set']);
  });

  it('the nearest file wins along a chain of bases', () => {
    const readBase = files({
      'far.yaml': `${SMALL}sales: { reps: 2, screeningHours: 1, coolingDays: 9 }\n`,
      'near.yaml': 'extends: far.yaml\nsales: { reps: 3, screeningHours: 2 }\n',
    });
    const { world } = load('extends: near.yaml\nsales: { reps: 4 }\n', { readBase }).arms[0];
    expect([world.sales.reps, world.sales.screeningHours, world.sales.coolingDays]).toEqual([4, 2, 9]);
  });

  it('a channel of the catalogue starts from its catalogue values', () => {
    const { world } = load(`${SMALL}market: { channels: { events: {} } }\n`).arms[0];
    expect(world.channels.find((channel) => channel.name === 'events')?.costUsdPerVisit).toBe(20);
  });
});

describe('arms', () => {
  it('without arms in the file there is one arm per plan, and the first is the reference', () => {
    const scenario = load(`${SMALL}  better: { director: { baseUsdPerYear: 90000 } }\n`);
    expect(scenario.arms.map(({ name, plan }) => [name, plan])).toEqual([
      ['plain', 'plain'],
      ['better', 'better'],
    ]);
    expect(scenario.reference).toBe('plain');
  });

  it('an override changes the world of its own arm and nothing else', () => {
    const scenario = load(
      `${SMALL}arms:\n  as-is: { plan: plain }\n  more: { plan: plain, set: { sales.reps: 9, people.director.motive: honest } }\n`,
    );
    const [before, after] = [armOf(scenario, 'as-is').world, armOf(scenario, 'more').world];
    expect([before.sales.reps, before.people[0].motive]).toEqual([5, 'own-pay']);
    expect(after).toEqual({
      ...before,
      sales: { ...before.sales, reps: 9 },
      people: [{ ...before.people[0], motive: 'honest' }, before.people[1]],
    });
    expect(before).toEqual(load(SMALL).arms[0].world);
  });

  it('an override of the plan changes the pay of its own arm only', () => {
    const scenario = load(
      `${SMALL}arms:\n  low: { plan: plain }\n  high: { plan: plain, set: { plans.plain.director.baseUsdPerYear: 150000 } }\n`,
    );
    expect(scenario.arms.map((arm) => arm.pay.director.baseUsdPerYear)).toEqual([100000, 150000]);
  });

  it('an override by the command reaches every arm', () => {
    const text = `${SMALL}arms:\n  one: { plan: plain }\n  two: { plan: plain, set: { sales.coolingDays: 9 } }\n`;
    const scenario = load(text, { set: { 'sales.reps': 7 } });
    expect(scenario.arms.map((arm) => arm.world.sales.reps)).toEqual([7, 7]);
    expect(assumption(scenario, 'sales.reps')).toMatchObject({ value: 7, origin: 'set' });
  });

  it('the arms of the Catherine story are in file order and include the reference', () => {
    const scenario = load(CATHERINE);
    expect(scenario.arms.map((arm) => arm.name)).toEqual(Object.keys(parse(CATHERINE).arms));
    expect(scenario.reference).toBe('fluff');
    expect(armOf(scenario, 'fluff-honest').world.people[0].motive).toBe('honest');
    expect(armOf(scenario, 'fluff').world.people[0].motive).toBe('own-pay');
  });
});

describe('plans', () => {
  it('a plan may extend another plan: tables are merged, lists replaced, the other plan unchanged', () => {
    const text = `${withComponents('{ metric: sqls, period: month, target: 9, weightShare: 1, payout: cliff }')}
  richer: { extends: plain, director: { bonusUsdPerYear: 40000 } }
  third: { extends: richer, director: { components: [{ metric: leads, period: month, target: 8, weightShare: 1, payout: linear }] } }
`;
    const { plans } = load(text);
    expect(plans.plain.director.bonusUsdPerYear).toBe(20000);
    expect(plans.richer.director).toEqual({ ...plans.plain.director, bonusUsdPerYear: 40000 });
    expect(plans.third.director).toMatchObject({ baseUsdPerYear: 100000, bonusUsdPerYear: 40000 });
    expect(plans.third.director.components?.map(({ metric }) => metric)).toEqual(['leads']);
    expect(plans.richer).not.toHaveProperty('extends');
  });

  it('plans with a period longer than the horizon are named in a warning', () => {
    const text = withComponents(
      '{ metric: sqls, period: year, target: 9, weightShare: 1, payout: cliff }',
    ).replace('horizonMonths: 12', 'horizonMonths: 6');
    expect(load(text).warnings).toHaveLength(1);
    expect(load(text).warnings[0]).toMatch(/plain.*director.*sqls.*year.*6 months/);
    expect(load(text.replace('horizonMonths: 6', 'horizonMonths: 12')).warnings).toEqual([]);
  });
});

describe('numbers', () => {
  it('a number with a range resolves to its value, and is listed with range and source', () => {
    const scenario = load(
      `${SMALL}sales: { winShare: { low: 0.2, value: 0.33, high: 0.6, source: own books } }\n`,
    );
    expect(scenario.arms[0].world.sales.winShare).toBe(0.33);
    expect(assumption(scenario, 'sales.winShare')).toMatchObject({
      value: 0.33,
      low: 0.2,
      high: 0.6,
      source: 'own books',
      unit: 'share',
      origin: 'scenario',
    });
  });

  it('numbers state their origin: default, base, file or command', () => {
    const scenario = load(`${SMALL}sales: { reps: 6 }\n`, { set: { 'sales.coolingDays': 20 } });
    const origins = [
      'sales.winShare',
      'market.channels.paid.visitsPerMonth',
      'sales.reps',
      'sales.coolingDays',
    ].map((path) => assumption(scenario, path)?.origin);
    expect(origins).toEqual(['default', 'base', 'scenario', 'set']);
  });

  it('integrity is one number or a log-normal population', () => {
    const integrity = (text: string) =>
      load(SMALL.replace('marketing-director', `marketing-director, integrityUsd: ${text}`)).arms[0].world
        .people[0].integrityUsd;
    expect(integrity('40')).toBe(40);
    expect(integrity('{ lognormal: { median: 40, sigma: 0.5 } }')).toEqual({
      lognormal: { median: 40, sigma: 0.5 },
    });
  });

  it('every number of a world, and some of every channel and tactic, is listed once, with unit and source', () => {
    const { assumptions, arms } = load(CATHERINE);
    const paths = assumptions.map((item) => item.path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const [group, parameters] of Object.entries(SECTIONS)) {
      for (const [path] of parametersOf(parameters, group)) expect(paths).toContain(path);
    }
    for (const { name } of arms[0].world.channels)
      expect(paths).toContain(`market.channels.${name}.visitsPerMonth`);
    for (const id of Object.keys(arms[0].world.tactics))
      expect(paths.some((path) => path.startsWith(`tactics.${id}.`))).toBe(true);
    for (const item of assumptions) {
      expect([item.path, item.unit.trim(), item.about.trim(), item.source.trim()]).not.toContain('');
    }
  });

  it('a number of a catalogue channel is listed with the value that the world uses', () => {
    const scenario = load(`${SMALL}market: { channels: { events: {} } }\n`);
    const events = scenario.arms[0].world.channels.find((channel) => channel.name === 'events');
    expect(assumption(scenario, 'market.channels.events.costUsdPerVisit')?.value).toBe(
      events?.costUsdPerVisit,
    );
  });

  it('a number is never listed with a range that excludes it', () => {
    const { assumptions } = load(`${SMALL}sales: { winShare: 0.9 }\n`);
    const outside = assumptions.filter(
      ({ value, low = -Infinity, high = Infinity }) =>
        typeof value === 'number' && (value < low || value > high),
    );
    expect(outside.map((item) => item.path)).toEqual([]);
  });

  it('numbers are listed with the values that the arms use', () => {
    const { assumptions, arms } = load(CATHERINE);
    const { world } = arms[0];
    for (const { path, value } of assumptions) {
      const [group, key, ...rest] = path.split('.');
      if (!Object.hasOwn(SECTIONS, group) || rest.length > 0) continue;
      expect([path, (world[group as 'sales'] as Record<string, unknown>)[key]]).toEqual([path, value]);
    }
  });
});

describe('the hash', () => {
  it('the hash is equal for equal data, whatever the order, comments and notation', () => {
    const reordered = Object.fromEntries(Object.entries(parse(CATHERINE) as object).reverse());
    expect(load(`# a remark\n${CATHERINE}`).hash).toBe(load(CATHERINE).hash);
    expect(load(JSON.stringify(reordered)).hash).toBe(load(CATHERINE).hash);
    expect(load(CATHERINE).hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('the hash differs if one number differs', () => {
    const hashes = [CATHERINE, CATHERINE.replace('auditRatePerMonth: 0.01', 'auditRatePerMonth: 0.011')].map(
      (text) => load(text).hash,
    );
    expect(new Set(hashes).size).toBe(2);
    expect(load(CATHERINE, { set: { 'sales.reps': 6 } }).hash).not.toBe(hashes[0]);
  });
});

describe('notation', () => {
  it('JSON is read like YAML', () => {
    expect(load(JSON.stringify(parse(CATHERINE), null, 2)).arms).toEqual(load(CATHERINE).arms);
  });

  it('byte order marks and foreign line ends change nothing', () => {
    expect(load(`\ufeff${SMALL.replaceAll('\n', '\r\n')}`).resolved).toEqual(load(SMALL).resolved);
  });

  it('a few aliases are accepted', () => {
    const text = `${SMALL.replace('plain: { director: {', 'plain: { director: &pay {')}  other: { director: *pay }\n`;
    expect(load(text).plans.other).toEqual(load(text).plans.plain);
  });

  it('names of JavaScript built-ins are ordinary names', () => {
    const scenario = load(
      `${SMALL}arms:\n  toString: { plan: plain }\n  valueOf: { plan: plain, set: { sales.reps: 3 } }\n`,
    );
    expect(scenario.arms.map((arm) => [arm.name, arm.world.sales.reps])).toEqual([
      ['toString', 5],
      ['valueOf', 3],
    ]);
  });
});

describe('the JSON Schema', () => {
  type Schema = Record<string, unknown>;
  const root = scenarioJsonSchema().else as Record<string, unknown> as Schema;

  /** Objections of a schema to a value, empty if valid. Supports only the keywords used by the schema. */
  function complaints(schema: Schema, value: unknown, path = ''): string[] {
    const at = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`);
    const branches = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
    if (branches?.every((branch) => complaints(branch, value, path).length > 0))
      return [`${path}: fits no branch`];
    if ('const' in schema && schema.const !== value) return [`${path}: not ${String(schema.const)}`];
    if (Array.isArray(schema.enum) && !schema.enum.includes(value))
      return [`${path}: not one of ${schema.enum.join(', ')}`];
    const kind = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
    const { type } = schema;
    if (type !== undefined && type !== kind && !(type === 'integer' && Number.isInteger(value)))
      return [`${path}: ${kind}, not ${String(type)}`];
    if (typeof value === 'number') {
      if (typeof schema.minimum === 'number' && value < schema.minimum) return [`${path}: too small`];
      if (typeof schema.maximum === 'number' && value > schema.maximum) return [`${path}: too large`];
      if (typeof schema.exclusiveMinimum === 'number' && value <= schema.exclusiveMinimum)
        return [`${path}: too small`];
    }
    if (Array.isArray(value)) {
      const prefix = (schema.prefixItems ?? []) as Schema[];
      return value.flatMap((item, i) =>
        complaints(prefix[i] ?? (schema.items as Schema | undefined) ?? {}, item, at(i)),
      );
    }
    if (kind === 'object' && type === 'object') {
      const properties = (schema.properties ?? {}) as Record<string, Schema>;
      const others = schema.additionalProperties;
      const lacking = ((schema.required ?? []) as string[])
        .filter((key) => !Object.hasOwn(value as object, key))
        .map((key) => `${at(key)}: missing`);
      const names = (schema.propertyNames as { pattern?: string } | undefined)?.pattern;
      return lacking.concat(
        Object.entries(value as object).flatMap(([key, item]) => {
          if (names !== undefined && !new RegExp(names).test(key)) return [`${at(key)}: not a name`];
          if (Object.hasOwn(properties, key)) return complaints(properties[key], item, at(key));
          if (others === false) return [`${at(key)}: unknown`];
          return typeof others === 'object' ? complaints(others as Schema, item, at(key)) : [];
        }),
      );
    }
    return [];
  }

  it('the schema accepts the Catherine story as written', () => {
    expect(complaints(root, parse(CATHERINE))).toEqual([]);
  });

  it('the schema accepts a plan that extends another, as the loader does', () => {
    expect(
      complaints(root, { plans: { richer: { extends: 'plain', director: { bonusUsdPerYear: 40000 } } } }),
    ).toEqual([]);
  });

  it('the schema accepts a part of a commission, whose rest its base provides', () => {
    expect(
      complaints(root, {
        extends: 'base.yaml',
        plans: { plain: { reps: { commission: { thresholdShare: 0.5 } } } },
      }),
    ).toEqual([]);
  });

  it('the schema accepts a sparse override of a complete base', () => {
    expect(
      complaints(root, {
        extends: 'base.yaml',
        people: { director: { motive: 'honest' } },
        sales: { reps: 3 },
      }),
    ).toEqual([]);
    expect(complaints(root, { extends: 'base.yaml', arms: { fluff: { about: 'The same.' } } })).toEqual([]);
  });

  it.each([
    ['an unknown key', { sales: { rep: 3 } }, 'sales.rep: unknown'],
    ['an unknown section', { goverance: {} }, 'goverance: unknown'],
    ['a share in percent', { customers: { churnShare: 10 } }, 'customers.churnShare: fits no branch'],
    ['a number as text', { sales: { reps: '5' } }, 'sales.reps: fits no branch'],
    [
      'a word that is no choice',
      { governance: { stage: 'ambigous' } },
      'governance.stage: not one of ambiguous, structured, aligned',
    ],
    ['an arm name with a space', { arms: { 'a b': { plan: 'p' } } }, 'arms.a b: not a name'],
  ])('the schema refuses %s', (_, data, complaint) => {
    expect(complaints(root, data)).toEqual([complaint]);
  });

  it('the schema states unit, default and source of every number of the section sales', () => {
    const sales = (root.properties as Record<string, Schema>).sales.properties as Record<string, Schema>;
    expect(Object.keys(sales)).toEqual(Object.keys(SECTIONS.sales));
    for (const [name, schema] of Object.entries(sales))
      expect(schema.description).toMatch(
        name === 'leadOrder' ? /Default newest\. Source: .+/ : /Unit: .+ Default .+ Source: .+/,
      );
  });
});
