import { isTable } from './merge.ts';

type Tree = Record<string, unknown>;

/** Names of the people that a file removes from its base: `people: { director: null }`. */
export function removedPeople({ people }: Readonly<Tree>): string[] {
  if (!isTable(people)) return [];
  return Object.entries(people).flatMap(([name, values]) => (values === null ? [name] : []));
}

/**
 * A file without the people that are null in it, and without their pay in its plans.
 *
 * @param own the file that removes them, whose own plans are left as written; by default, pay is removed from
 * all plans
 */
export function withoutRemoved(merged: Tree, own?: Readonly<Tree>): Tree {
  const removed = removedPeople(merged);
  if (removed.length === 0) return merged;
  const people = Object.entries(merged.people as Tree).filter(([name]) => !removed.includes(name));
  const ownPlans = isTable(own?.plans) ? own.plans : {};
  const plans = isTable(merged.plans) ? merged.plans : {};
  return {
    ...merged,
    people: Object.fromEntries(people),
    ...(isTable(merged.plans)
      ? {
          plans: Object.fromEntries(
            Object.entries(plans).map(([name, plan]) => [name, withoutPay(plan, removed, ownPlans[name])]),
          ),
        }
      : {}),
  };
}

function withoutPay(plan: unknown, removed: readonly string[], own: unknown): unknown {
  if (!isTable(plan)) return plan;
  const isKept = (name: string) => !removed.includes(name) || (isTable(own) && Object.hasOwn(own, name));
  return Object.fromEntries(Object.entries(plan).filter(([name]) => isKept(name)));
}
