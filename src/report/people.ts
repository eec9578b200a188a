import type { Bundle } from '../experiments/result/bundle.ts';
import { payOutcomeOf } from '../worlds/revenue/catalogue/outcomes/people.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import { titleOf } from './format.ts';
import { capital } from './words.ts';

/** A person with outcomes of their own. */
export interface ReportedPerson {
  readonly name: string;
  /** Possessive in a title: `Director’s`. */
  readonly whose: string;
  /** Name in a sentence: `the director`, or `Ann`. */
  readonly words: string;
  readonly payId: string;
}

/** Everybody in a bundle with outcomes of their own, in scenario order. */
export function reportedPeople({ scenario }: Bundle): ReportedPerson[] {
  const people = Object.entries(
    (scenario.resolved.people ?? {}) as Record<string, { readonly role?: string }>,
  );
  return people.flatMap(([name, { role }]) => {
    const isPlanner = ROLES.find(({ id }) => id === role)?.mind === 'planner';
    if (!isPlanner) return [];
    return [
      { name, whose: `${capital(titleOf(name))}’s`, words: personWords(name), payId: payOutcomeOf(name) },
    ];
  });
}

/** Name of a person in a sentence; one with a word of a role's title in it is a noun and takes an article. */
export function personWords(name: string): string {
  const words = name.toLowerCase().split(/[-_ ]+/);
  const isNoun = ROLES.some(({ title }) => {
    const ofTitle = title.toLowerCase().split(' ');
    return words.some((word) => ofTitle.includes(word));
  });
  return isNoun ? `the ${words.join(' ')}` : capital(titleOf(name));
}
