import { type Parameter, parametersOf } from '../model/parameter.ts';
import { titleOf } from '../report/format.ts';
import { plainScale } from '../report/words.ts';
import type { Assumption, Scenario } from '../scenario/scenario.ts';
import { SECTIONS } from '../worlds/revenue/catalogue/sections.ts';
import { TACTICS } from '../worlds/revenue/catalogue/tactics/index.ts';
import { rangeOf } from './fields.ts';
import type { Field, View } from './protocol.ts';

/** Most knobs beside the plans. */
const MOST_KNOBS = 10;
/** Numbers that a workshop asks for first, if the scenario itself sets fewer than it could show. */
const FIRST: readonly string[] = [
  'governance.stage',
  'governance.auditRatePerMonth',
  'sales.sellingHoursPerDay',
  'sales.winShare',
  'sales.dealMeanUsd',
  'marketing.scoreNoiseSd',
  'customers.churnShare',
  'sales.effortCostTimes',
  'sales.coolingDays',
  'customers.unreadyChurnShare',
  'tactics.awareness.elasticity',
  'tactics.nurturing.elasticity',
];

/**
 * Inputs of the company that are shown as knobs: the most influential ones once they were tested; before
 * that, those that the scenario sets, then a list of common ones.
 *
 * @param weights by how much the difference between plans changes over the range of an input, by its path
 */
export function knobsOf(
  { assumptions }: Scenario,
  written: Scenario,
  weights: ReadonlyMap<string, string>,
): Field[] {
  const was = new Map(written.assumptions.map((each) => [each.path, each]));
  const parameters = new Map<string, Parameter>(parametersOf(SECTIONS));
  const knob = (each: Assumption): Field[] => {
    const before = was.get(each.path);
    if (before === undefined || typeof each.value === 'boolean' || typeof before.value === 'boolean')
      return [];
    const parameter = parameters.get(each.path);
    const weight = weights.get(each.path);
    const said = {
      path: each.path,
      label: COMPANY.find(([path]) => path === each.path)?.[1] ?? labelOf(each),
      about: each.about,
      unit: plainScale(each.unit),
      ...(weight === undefined ? {} : { weight }),
    };
    const values = { value: each.value, written: before.value };
    if (parameter?.kind === 'choice')
      return [{ ...said, ...values, choices: parameter.choices.map((value) => ({ label: value, value })) }];
    // A value beyond its range has none; the knob keeps that of the file.
    const { low, high, value } = before;
    if (low === undefined || high === undefined || typeof value !== 'number') return [];
    return [{ ...said, ...values, range: rangeOf(low, high, value) }];
  };
  const isSet = ({ path }: Assumption) => was.get(path)?.origin === 'scenario';
  const place = ({ path }: Assumption) => (FIRST.includes(path) ? FIRST.indexOf(path) : FIRST.length);
  const heavy = [...weights.keys()].flatMap((path) => assumptions.filter((each) => each.path === path));
  const first = assumptions.filter((each) => isSet(each) && !weights.has(each.path));
  const then = assumptions
    .filter((each) => !isSet(each) && !weights.has(each.path) && FIRST.includes(each.path))
    .sort((one, other) => place(one) - place(other));
  return [...heavy, ...first, ...then].flatMap(knob).slice(0, MOST_KNOBS);
}

/** Numbers of tactics and games are said with their names: a price alone does not tell of what. */
function labelOf({ path, about }: Assumption): string {
  const [section, id] = path.split('.');
  const name = section === 'tactics' ? TACTICS.find((tactic) => tactic.id === id)?.title : undefined;
  const label = shortOf(about);
  return name === undefined ? label : `${name}: ${label[0].toLowerCase()}${label.slice(1)}`;
}

/** The company in six numbers: what it sells, and who sells it. */
const COMPANY: readonly (readonly [path: string, label: string])[] = [
  ['sales.reps', 'Account executives'],
  ['sales.quotaUsdPerMonth', 'Quota of each'],
  ['sales.dealMeanUsd', 'Average deal'],
  ['sales.winShare', 'Opportunities won'],
  ['sales.cycleDays', 'Sales cycle'],
  ['customers.marginShare', 'Gross margin'],
];

/** Visits of each channel: where customers come from, which has to fit who sells to them. */
function visitsOf({ assumptions }: Scenario): (readonly [path: string, label: string])[] {
  return assumptions.flatMap(({ path }) => {
    const [, channel] = /^market\.channels\.([^.]+)\.visitsPerMonth$/.exec(path) ?? [];
    return channel === undefined ? [] : [[path, `Visits a month, ${titleOf(channel)}`] as const];
  });
}

/** From half of a number to twice as much, if it states no range. People are counted. */
function rangeAround({ low, high, unit }: Assumption, value: number): NonNullable<Field['range']> {
  if (unit !== 'people') return rangeOf(low ?? value / 2, high ?? 2 * value, value);
  return { low: 1, high: Math.max(2, 4 * value), step: 1 };
}

/** @param knobs fields that may be numbers of the company too */
export function companyOf(
  { assumptions }: Scenario,
  written: Scenario,
  knobs: readonly Field[],
): View['company'] {
  return [...COMPANY, ...visitsOf(written)].flatMap(([path, label]): Field[] => {
    // A number that is a knob too is one field, shown at two places.
    const knob = knobs.find((each) => each.path === path);
    if (knob !== undefined) return [{ ...knob, label }];
    const now = assumptions.find((each) => each.path === path);
    const before = written.assumptions.find((each) => each.path === path);
    if (typeof now?.value !== 'number' || typeof before?.value !== 'number') return [];
    const range = rangeAround(before, before.value);
    return [
      { path, label, about: now.about, unit: now.unit, value: now.value, written: before.value, range },
    ];
  });
}

/** The first part of what a number means, short enough for a label; the whole is its explanation. */
export function shortOf(about: string): string {
  const [first] = about.replace(/ \([^)]*\)/g, '').split(/[,;:.](?= |$)/);
  return plainScale(first);
}
