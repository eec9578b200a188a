import type { Issue } from '../core/errors.ts';
import { refuse, showValue } from '../core/messages.ts';
import { ownValue } from '../core/ownValue.ts';
import { PLAN_PRESETS } from '../worlds/revenue/catalogue/plans/index.ts';
import type { SourceDocument } from './document.ts';
import { isTable, mergeOver } from './merge.ts';
import { locate, suggestion } from './places.ts';

/** Begins the name of a plan of the catalogue. */
const PREFIX = 'plan:';

/**
 * Resolves `extends:` inside plans: a plan may extend another plan of the merged file, or one of the
 * catalogue (`plan:NAME`), which pays everybody by role.
 */
export function extendPlans(
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
    const preset =
      typeof base === 'string' && base.startsWith(PREFIX) ? presetOf(base, raw.people) : undefined;
    if (preset !== undefined) {
      if ('pay' in preset) done[name] = mergeOver(preset.pay, own, ['plans', name]);
      else issues.push({ ...preset, ...at });
    } else if (typeof base !== 'string' || !Object.hasOwn(plans, base)) {
      const others = Object.keys(plans).filter((other) => other !== name);
      issues.push({
        code: 'dangling-reference',
        ...at,
        expected: 'the name of a plan',
        hint: typeof base === 'string' ? suggestion(base, others) : undefined,
      });
    } else if (trail.includes(base) || base === name || trail.length > 20) {
      issues.push({ code: 'inconsistent', ...at, expected: 'a plan that does not lead back to this one' });
    } else done[name] = mergeOver(resolve(base, [...trail, name]), own, ['plans', name]);
    return done[name];
  };
  for (const name of Object.keys(plans)) resolve(name, []);
  if (issues.length > 0) refuse(issues);
  return { ...raw, plans: done };
}

/** Pay of the people of a scenario under a plan of the catalogue, or what is wrong. */
function presetOf(
  reference: string,
  people: unknown,
): { readonly pay: Record<string, unknown> } | Pick<Issue, 'code' | 'expected' | 'hint'> {
  const id = reference.slice(PREFIX.length);
  const ids = PLAN_PRESETS.map((preset) => preset.id);
  const preset = PLAN_PRESETS.find((candidate) => candidate.id === id);
  if (preset === undefined)
    return {
      code: 'dangling-reference',
      expected: 'a plan of the catalogue (goodhart list plans)',
      hint: suggestion(id, ids),
    };
  const paid = Object.entries(isTable(people) ? people : {}).flatMap(([name, person]) => {
    const pay = isTable(person) ? ownValue(preset.roles, String(person.role)) : undefined;
    return pay === undefined ? [] : [[name, pay] as const];
  });
  if (paid.length === 0)
    return {
      code: 'inconsistent',
      expected: `somebody with the role ${Object.keys(preset.roles).join(' or ')} among the people`,
    };
  return { pay: Object.fromEntries(paid) };
}
