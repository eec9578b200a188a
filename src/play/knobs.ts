import { type Parameter, parametersOf } from '../model/parameter.ts';
import type { Assumption, Scenario } from '../scenario/scenario.ts';
import { SECTIONS } from '../worlds/revenue/catalogue/sections.ts';
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
      label: shortOf(each.about),
      about: each.about,
      unit: each.unit,
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

/** The company in six numbers: what it sells, and who sells it. */
const COMPANY: readonly (readonly [path: string, label: string])[] = [
  ['sales.reps', 'Account executives'],
  ['sales.quotaUsdPerMonth', 'Quota of each'],
  ['sales.dealMeanUsd', 'Average deal'],
  ['sales.winShare', 'Opportunities won'],
  ['sales.cycleDays', 'Sales cycle'],
  ['customers.marginShare', 'Gross margin'],
];

export function companyOf({ assumptions }: Scenario): View['company'] {
  return COMPANY.flatMap(([path, label]) => {
    const { value, unit = '' } = assumptions.find((each) => each.path === path) ?? {};
    return typeof value === 'number' ? [{ path, label, value, unit }] : [];
  });
}

/** The first part of what a number means, short enough for a label; the whole is its explanation. */
export function shortOf(about: string): string {
  const [first] = about.replace(/ \([^)]*\)/g, '').split(/[,;:.](?= |$)/);
  return first.replace('gaming at scale 1', 'gaming that doubles a number');
}
