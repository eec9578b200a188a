import { InputError, type Issue } from '../core/errors.ts';
import { hashOf } from '../core/hash.ts';
import { refuse, showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import { defaultsOf } from '../model/parameter.ts';
import type { Plan } from '../model/plan.ts';
import { CHANNELS } from '../worlds/revenue/channels.ts';
import {
  channelParameters,
  directorParameters,
  personParameters,
  worldParameters,
} from '../worlds/revenue/parameters.ts';
import { PRESETS } from '../worlds/revenue/presets/index.ts';
import { TACTICS } from '../worlds/revenue/tactics/index.ts';
import type { RevenueWorld } from '../worlds/revenue/world.ts';
import { assumptionsOf, DEFAULT_INTEGRITY, plain } from './assumptions.ts';
import { checkMeaning, checkPlan, estimateWork } from './checkMeaning.ts';
import { FORBIDDEN_KEYS, parseSource, placeOf, type SourceDocument } from './document.ts';
import { issuesFromZod } from './issuesFromZod.ts';
import { isTable, mergeOver, withValueAt } from './merge.ts';
import type { Arm, Scenario } from './scenario.ts';
import { planSchema, type ScenarioFile, scenarioSchema } from './schema.ts';

/** How to get at other files: given the name in `extends:` and the file it stands in, the text and the name to show; undefined if there is none. */
export type ReadBase = (
  reference: string,
  from: string,
) => { readonly text: string; readonly file: string } | undefined;

export interface LoadOptions {
  /** Name shown in error messages. */
  readonly file?: string;
  /** Reads files named by `extends:`. Without it only presets can be extended. */
  readonly readBase?: ReadBase;
  /** Overrides laid over the whole scenario, by dotted path, as with `--set`. */
  readonly set?: Readonly<Record<string, unknown>>;
}

const MAX_BASES = 10;

/**
 * Reads a scenario: follows `extends:`, lays overrides over it, checks everything and resolves every arm.
 *
 * All mistakes are collected before failing, each with file, line, column, path, the value received, what was expected and the nearest valid name.
 *
 * @param text the scenario file, YAML or JSON
 * @throws InputError carrying every issue found
 * @example parseScenario('schemaVersion: 1\nname: mine\nextends: preset:smb-software\nplans: { none: { director: { baseUsdPerYear: 100000 } } }').arms.length // 1
 */
export function parseScenario(text: string, options: LoadOptions = {}): Scenario {
  const sources = readChain(text, options);
  let raw: Record<string, unknown> = {};
  let baseOnly: Record<string, unknown> = {};
  for (let i = sources.length - 1; i >= 0; i--) {
    if (i === 0) baseOnly = raw;
    raw = mergeOver(raw, sources[i].data) as Record<string, unknown>;
  }
  const set = options.set ?? {};
  for (const path of Object.keys(set)) {
    const wrong =
      wrongPath(path) ?? (path.split('.')[0] === 'extends' ? 'a path below extends cannot be set' : undefined);
    if (wrong !== undefined) refuse([{ code: 'unknown-key', file: '--set', path, expected: wrong }]);
  }
  for (const [path, value] of Object.entries(set)) raw = withValueAt(raw, path.split('.'), value);
  refuseCrowds(raw, { sources, set });
  raw = extendPlans(raw, sources, set);
  const context: Context = { sources, set };
  const file = validate(raw, context);
  const armTable: NonNullable<ScenarioFile['arms']> =
    file.arms ?? Object.fromEntries(Object.keys(file.plans).map((plan) => [plan, { plan }]));

  const issues: Issue[] = [];
  const arms: Arm[] = [];
  for (const [name, arm] of Object.entries(armTable)) {
    const place = locate(context, ['arms', name, 'plan']);
    if (!Object.hasOwn(file.plans, arm.plan)) {
      issues.push({
        code: 'dangling-reference',
        ...place,
        path: `arms.${name}.plan`,
        got: showValue(arm.plan),
        expected: 'the name of a plan',
        hint: suggestion(arm.plan, Object.keys(file.plans)),
      });
      continue;
    }
    let own = raw;
    for (const [path, value] of Object.entries(arm.set ?? {})) {
      const wrong = wrongPath(path);
      if (wrong !== undefined || NOT_IN_ARMS.has(path.split('.')[0])) {
        issues.push({
          code: 'unknown-key',
          ...locate(context, ['arms', name, 'set', path]),
          path: `arms.${name}.set.${path}`,
          expected: wrong ?? 'a path into the world, people, tactics or plans',
        });
      } else own = withValueAt(own, path.split('.'), value);
    }
    const result = own === raw ? { success: true as const, data: file } : scenarioSchema.safeParse(own);
    if (!result.success) {
      issues.push(
        ...issuesFromZod(result.error, own, (path, key) =>
          locateOverride(context, name, Object.keys(arm.set ?? {}), path, key),
        ).map((issue) => ({
          ...issue,
          path: `arms.${name}.set.${issue.path}`,
        })),
      );
      continue;
    }
    const world = worldOf(result.data);
    issues.push(
      ...checkMeaning(result.data, world, arm.plan, (path) =>
        locateOverride(context, name, Object.keys(arm.set ?? {}), path, false),
      ),
    );
    arms.push({
      name,
      plan: arm.plan,
      set: arm.set ?? {},
      about: arm.about,
      world,
      pay: result.data.plans[arm.plan] as Plan,
    });
  }
  if (arms.length === 0 && issues.length === 0)
    issues.push({
      code: 'missing',
      ...locate(context, file.arms === undefined ? ['plans'] : ['arms']),
      path: file.arms === undefined ? 'plans' : 'arms',
      expected: 'at least one entry',
    });
  const used = new Set(Object.values(armTable).map((arm) => arm.plan));
  for (const [name, plan] of Object.entries(file.plans)) {
    if (!used.has(name)) issues.push(...checkPlan(name, plan, peopleOf(file), (path) => locate(context, path)));
  }
  const reference = file.question.reference ?? arms[0]?.name;
  if (reference !== undefined && !Object.hasOwn(armTable, reference)) {
    issues.push({
      code: 'dangling-reference',
      ...locate(context, ['question', 'reference']),
      path: 'question.reference',
      got: showValue(reference),
      expected: 'the name of an arm',
      hint: suggestion(reference, Object.keys(armTable)),
    });
  }
  if (issues.length > 0) refuse(distinct(issues));
  const replicates = file.question.replicates ?? 1000;
  for (const arm of arms) {
    const work = estimateWork(arm.world);
    if (work !== undefined)
      issues.push({
        ...work,
        ...locateOverride(context, arm.name, Object.keys(arm.set), work.path?.split('.') ?? [], false),
        path: Object.keys(arm.set).some((path) => work.path?.startsWith(path))
          ? `arms.${arm.name}.set.${work.path}`
          : work.path,
      });
  }
  if (issues.length > 0) refuse(distinct(issues));
  return {
    name: file.name,
    about: file.about,
    outcome: file.question.outcome,
    reference: reference!,
    horizonMonths: file.question.horizonMonths,
    replicates,
    seed: file.question.seed ?? file.name,
    arms,
    plans: file.plans as Record<string, Plan>,
    assumptions: assumptionsOf(raw, baseOnly, set),
    warnings: warningsOf(arms),
    resolved: raw,
    hash: hashOf(raw),
  };
}

/** What an arm cannot override: it belongs to the scenario as a whole. */
const NOT_IN_ARMS = new Set(['arms', 'extends', 'schemaVersion', 'name', 'about', 'question', '$schema']);

/** What is wrong with the path of an override, if anything. */
function wrongPath(path: string): string | undefined {
  const steps = path.split('.', 14);
  if (path.length > 200 || steps.length > 12) return 'a path of at most 12 names';
  if (steps.some((step) => step === '' || FORBIDDEN_KEYS.has(step))) return 'names joined by dots, such as sales.reps';
  return undefined;
}

interface Context {
  readonly sources: readonly SourceDocument[];
  readonly set: Readonly<Record<string, unknown>>;
}

/** The file and its bases, the file itself first. */
function readChain(text: string, options: LoadOptions): SourceDocument[] {
  const sources = [parseSource(text, options.file ?? 'scenario')];
  const seen = new Set([sources[0].file]);
  for (;;) {
    const last = sources[sources.length - 1];
    const reference = last.data.extends;
    if (reference === undefined) return sources;
    const at = { file: last.file, ...placeOf(last, ['extends']), path: 'extends', got: showValue(reference) };
    if (typeof reference !== 'string')
      refuse([{ code: 'wrong-type', ...at, expected: 'preset:NAME or a file in the same folder' }]);
    if (reference.startsWith('preset:')) {
      const preset = reference.slice('preset:'.length);
      if (!Object.hasOwn(PRESETS, preset)) {
        refuse([
          {
            code: 'dangling-reference',
            ...at,
            expected: `preset:${Object.keys(PRESETS).join(', preset:')}`,
            hint: suggestion(preset, Object.keys(PRESETS)),
          },
        ]);
      }
      sources.push(parseSource(JSON.stringify(PRESETS[preset]), reference));
      return sources;
    }
    if (/^([/\\]|[A-Za-z]:|~|\.?$)|(^|[/\\])\.\.([/\\]|$)|^[a-z][a-z0-9+.-]*:|\0/i.test(reference)) {
      refuse([
        {
          code: 'dangling-reference',
          ...at,
          expected: 'preset:NAME or a file in the same folder or below',
          hint: 'a scenario may not reach outside its folder',
        },
      ]);
    }
    let base: ReturnType<ReadBase>;
    try {
      base = options.readBase?.(reference, last.file);
    } catch (error) {
      if (error instanceof InputError) throw error;
      base = undefined;
    }
    if (base === undefined)
      refuse([{ code: 'unreadable', ...at, expected: 'preset:NAME or a file in the same folder' }]);
    if (seen.has(base.file))
      refuse([
        {
          code: 'inconsistent',
          ...at,
          expected: 'a base that does not lead back to this file',
          hint: 'extends goes round in a circle',
        },
      ]);
    if (sources.length >= MAX_BASES) refuse([{ code: 'too-large', ...at, expected: `at most ${MAX_BASES} bases` }]);
    seen.add(base.file);
    sources.push(parseSource(base.text, base.file));
  }
}

/** Most arms, plans, people, channels and overrides of one arm. */
const MAX_ENTRIES = 100;

/** Refuses tables with more entries than anybody would write by hand, before they cost time. */
function refuseCrowds(raw: Record<string, unknown>, context: Context): void {
  const tables: [path: string[], table: unknown][] = ['arms', 'plans', 'people'].map((name) => [[name], raw[name]]);
  if (isTable(raw.market)) tables.push([['market', 'channels'], raw.market.channels]);
  if (isTable(raw.arms))
    for (const [name, arm] of Object.entries(raw.arms).slice(0, MAX_ENTRIES))
      if (isTable(arm)) tables.push([['arms', name, 'set'], arm.set]);
  const issues = tables.flatMap(([path, table]): Issue[] => {
    const entries = isTable(table) ? Object.keys(table).length : 0;
    return entries > MAX_ENTRIES
      ? [
          {
            code: 'too-large',
            ...locate(context, path),
            path: path.join('.'),
            got: `${entries} entries`,
            expected: `at most ${MAX_ENTRIES}`,
          },
        ]
      : [];
  });
  if (issues.length > 0) refuse(issues);
}

/** Follows `extends:` inside plans: a plan that names another starts from it. */
function extendPlans(
  raw: Record<string, unknown>,
  sources: readonly SourceDocument[],
  set: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { plans } = raw;
  if (!isTable(plans)) return raw;
  const issues: Issue[] = [];
  const done: Record<string, unknown> = {};
  const resolve = (name: string, trail: readonly string[]): unknown => {
    if (Object.hasOwn(done, name)) return done[name];
    const plan = plans[name];
    if (!isTable(plan) || plan.extends === undefined) {
      done[name] = plan;
      return plan;
    }
    const at = {
      ...locate({ sources, set }, ['plans', name, 'extends']),
      path: `plans.${name}.extends`,
      got: showValue(plan.extends),
    };
    const { extends: base, ...own } = plan;
    done[name] = own;
    if (typeof base !== 'string' || !Object.hasOwn(plans, base)) {
      const others = Object.keys(plans).filter((other) => other !== name);
      issues.push({
        code: 'dangling-reference',
        ...at,
        expected: 'the name of a plan',
        hint: typeof base === 'string' ? suggestion(base, others) : undefined,
      });
    } else if (trail.includes(base) || base === name || trail.length > 20) {
      issues.push({ code: 'inconsistent', ...at, expected: 'a plan that does not lead back to this one' });
    } else done[name] = mergeOver(resolve(base, [...trail, name]), own);
    return done[name];
  };
  for (const name of Object.keys(plans)) resolve(name, []);
  if (issues.length > 0) refuse(issues);
  return { ...raw, plans: done };
}

function validate(raw: Record<string, unknown>, context: Context): ScenarioFile {
  const result = scenarioSchema.safeParse(raw);
  if (result.success) return result.data;
  const issues = issuesFromZod(result.error, raw, (path, key) => locate(context, path, key));
  // Mistakes of form must not hide mistakes of meaning: plans that are well formed are read all the same.
  const people = Object.entries(isTable(raw.people) ? raw.people : {}).flatMap(([name, person]) =>
    isTable(person) && typeof person.role === 'string' ? [{ name, role: person.role }] : [],
  );
  for (const [name, plan] of Object.entries(isTable(raw.plans) ? raw.plans : {})) {
    const parsed = planSchema.safeParse(plan);
    if (parsed.success && people.length > 0)
      issues.push(...checkPlan(name, parsed.data, people, (path) => locate(context, path)));
  }
  refuse(distinct(issues));
}

/** Where a path of the merged scenario stands: in the override, in the file, or in a base; else at the nearest table above it. */
function locate(
  context: Context,
  path: readonly (string | number)[],
  key = false,
): Pick<Issue, 'file' | 'line' | 'column'> {
  const dotted = path.join('.');
  for (const setPath of Object.keys(context.set))
    if (dotted === setPath || dotted.startsWith(`${setPath}.`) || setPath.startsWith(`${dotted}.`))
      return { file: '--set' };
  for (let length = path.length; length >= 0; length--) {
    for (const source of context.sources) {
      const at = placeOf(source, path.slice(0, length), key && length === path.length);
      if (at !== undefined && (length > 0 || source === context.sources[0])) return { file: source.file, ...at };
    }
  }
  return { file: context.sources[0].file };
}

/** Like {@link locate}, looking first among an arm's own overrides. */
function locateOverride(
  context: Context,
  arm: string,
  paths: readonly string[],
  path: readonly (string | number)[],
  key: boolean,
): Pick<Issue, 'file' | 'line' | 'column'> {
  const dotted = path.join('.');
  const own = paths.find(
    (candidate) => dotted === candidate || dotted.startsWith(`${candidate}.`) || candidate.startsWith(`${dotted}.`),
  );
  return own === undefined ? locate(context, path, key) : locate(context, ['arms', arm, 'set', own], key);
}

function suggestion(name: string, candidates: readonly string[]): string | undefined {
  const near = nearestName(name, candidates);
  return near === undefined
    ? candidates.length > 0 && candidates.length <= 12
      ? `there are: ${candidates.join(', ')}`
      : undefined
    : `did you mean ${near}?`;
}

function distinct(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const key = JSON.stringify([
      issue.code,
      issue.file,
      issue.line,
      issue.column,
      issue.got,
      issue.expected,
      issue.path?.replace(/^arms\.[^.]+\.set\./, ''),
    ]);
    return !seen.has(key) && seen.add(key);
  });
}

function fill<T extends object>(defaults: T, given: unknown): T {
  const filled = { ...defaults } as Record<string, unknown>;
  if (isTable(given)) for (const [key, value] of Object.entries(given)) filled[key] = plain(value);
  return filled as T;
}

/** The world that a checked scenario describes, defaults filled in. */
function worldOf(file: ScenarioFile): RevenueWorld {
  const defaults = defaultsOf(worldParameters);
  const { channels, ...market } = file.market;
  return {
    horizonMonths: file.question.horizonMonths,
    calendar: fill(defaults.calendar, file.calendar),
    market: fill(defaults.market, market),
    buyers: fill(defaults.buyers, file.buyers),
    marketing: fill(defaults.marketing, file.marketing),
    sales: fill(defaults.sales, file.sales),
    customers: fill(defaults.customers, file.customers),
    governance: fill(defaults.governance, file.governance),
    channels: Object.entries(channels).map(([name, given]) => {
      const known = CHANNELS.find((channel) => channel.id === name)?.values ?? {};
      return { name, ...fill({ ...defaultsOf(channelParameters), ...known }, given) };
    }),
    tactics: Object.fromEntries(
      TACTICS.map((tactic) => [
        tactic.id,
        fill(defaultsOf(tactic.parameters) as object, file.tactics?.[tactic.id]) as Record<string, number>,
      ]),
    ),
    people: Object.entries(file.people).map(([name, given]) => ({
      ...fill({ ...defaultsOf(personParameters), ...defaultsOf(directorParameters) }, given),
      name,
      role: given.role,
      motive: given.motive ?? 'own-pay',
      beliefs: given.beliefs ?? 'total',
      integrityUsd: given.integrityUsd ?? DEFAULT_INTEGRITY,
      script: given.script ?? [],
    })),
  };
}

/** Names and roles of a checked scenario. */
function peopleOf(file: ScenarioFile): { name: string; role: string }[] {
  return Object.entries(file.people).map(([name, { role }]) => ({ name, role }));
}

function warningsOf(arms: readonly Arm[]): string[] {
  const warnings = new Set<string>();
  for (const arm of arms) {
    for (const [person, plan] of Object.entries(arm.pay)) {
      for (const component of plan.components ?? []) {
        const months = { month: 1, quarter: 3, year: 12 }[component.period];
        if (months > arm.world.horizonMonths) {
          warnings.add(
            `Plan ${arm.plan}: ${person}'s ${component.metric} is paid by the ${component.period}, and the horizon of ${arm.world.horizonMonths} months ends before.`,
          );
        }
      }
    }
  }
  return [...warnings];
}
