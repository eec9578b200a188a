import { canonicalJson } from '../core/canonicalJson.ts';
import { printable } from '../core/plainText.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { inCurrency, symbolOf } from './currency.ts';
import { formatUsd, formatValue, titleOf } from './format.ts';
import { planInWords } from './planWords.ts';
import { exactUsd } from './terms.ts';
import { textTable } from './textLayout.ts';
import { displayName } from './titled.ts';

type Assumption = Bundle['scenario']['assumptions'][number];

/** A scenario as far as it is compared. */
interface Scenario {
  readonly resolved: Readonly<Record<string, unknown>>;
  readonly assumptions: readonly Assumption[];
  readonly arms: readonly {
    readonly name: string;
    readonly plan: string;
    readonly set: Readonly<Record<string, unknown>>;
    readonly later?: { readonly fromMonth: number; readonly plan: string; readonly beliefs?: 'learning' };
  }[];
  readonly outcome: string;
  readonly reference: string;
  readonly horizonMonths: number;
  readonly replicates: number;
  readonly seed: string;
}

/** Two things that are compared: what they are called, and their sentences. */
interface Sides {
  readonly a: string;
  readonly b: string;
}

/** Cost of a plan at a share of every goal. */
export interface GoalCost {
  readonly share: number;
  readonly usdPerYear: number;
}

/**
 * What differs between two plans of a scenario: terms in words, and pay at goal.
 *
 * @param cost of each plan; empty where the world has no quotas
 */
export function planDifference(
  { resolved }: Scenario,
  { a, b }: Sides,
  cost: Readonly<Record<string, readonly GoalCost[]>>,
): string {
  const words = planInWords(resolved);
  const of = (name: string) => words.find(({ plan }) => plan === name)?.sentences ?? [];
  const nameOf = displayName(resolved);
  const named = { a: nameOf(a), b: nameOf(b) };
  const lines = [...sentenceLines(of(a), of(b), named), '', ...costLines([cost[a], cost[b]], named)];
  const { payBudgetUsdPerYear: budget } = (resolved.question ?? {}) as { payBudgetUsdPerYear?: number };
  if (budget !== undefined) lines.push('', `Budget: ${formatUsd(budget)} a year.`);
  return inCurrency(lines.join('\n').trimEnd(), symbolOf(resolved));
}

/** What differs between two scenarios: inputs, people, plans and arms. */
export function scenarioDifference(first: Scenario, second: Scenario, sides: Sides): string {
  const lines: string[] = [];
  const inputs = inputRows(first.assumptions, second.assumptions);
  if (inputs.length > 0)
    lines.push('', 'INPUTS', '', ...textTable(['input', sides.a, sides.b, 'unit'], inputs));
  const [one, other] = [planInWords(first.resolved), planInWords(second.resolved)];
  const names = [...new Set([...one, ...other].map(({ plan }) => plan))];
  for (const name of names) {
    const [a, b] = [one, other].map((plans) => plans.find(({ plan }) => plan === name)?.sentences);
    if (a === undefined || b === undefined) {
      lines.push('', `Plan ${titleOf(name)} is in ${printable(a === undefined ? sides.b : sides.a)} only.`);
      continue;
    }
    const changed = sentenceLines(a, b, sides);
    if (changed.length > 0) lines.push('', `PLAN ${titleOf(name).toUpperCase()}`, ...changed);
  }
  lines.push(...armLines(first, second, sides));
  lines.push(...questionLines(first, second, sides));
  return inCurrency(lines.length === 0 ? '\nNothing differs.' : lines.join('\n'), symbolOf(first.resolved));
}

/** Sentences of one side only. */
function sentenceLines(a: readonly string[], b: readonly string[], sides: Sides): string[] {
  const only = (own: readonly string[], other: readonly string[]) =>
    own.filter((sentence) => !other.includes(sentence));
  const block = (name: string, sentences: readonly string[]) =>
    sentences.length === 0
      ? []
      : ['', `  only ${printable(name)}:`, ...sentences.map((sentence) => `    ${printable(sentence)}`)];
  return [...block(sides.a, only(a, b)), ...block(sides.b, only(b, a))];
}

function costLines([one, other]: readonly (readonly GoalCost[])[], { a, b }: Sides): string[] {
  if (one.length === 0) return [];
  const rows = one.map(({ share, usdPerYear }, i) => {
    const second = other[i].usdPerYear;
    const change = second - usdPerYear;
    const sign = change > 0 ? '+' : '';
    return [
      `at ${formatValue(share, 'share')} of goal`,
      formatUsd(usdPerYear),
      formatUsd(second),
      Math.abs(change) < 0.5 ? 'the same' : `${sign}${formatUsd(change)}`,
    ];
  });
  return ['Pay of everybody in a year, salaries included:', '', ...textTable(['', a, b, 'difference'], rows)];
}

function inputRows(first: readonly Assumption[], second: readonly Assumption[]): string[][] {
  const other = new Map(second.map((item) => [item.path, item]));
  const known = new Set(first.map(({ path }) => path));
  const show = (item: Assumption | undefined) => {
    if (item === undefined) return '–';
    return item.unit === 'USD' && typeof item.value === 'number'
      ? exactUsd(item.value)
      : printable(String(item.value));
  };
  return [
    ...first.flatMap((item) => {
      const same = other.get(item.path);
      return same?.value === item.value ? [] : [[item.path, show(item), show(same), item.unit]];
    }),
    ...second.flatMap((item) => (known.has(item.path) ? [] : [[item.path, '–', show(item), item.unit]])),
  ];
}

function armLines(first: Scenario, second: Scenario, sides: Sides): string[] {
  const textOf = (scenario: Scenario, name: string) => {
    const arm = scenario.arms.find((each) => each.name === name);
    const { plan = '', fromMonth = 0, beliefs = '' } = arm?.later ?? {};
    return arm && canonicalJson([arm.plan, arm.set, plan, fromMonth, beliefs]);
  };
  const names = [...new Set([...first.arms, ...second.arms].map(({ name }) => name))];
  const lines = names.flatMap((name) => {
    const [a, b] = [textOf(first, name), textOf(second, name)];
    if (a === b) return [];
    const title = printable(name);
    if (a === undefined || b === undefined)
      return [`  ${title} is in ${printable(a === undefined ? sides.b : sides.a)} only`];
    return [`  ${title} has another plan or other values`];
  });
  return lines.length === 0 ? [] : ['', 'ARMS', ...lines];
}

function questionLines(first: Scenario, second: Scenario, sides: Sides): string[] {
  const rows = (
    [
      ['outcome', first.outcome, second.outcome],
      ['reference', first.reference, second.reference],
      ['months', first.horizonMonths, second.horizonMonths],
      ['runs', first.replicates, second.replicates],
      ['seed', first.seed, second.seed],
    ] as const
  ).filter(([, a, b]) => a !== b);
  if (rows.length === 0) return [];
  return [
    '',
    'QUESTION',
    '',
    ...textTable(
      ['', sides.a, sides.b],
      rows.map(([name, a, b]) => [name, printable(String(a)), printable(String(b))]),
    ),
  ];
}
