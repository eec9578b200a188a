import { ownValue } from '../core/ownValue.ts';
import { MONTHS_IN, type Payout, type PlanComponent } from '../model/plan.ts';
import { componentCurve } from '../plans/componentCurve.ts';
import { payoutAt } from '../plans/payoutCurve.ts';
import { partInWords } from '../report/componentWords.ts';
import { titleOf } from '../report/format.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import type { Beliefs } from '../worlds/revenue/contract/beliefs.ts';
import { honestLevel, measureField } from './measures.ts';
import type { Field, FormPart, PlanForm } from './protocol.ts';

/** Steps in a range. */
const STEPS = 100;

type Table = Readonly<Record<string, unknown>>;

/**
 * The pay of everybody under a plan as fields; values from the scenario as changed, and as written.
 *
 * @param beliefs what was measured in the company, if it was
 */
export function formsOf(plan: string, now: Table, written: Table, beliefs?: Beliefs): PlanForm[] {
  const people = tableAt(now, ['plans', plan]);
  return Object.keys(people).map((person) => {
    const root = ['plans', plan, person];
    const at = (...path: string[]) => ({
      path: [...root, ...path].join('.'),
      value: valueAt(now, [...root, ...path]),
      written: valueAt(written, [...root, ...path]),
    });
    const pay = [
      money(at('baseUsdPerYear'), 'Salary a year'),
      money(at('bonusUsdPerYear'), 'Target bonus a year'),
      share(at('commission', 'rateShare'), 'Commission rate', 0.5),
    ].flat();
    const components = (ownValue(tableAt(now, root), 'components') ?? []) as readonly Table[];
    const weights = components.map((_, i) => [...root, 'components', String(i), 'weightShare'].join('.'));
    const parts = components.map((component, i): FormPart => {
      const inside = (key: string) => at('components', String(i), key);
      const curve = curveOf(component as unknown as PlanComponent, pay);
      const exchanged = measure(person, at('components', String(i)), now, beliefs);
      return {
        title: `${metricTitle(String(component.metric))}${partInWords(component as unknown as PlanComponent)}`,
        ...(curve === undefined ? {} : { curve }),
        fields: [
          ...exchanged,
          amount(inside('target'), 'Target', unitOf(String(component.metric)), {
            middle: targetWith(exchanged, component.metric),
            usual: usualLevel(component as unknown as PlanComponent, beliefs),
            writtenUnit: unitOf(String(inside('metric').written)),
          }),
          share(inside('weightShare'), 'Weight', 1).map((field) => ({
            ...field,
            shares: weights.filter((path) => path !== field.path),
          })),
          periods(inside('period')),
          curves(inside('payout')),
        ].flat(),
      };
    });
    return {
      plan,
      person,
      parts: [{ title: 'Salary and bonus', fields: pay }, ...parts].filter(({ fields }) => fields.length > 0),
    };
  });
}

/** The measure of a marketer's component, if nothing else in it depends on the metric. */
function measure(person: string, found: Found, now: Table, beliefs: Beliefs | undefined): Field[] {
  const [value, written] = [found.value, found.written] as Partial<PlanComponent>[];
  const roles = Object.values(tableAt(now, ['people'])).map((each) => String((each as Table).role));
  const own = String(tableAt(now, ['people', person]).role);
  const isPlain = [value, written].every(
    (each) => typeof each?.target === 'number' && !hangsOnMetric(each.payout) && isOfCompany(each),
  );
  if (!isPlain || ROLES.find(({ id }) => id === own)?.mind !== 'planner') return [];
  const { metric, period } = value as PlanComponent;
  const before = (written as PlanComponent).metric;
  return measureField({ path: found.path, metric, written: before, period }, roles, beliefs);
}

/** Whether a component pays on the level of a metric of the whole company. */
function isOfCompany({ of: part, basis, scope }: Partial<PlanComponent>): boolean {
  return part === undefined && basis !== 'growth' && scope !== 'own';
}

/** The level of a component's metric without gaming, if it was measured. */
function usualLevel(component: PlanComponent, beliefs: Beliefs | undefined): number | undefined {
  if (beliefs === undefined || !isOfCompany(component)) return undefined;
  return honestLevel(component.metric, MONTHS_IN[component.period], beliefs);
}

/** Whether a plan pays nobody for a measure. */
export function paysNoMeasure(plan: string, now: Table): boolean {
  return Object.values(tableAt(now, ['plans', plan])).every((pay) => {
    const { components, judged } = pay as Table;
    return judged === undefined && (!Array.isArray(components) || components.length === 0);
  });
}

/** Steps of a drawn payout curve, and the result up to which it is drawn, as a share of the target. */
const CURVE_STEPS = 150;
const MOST_RESULT = 1.5;

/** Dollars a period for results from 0 to 150% of the target. */
function curveOf(component: PlanComponent, pay: readonly Field[]): number[] | undefined {
  const { target, metric, payout } = component;
  const bonus = pay.find(({ path }) => path.endsWith('.bonusUsdPerYear'))?.value;
  if (typeof bonus !== 'number' || typeof target !== 'number') return undefined;
  if (hangsOnMetric(payout)) return undefined;
  const direction = METRICS.find(({ id }) => id === metric)?.direction;
  const curve = componentCurve(component, bonus, direction === 'lower');
  return Array.from({ length: CURVE_STEPS + 1 }, (_, step) =>
    payoutAt(curve, (target * MOST_RESULT * step) / CURVE_STEPS),
  );
}

interface Found {
  readonly path: string;
  readonly value: unknown;
  readonly written: unknown;
}

/** Whether a payout is by the unit of its metric, or by levels of another. */
function hangsOnMetric(payout: Payout | undefined): boolean {
  return typeof payout === 'object' && ('matrix' in payout || 'perUnitUsd' in payout);
}

/** The target that comes with a measure in the place of the written one. */
function targetWith(exchanged: readonly Field[], metric: unknown): number | undefined {
  const also = exchanged[0]?.choices?.find(({ value }) => value === metric)?.also ?? {};
  const [target] = Object.values(also);
  return typeof target === 'number' ? target : undefined;
}

function amount(
  { path, value, written }: Found,
  label: string,
  unit: string,
  {
    middle,
    usual,
    writtenUnit = unit,
  }: { readonly middle?: number; readonly usual?: number; readonly writtenUnit?: string } = {},
): Field[] {
  if (typeof value !== 'number' || typeof written !== 'number') return [];
  const about = middle ?? written;
  return [
    {
      path,
      label,
      unit,
      value,
      written,
      ...(writtenUnit === unit ? {} : { writtenUnit }),
      ...(usual === undefined ? {} : { usual }),
      range: rangeOf(0.1 * about, 2 * about || 1, about),
    },
  ];
}

function money(found: Found, label: string): Field[] {
  return amount(found, label, 'USD');
}

function share({ path, value, written }: Found, label: string, high: number): Field[] {
  if (typeof value !== 'number' || typeof written !== 'number') return [];
  return [{ path, label, unit: 'share', value, written, range: { low: 0, high, step: 0.01 } }];
}

function periods({ path, value, written }: Found): Field[] {
  if (typeof value !== 'string' || typeof written !== 'string') return [];
  const choices = ['month', 'quarter', 'year'].map((each) => ({ label: each, value: each }));
  return [{ path, label: 'Paid each', unit: '', value, written, choices }];
}

/** Payout curves by name; one that is written otherwise is kept as a choice. */
const CURVES: readonly (readonly [string, unknown])[] = [
  ['all or nothing', 'cliff'],
  ['in proportion', 'linear'],
  ['in proportion, at most 150%', { linear: true, capShare: 1.5 }],
  ['in proportion from 80%', { linear: true, thresholdShare: 0.8 }],
];

function curves({ path, value, written }: Found): Field[] {
  if (value === undefined || (typeof value === 'object' && value !== null && 'perUnitUsd' in value))
    return [];
  const nameOf = (payout: unknown) =>
    CURVES.find(([, curve]) => JSON.stringify(curve) === JSON.stringify(payout))?.[0] ?? 'as in the file';
  const own = CURVES.some(([name]) => name === nameOf(written)) ? [] : [['as in the file', written] as const];
  return [
    {
      path,
      label: 'Payout',
      unit: '',
      value: nameOf(value),
      written: nameOf(written),
      choices: [...CURVES, ...own].map(([label, curve]) => ({ label, value: curve })),
    },
  ];
}

/** A range with both its ends and the written value in it. */
export function rangeOf(low: number, high: number, written: number): NonNullable<Field['range']> {
  const ends = [Math.min(low, written), Math.max(high, written)] as const;
  return { low: ends[0], high: ends[1], step: stepOf((ends[1] - ends[0]) / STEPS) };
}

/** The largest of 1, 2 and 5 times a power of ten that is not above a number. */
function stepOf(about: number): number {
  const power = 10 ** Math.floor(Math.log10(about));
  const times = [5, 2, 1].find((each) => each * power <= about * 1.000001) ?? 1;
  return Number((times * power).toPrecision(1));
}

function metricTitle(id: string): string {
  return METRICS.find((metric) => metric.id === id)?.title ?? titleOf(id);
}

function unitOf(id: string): string {
  return METRICS.find((metric) => metric.id === id)?.unit ?? '';
}

function valueAt(table: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? ownValue(at as Record<string, unknown>, key) : undefined,
    table,
  );
}

function tableAt(table: Table, path: readonly string[]): Table {
  const found = valueAt(table, path);
  return typeof found === 'object' && found !== null ? (found as Table) : {};
}
