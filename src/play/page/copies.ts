import type { View } from '../protocol.ts';
import { WORDS } from '../words.ts';
import type { Choice } from './choice.ts';

/**
 * A choice with one more arm, on a copy of an arm's plan as it stands; people and company are those of the
 * arm. With as many arms as can be compared, the last one makes room.
 */
export function withCopy({ set, arms }: Choice, view: View, of: string, mostArms: number): Choice {
  const source = view.arms.find(({ name }) => name === of);
  if (source?.pay === undefined) return { set, arms };
  const taken = view.arms.map(({ name }) => name);
  let count = 1;
  while (taken.includes(`copy-${count}`)) count++;
  const name = `copy-${count}`;
  const titles = view.arms.map(({ title }) => title);
  const title = freeTitle(WORDS.copyOf(source.title), titles);
  const kept = arms.length < mostArms ? arms : arms.slice(0, -1);
  return {
    set: {
      ...set,
      [`plans.${name}`]: source.pay,
      [`arms.${name}`]: { plan: name, ...source.setting },
      [`titles.${name}`]: title,
    },
    arms: [...kept, name],
  };
}

/** A choice without an arm that was copied, and without its changes. */
export function withoutCopy({ set, arms }: Choice, name: string): Choice {
  const isOfIt = (path: string) =>
    path === `arms.${name}` || path === `titles.${name}` || `${path}.`.startsWith(`plans.${name}.`);
  return {
    set: Object.fromEntries(Object.entries(set).filter(([path]) => !isOfIt(path))),
    arms: arms.filter((each) => each !== name),
  };
}

/** A choice in which a copied plan has another title; nothing changes for an empty or a taken one. */
export function withTitle({ set, arms }: Choice, view: View, name: string, title: string): Choice {
  const isTaken = view.arms.some((arm) => arm.name !== name && arm.title === title);
  if (title === '' || isTaken) return { set, arms };
  return { set: { ...set, [`titles.${name}`]: title }, arms };
}

function freeTitle(wanted: string, taken: readonly string[]): string {
  let title = wanted;
  for (let count = 2; taken.includes(title); count++) title = `${wanted} ${count}`;
  return title;
}
