import type { ArmResult, Bundle, Contrast } from '../experiments/result/bundle.ts';
import { outcomesDuring } from '../worlds/revenue/catalogue/outcomes/during.ts';
import { formatDifference, formatValue, titleOf } from './format.ts';
import type { Table } from './tables.ts';

/** Titles of outcomes of some months after a change of plans: see `outcomesDuring`. */
const TITLE = /^Months (\d+) to (\d+): (.+)$/;
/** What is measured in each quarter, in order. */
const MEASURES = outcomesDuring({ from: 0, months: 1 });
const NONE = '–';

/** An outcome of some months, as arms have it. */
export interface Measured {
  readonly id: string;
  readonly measure: string;
  readonly months: string;
  readonly first: number;
}

/** What is measured after a change of plans, quarter by quarter; empty if no plan changes. */
export function measuredIn({ arms }: Bundle): Measured[] {
  const found = new Map<string, Measured>();
  for (const { outcomes } of arms)
    for (const [id, { title }] of Object.entries(outcomes)) {
      const [, first, last, measure] = TITLE.exec(title) ?? [];
      if (measure !== undefined)
        found.set(id, { id, measure, months: `months ${first} to ${last}`, first: Number(first) });
    }
  const order = (measure: string) => MEASURES.findIndex(({ title }) => title.endsWith(`: ${measure}`));
  return [...found.values()].sort((a, b) => order(a.measure) - order(b.measure) || a.first - b.first);
}

/** A difference of two arms, if its interval for all arms together leaves no doubt of its sign. */
export function clearDifference(contrast: Contrast | undefined, id: string): number | undefined {
  const difference = contrast?.outcomes[id];
  if (difference === undefined) return undefined;
  const [low, high] = difference.ci95Simultaneous;
  return low > 0 || high < 0 ? difference.meanDifference : undefined;
}

/** The quarters after a change of plans, arm by arm; empty if no plan changes. */
export function changeTables(bundle: Bundle): Table[] {
  const all = measuredIn(bundle);
  const quarters = [...new Set(all.map(({ months }) => months))];
  if (all.length === 0) return [];
  const measures = MEASURES.map(({ title }) => title.replace(TITLE, '$3'));
  const cellOf = (arm: ArmResult, measure: string, months: string) => {
    const id = all.find((each) => each.measure === measure && each.months === months)?.id ?? '';
    const outcome = arm.outcomes[id];
    if (outcome === undefined) return NONE;
    const contrast = bundle.contrasts.find((each) => each.arm === arm.name);
    const change = clearDifference(contrast, id);
    const beside = change === undefined ? '' : ` (${formatDifference(change, outcome.unit)})`;
    return `${formatValue(outcome.mean, outcome.unit)}${beside}`;
  };
  const tables = measures.map((measure) => ({
    title: `After the change: ${measure}`,
    note: noteOf(measure),
    head: ['Plan', ...quarters],
    rows: bundle.arms
      .map((arm) => [titleOf(arm.name), ...quarters.map((months) => cellOf(arm, measure, months))])
      .filter((row) => row.slice(1).some((value) => value !== NONE)),
  }));
  return tables.filter(({ rows }) => rows.length > 0);
}

/** What a measure is, and how to read its table. */
function noteOf(measure: string): string {
  const { about } = MEASURES.find(({ title }) => title.endsWith(`: ${measure}`))!;
  return (
    `${about} In brackets: difference from the comparison plan, where its simultaneous 95% interval excludes ` +
    'zero.'
  );
}
