import { MONTHS_IN, type Period } from '../model/plan.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import { compileMetric } from '../worlds/revenue/compile/metrics.ts';
import type { Beliefs } from '../worlds/revenue/contract/beliefs.ts';
import type { Field } from './protocol.ts';

/** Significant digits of a target that is proposed. */
const DIGITS = 2;

/** A component of a plan, as far as its measure can be exchanged. */
export interface Exchangeable {
  /** Dotted path of the component. */
  readonly path: string;
  readonly metric: string;
  readonly written: string;
  readonly period: Period;
}

/**
 * The measure of a component as a list of metrics that somebody in the company produces. Each comes with a
 * target at its ordinary level, so that the measure is exchanged rather than the difficulty.
 *
 * @param beliefs what was measured in this company; without it there is nothing to choose from
 */
export function measureField(
  { path, metric, written, period }: Exchangeable,
  roles: readonly string[],
  beliefs: Beliefs | undefined,
): Field[] {
  const minds = roles.map(mindOf);
  const offered = METRICS.filter(
    ({ id, producedBy }) => id === written || minds.includes(mindOf(producedBy)),
  );
  const choices = offered.flatMap(({ id, title }) => {
    if (id === written) return [{ label: title, value: id }];
    const target = beliefs && honestLevel(id, MONTHS_IN[period], beliefs);
    return target === undefined ? [] : [{ label: title, value: id, also: { [`${path}.target`]: target } }];
  });
  if (choices.length < 2) return [];
  const titleOf = (id: string) => METRICS.find((each) => each.id === id)?.title ?? id;
  return [
    {
      path: `${path}.metric`,
      label: 'Measure',
      unit: '',
      value: titleOf(metric),
      written: titleOf(written),
      choices,
    },
  ];
}

/**
 * What is reported on average in a period by people who do not game and are not paid for it, to two digits;
 * undefined if that is nothing.
 */
export function honestLevel(metric: string, months: number, { baseline }: Beliefs): number | undefined {
  const { numerator, denominator } = compileMetric(metric);
  const level = denominator < 0 ? months * baseline[numerator] : baseline[numerator] / baseline[denominator];
  return level > 0 && Number.isFinite(level) ? Number(level.toPrecision(DIGITS)) : undefined;
}

function mindOf(role: string): string | undefined {
  return ROLES.find(({ id }) => id === role)?.mind;
}
