import type { Issue } from '../core/errors.ts';
import { hashOf } from '../core/hash.ts';
import { refuse, showValue } from '../core/messages.ts';
import { extendPlans } from './chain.ts';
import { FORBIDDEN_KEYS, type SourceDocument } from './document.ts';
import type { CommonFile, Form } from './form.ts';
import { issuesFromZod } from './issuesFromZod.ts';
import { isTable, withValueAt } from './merge.ts';
import { type Context, distinct, locate, locateOverride, suggestion } from './places.ts';
import type { ArmOf, ScenarioOf } from './scenario.ts';

/** A scenario file laid over its bases, and over it the overrides of the command. */
export interface Merged {
  readonly raw: Record<string, unknown>;
  /** The bases without the file. */
  readonly baseOnly: Record<string, unknown>;
  readonly sources: readonly SourceDocument[];
  readonly set: Readonly<Record<string, unknown>>;
}

/** Checks a merged file and resolves every arm, in the form of its kind of world. */
export function resolveScenario<File extends CommonFile, World>(
  form: Form<File, World>,
  merged: Merged,
): Omit<ScenarioOf<string, World>, 'kind'> {
  const { baseOnly, sources, set } = merged;
  const context: Context = { sources, set };
  refuseCrowds(form, merged.raw, context);
  const raw = extendPlans(merged.raw, sources, set);
  const file = validate(form, raw, context);
  const armTable: NonNullable<CommonFile['arms']> =
    file.arms ?? Object.fromEntries(Object.keys(file.plans).map((plan) => [plan, { plan }]));

  const issues: Issue[] = [];
  const arms: ArmOf<World>[] = [];
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
    const result = own === raw ? { success: true as const, data: file } : form.schema.safeParse(own);
    if (!result.success) {
      issues.push(
        ...issuesFromZod(form, result.error, own, (path, key) =>
          locateOverride(context, name, Object.keys(arm.set ?? {}), path, key),
        ).map((issue) => ({
          ...issue,
          path: `arms.${name}.set.${issue.path}`,
        })),
      );
      continue;
    }
    const world = form.worldOf(result.data);
    issues.push(
      ...form.check(result.data, world, arm.plan, (path) =>
        locateOverride(context, name, Object.keys(arm.set ?? {}), path, false),
      ),
    );
    const { later } = arm;
    const next = later === undefined ? undefined : result.data.plans[later.plan];
    if (later !== undefined && (next === undefined || !Object.hasOwn(file.plans, later.plan))) {
      issues.push({
        code: 'dangling-reference',
        ...locate(context, ['arms', name, 'later', 'plan']),
        path: `arms.${name}.later.plan`,
        got: showValue(later.plan),
        expected: 'the name of a plan',
        hint: suggestion(later.plan, Object.keys(file.plans)),
      });
      continue;
    }
    if (later !== undefined && next !== undefined) {
      const at = (path: readonly (string | number)[]) =>
        locateOverride(context, name, Object.keys(arm.set ?? {}), path, false);
      issues.push(...form.check(result.data, world, later.plan, at));
      const wrong = form.checkChange?.(world, result.data.plans[arm.plan], next, later.fromMonth);
      if (wrong !== undefined)
        issues.push({
          code: 'inconsistent',
          ...locate(context, ['arms', name, 'later', 'fromMonth']),
          path: `arms.${name}.later.fromMonth`,
          got: String(later.fromMonth),
          expected: wrong,
        });
    }
    arms.push({
      name,
      plan: arm.plan,
      set: arm.set ?? {},
      about: arm.about,
      ...(arm.against === undefined ? {} : { against: arm.against }),
      world,
      pay: result.data.plans[arm.plan],
      ...(later === undefined || next === undefined ? {} : { later: { ...later, pay: next } }),
    });
  }
  if (arms.length === 0 && issues.length === 0)
    issues.push({
      code: 'missing',
      ...locate(context, file.arms === undefined ? ['plans'] : ['arms']),
      path: file.arms === undefined ? 'plans' : 'arms',
      expected: 'at least one entry',
    });
  const used = new Set(Object.values(armTable).flatMap((arm) => [arm.plan, arm.later?.plan ?? arm.plan]));
  for (const [name, plan] of Object.entries(file.plans)) {
    if (!used.has(name)) issues.push(...form.checkPlan(name, plan, raw, (path) => locate(context, path)));
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
  for (const [name, { against }] of Object.entries(armTable)) {
    // What the others are compared with is compared with nothing, whatever it was in a file that this one extends.
    if (against === undefined || name === reference) continue;
    const path = ['arms', name, 'against'];
    const at = { ...locate(context, path), path: path.join('.'), got: showValue(against) };
    const others = Object.keys(armTable).filter((other) => other !== name);
    if (against === name) issues.push({ code: 'inconsistent', ...at, expected: 'another arm' });
    else if (!Object.hasOwn(armTable, against))
      issues.push({
        code: 'dangling-reference',
        ...at,
        expected: 'the name of an arm',
        hint: suggestion(against, others),
      });
  }
  if (issues.length > 0) refuse(distinct(issues));
  for (const issue of form.checkArms(arms))
    issues.push({ ...issue, ...locate(context, issue.path!.split('.')) });
  for (const arm of arms) {
    const work = form.workOf(arm.world);
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
    tell: file.question.tell ?? [],
    horizonMonths: form.horizonMonths(file),
    replicates: file.question.replicates ?? 1000,
    seed: file.question.seed ?? file.name,
    arms,
    plans: file.plans,
    assumptions: form.assumptionsOf(raw, baseOnly, set),
    warnings: form.warningsOf(arms),
    resolved: raw,
    hash: hashOf(raw),
  };
}

/** What an arm cannot override: it belongs to the scenario as a whole. */
const NOT_IN_ARMS = new Set([
  'arms',
  'extends',
  'schemaVersion',
  'name',
  'about',
  'question',
  '$schema',
  'world',
]);

/** What is wrong with the path of an override, if anything. */
export function wrongPath(path: string): string | undefined {
  const steps = path.split('.', 14);
  if (path.length > 200 || steps.length > 12) return 'a path of at most 12 names';
  if (steps.some((step) => step === '' || FORBIDDEN_KEYS.has(step)))
    return 'names joined by dots, such as sales.reps';
  return undefined;
}

/** Most arms, plans, people, other named entries and overrides of one arm. */
const MAX_ENTRIES = 100;

/** Refuses tables with more entries than anybody would write by hand, before they cost time. */
function refuseCrowds<File extends CommonFile, World>(
  form: Form<File, World>,
  raw: Record<string, unknown>,
  context: Context,
): void {
  const tables: (readonly [path: string[], table: unknown])[] = [
    ...['arms', 'plans', 'people'].map((name): [string[], unknown] => [[name], raw[name]]),
    ...form.crowds(raw),
  ];
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

/** The file as its schema has it; all issues at once where it is not. */
function validate<File extends CommonFile, World>(
  form: Form<File, World>,
  raw: Record<string, unknown>,
  context: Context,
): File {
  const result = form.schema.safeParse(raw);
  if (result.success) return result.data;
  const issues = issuesFromZod(form, result.error, raw, (path, key) => locate(context, path, key));
  // Mistakes of form must not hide mistakes of meaning: plans that are well formed are read all the same.
  for (const [name, plan] of Object.entries(isTable(raw.plans) ? raw.plans : {}))
    issues.push(...form.checkPlan(name, plan, raw, (path) => locate(context, path)));
  refuse(distinct(issues));
}
