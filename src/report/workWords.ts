import type { ArmResult, Bundle, Incentives, PersonWork, TaskHours } from '../experiments/result/bundle.ts';
import { quoted } from './format.ts';
import { personWords } from './people.ts';
import { capital, inSentence, joined } from './words.ts';

/** Least change of hours that is told: as a part of those before, and in hours a month. */
const LEAST = { part: 0.1, hours: 2 };
/** Most tasks that are named of one person, and in a comparison of two plans. */
const MOST = 2;
const MOST_AFTER_CHANGE = 5;

/** A task whose hours differ. */
export interface Shift {
  readonly person: string;
  readonly title: string;
  readonly hours: number;
  readonly before: number;
}

/**
 * What a person works more and less on than without a bonus.
 *
 * @example 'The director spends 65 hours a month on nurturing and qualifying (50 without a bonus).'
 */
export function workUnder(person: Incentives): string[] {
  const shifts = shiftsOf(
    person.person,
    person.work.map((task) => [task, task.baselineHoursPerMonth]),
  ).slice(0, MOST);
  if (shifts.length === 0) return [];
  return [`${capital(listed(shifts, 'without a bonus'))}.`];
}

/**
 * What a person works more and less on than before.
 *
 * @example 'the director spends 65 hours a month on nurturing (50 before)'
 */
export function workSince(
  person: string,
  after: readonly TaskHours[],
  before: readonly TaskHours[],
): string | undefined {
  const shifts = shiftsOf(person, pairsOf(after, before)).slice(0, MOST);
  return shifts.length === 0 ? undefined : listed(shifts, 'before');
}

/** Each task with its hours before. */
function pairsOf(
  after: readonly TaskHours[],
  before: readonly TaskHours[],
): (readonly [TaskHours, number])[] {
  return after.map((task) => [
    task,
    before.find(({ tactic }) => tactic === task.tactic)?.hoursPerMonth ?? NaN,
  ]);
}

/**
 * The tasks to which people give other hours under an arm than under another, most hours first.
 *
 * @example 'Under “salary” the director spends 50 hours a month on nurturing (23 under “fluff”).'
 */
export function workShifted(bundle: Bundle, name: string, from: string): string[] {
  const shifts = shiftsBetween(bundle, [name, from], ({ incentives = [] }) => incentives).slice(0, MOST);
  return inWords(shifts, name, from);
}

/** The same for the months since a change of plans, with more of the tasks. */
export function workShiftedAfterChange(bundle: Bundle, name: string, from: string): string[] {
  const shifts = shiftsBetween(bundle, [name, from], ({ workAfterChange = [] }) => workAfterChange);
  return inWords(shifts.slice(0, MOST_AFTER_CHANGE), name, from);
}

/** The task that loses most hours after a change of plans, and whose it is. */
export function mostLostAfterChange(bundle: Bundle, name: string, from: string): Shift | undefined {
  const shifts = shiftsBetween(bundle, [name, from], ({ workAfterChange = [] }) => workAfterChange);
  return shifts.find(({ hours, before }) => hours < before);
}

/** Changes of hours of everybody between two arms, largest first. */
function shiftsBetween(
  { arms }: Bundle,
  names: readonly [string, string],
  workUnder: (arm: ArmResult) => readonly PersonWork[],
): Shift[] {
  const [arm, other] = names.map((name) => arms.find((found) => found.name === name));
  if (arm === undefined || other === undefined) return [];
  return workUnder(arm)
    .flatMap(({ person, work }) => {
      const before = workUnder(other).find((each) => each.person === person)?.work ?? [];
      return shiftsOf(person, pairsOf(work, before));
    })
    .sort(bySize);
}

function inWords(shifts: readonly Shift[], name: string, from: string): string[] {
  if (shifts.length === 0) return [];
  const of = (person: string) => shifts.filter((shift) => shift.person === person);
  const who = [...new Set(shifts.map(({ person }) => person))].map((person, i) =>
    listed(of(person), i === 0 ? `under ${quoted(from)}` : ''),
  );
  return [`Under ${quoted(name)} ${joined(who)}.`];
}

/** What a person spends hours on. `than` says what the hours in brackets are, once for all tasks. */
function listed(shifts: readonly Shift[], than: string): string {
  const parts = shifts.map(({ title, hours, before }, i) =>
    i === 0 && than !== ''
      ? `${hoursOf(hours)} hours a month on ${title} (${hoursOf(before)} ${than})`
      : `${hoursOf(hours)} on ${title} (${hoursOf(before)})`,
  );
  return `${personWords(shifts[0].person)} spends ${joined(parts)}`;
}

function shiftsOf(person: string, tasks: readonly (readonly [task: TaskHours, before: number])[]): Shift[] {
  return tasks
    .flatMap(([{ title, hoursPerMonth: hours }, before]): Shift[] => {
      const change = Math.abs(hours - before);
      return change >= LEAST.part * before && change >= LEAST.hours
        ? [{ person, title: inSentence(title), hours, before }]
        : [];
    })
    .sort(bySize);
}

function bySize(one: Shift, other: Shift): number {
  return Math.abs(other.hours - other.before) - Math.abs(one.hours - one.before);
}

function hoursOf(hours: number): string {
  return String(Math.round(hours));
}
