import type { Issue } from '../core/errors.ts';
import { hashOf } from '../core/hash.ts';
import { refuse, showValue } from '../core/messages.ts';
import { refuseCrowds } from './crowds.ts';
import type { SourceDocument } from './document.ts';
import { extendPlans } from './extendPlans.ts';
import type { ArmTable, CommonFile, Form } from './form.ts';
import { issuesFromZod } from './issuesFromZod.ts';
import { isTable } from './merge.ts';
import { observedOf } from './observedSchema.ts';
import { type Context, distinct, locate, locateOverride, suggestion, textAt } from './places.ts';
import { ArmResolver } from './resolveArm.ts';
import type { ArmOf, ScenarioOf } from './scenario.ts';

/** A scenario merged with its bases and the command's overrides. */
export interface Merged {
  readonly raw: Record<string, unknown>;
  /** The same without the overrides. */
  readonly written: Record<string, unknown>;
  /** The bases alone. */
  readonly baseOnly: Record<string, unknown>;
  readonly sources: readonly SourceDocument[];
  readonly set: Readonly<Record<string, unknown>>;
  readonly warnings: readonly string[];
}

/** Checks a merged file and resolves every arm, for one kind of world. */
export function resolveScenario<File extends CommonFile, World>(
  form: Form<File, World>,
  merged: Merged,
): Omit<ScenarioOf<string, World>, 'kind'> {
  const { baseOnly, sources, set } = merged;
  const context: Context = { sources, set };
  refuseCrowds(form, merged.raw, context);
  const raw = extendPlans(merged.raw, sources, set);
  const file = validate(form, raw, context);
  const armTable: ArmTable =
    file.arms ?? Object.fromEntries(Object.keys(file.plans).map((plan) => [plan, { plan }]));
  const resolver = new ArmResolver(form, { file, raw, written: merged.written }, context);
  for (const [name, arm] of Object.entries(armTable)) resolver.add(name, arm);
  const { arms, issues } = resolver;
  if (arms.length === 0 && issues.length === 0) {
    const place = file.arms === undefined ? 'plans' : 'arms';
    issues.push({
      code: 'missing',
      ...locate(context, [place]),
      path: place,
      expected: 'at least one entry',
    });
  }
  issues.push(...checkUnusedPlans(form, file, raw, armTable, context));
  const reference = file.question.reference ?? arms[0]?.name;
  issues.push(...checkReferences(armTable, reference, context));
  issues.push(...checkObserved(file, armTable, context));
  issues.push(...checkTitles(file, armTable, baseOnly, context));
  if (issues.length > 0) refuse(distinct(issues));
  for (const issue of form.checkArms(arms))
    issues.push({ ...issue, ...locate(context, issue.path!.split('.')) });
  issues.push(...arms.flatMap((arm) => checkWork(form, arm, context)));
  if (issues.length > 0) refuse(distinct(issues));
  const today = arms.find(({ name }) => name === reference)?.world;
  const { payBudgetUsdPerYear } = file.question;
  const observed = observedOf(file.observed);
  return {
    name: file.name,
    about: file.about,
    outcome: file.question.outcome,
    reference: reference!,
    tell: file.question.tell ?? [],
    ...(payBudgetUsdPerYear === undefined ? {} : { payBudgetUsdPerYear }),
    ...(observed === undefined ? {} : { observed }),
    horizonMonths: form.horizonMonths(file),
    replicates: file.question.replicates ?? 1000,
    seed: file.question.seed ?? file.name,
    arms: arms.map((arm) => ({ ...arm, today })),
    plans: file.plans,
    assumptions: form.assumptionsOf(raw, baseOnly, set),
    warnings: [
      ...merged.warnings,
      ...limitsOf(file),
      ...form.warningsOf(arms, (path) => textAt(context, path)),
    ],
    resolved: raw,
    hash: hashOf(raw),
  };
}

/** Parses the file with its schema; throws all issues at once if it does not match. */
function validate<File extends CommonFile, World>(
  form: Form<File, World>,
  raw: Record<string, unknown>,
  context: Context,
): File {
  const result = form.schema.safeParse(raw);
  if (result.success) return result.data;
  const issues = issuesFromZod(form, result.error, raw, (path, key) => locate(context, path, key));
  // Well-formed plans are checked in any case, so that errors of form do not hide errors of meaning.
  for (const [name, plan] of Object.entries(isTable(raw.plans) ? raw.plans : {}))
    issues.push(...form.checkPlan(name, plan, raw, (path) => locate(context, path)));
  refuse(distinct(issues));
}

/** Plans without an arm are checked too. */
function checkUnusedPlans<File extends CommonFile, World>(
  form: Form<File, World>,
  file: File,
  raw: Record<string, unknown>,
  arms: ArmTable,
  context: Context,
): Issue[] {
  const used = new Set(Object.values(arms).flatMap((arm) => [arm.plan, arm.later?.plan ?? arm.plan]));
  return Object.entries(file.plans).flatMap(([name, plan]) =>
    used.has(name) ? [] : form.checkPlan(name, plan, raw, (path) => locate(context, path)),
  );
}

/** What the scenario leaves out, as it says itself. */
function limitsOf({ limits }: CommonFile): string[] {
  return limits === undefined ? [] : [limits];
}

/** Checks the arm that observed figures are of. */
function checkObserved({ observed }: CommonFile, arms: ArmTable, context: Context): Issue[] {
  if (observed === undefined) return [];
  if (observedOf(observed) === undefined)
    return [
      {
        code: 'missing',
        ...locate(context, ['observed']),
        path: 'observed',
        expected: 'at least one figure, such as winsPerMonth',
      },
    ];
  const { arm } = observed;
  const names = Object.keys(arms);
  if (typeof arm !== 'string' || names.includes(arm)) return [];
  return [
    {
      code: 'dangling-reference',
      ...locate(context, ['observed', 'arm']),
      path: 'observed.arm',
      got: showValue(arm),
      expected: 'the name of an arm',
      hint: suggestion(arm, names),
    },
  ];
}

/** Checks the arms named as references. */
function checkReferences(arms: ArmTable, reference: string | undefined, context: Context): Issue[] {
  const names = Object.keys(arms);
  const issues: Issue[] = [];
  if (reference !== undefined && !names.includes(reference))
    issues.push({
      code: 'dangling-reference',
      ...locate(context, ['question', 'reference']),
      path: 'question.reference',
      got: showValue(reference),
      expected: 'the name of an arm',
      hint: suggestion(reference, names),
    });
  for (const [name, { against }] of Object.entries(arms)) {
    // The reference is compared with nothing, even if its base file compared it with another arm.
    if (against === undefined || name === reference) continue;
    const path = ['arms', name, 'against'];
    const at = { ...locate(context, path), path: path.join('.'), got: showValue(against) };
    if (against === name) issues.push({ code: 'inconsistent', ...at, expected: 'another arm' });
    else if (!names.includes(against))
      issues.push({
        code: 'dangling-reference',
        ...at,
        expected: 'the name of an arm',
        hint: suggestion(
          against,
          names.filter((other) => other !== name),
        ),
      });
  }
  return issues;
}

/**
 * Checks that titles are those of plans or arms, and that no two of them read alike. Titles of a base may be
 * of arms that the file does not have.
 */
function checkTitles(
  { titles = {}, plans }: CommonFile,
  arms: ArmTable,
  base: Readonly<Record<string, unknown>>,
  context: Context,
): Issue[] {
  const inherited = (base.titles ?? {}) as Readonly<Record<string, unknown>>;
  const names = [...new Set([...Object.keys(plans), ...Object.keys(arms)])];
  const taken = new Map<string, string>();
  return Object.entries(titles).flatMap(([name, title]): Issue[] => {
    const at = { ...locate(context, ['titles', name]), path: `titles.${name}` };
    if (!names.includes(name) && inherited[name] === title) return [];
    if (!names.includes(name))
      return [
        {
          code: 'dangling-reference',
          ...at,
          got: showValue(name),
          expected: 'the name of a plan or an arm',
          hint: suggestion(name, names),
        },
      ];
    const other = taken.get(title) ?? names.find((each) => each === title && each !== name);
    taken.set(title, name);
    return other === undefined
      ? []
      : [
          {
            code: 'inconsistent',
            ...at,
            got: showValue(title),
            expected: `a title other than that of ${other}`,
          },
        ];
  });
}

function checkWork<File extends CommonFile, World>(
  form: Form<File, World>,
  arm: ArmOf<World>,
  context: Context,
): Issue[] {
  const work = form.workOf(arm.world);
  if (work === undefined) return [];
  const paths = Object.keys(arm.set);
  const isSet = paths.some((path) => work.path?.startsWith(path));
  return [
    {
      ...work,
      ...locateOverride(context, arm.name, paths, work.path?.split('.') ?? [], false),
      path: isSet ? `arms.${arm.name}.set.${work.path}` : work.path,
    },
  ];
}
