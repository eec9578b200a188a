import type { Bundle, CurrencyCost } from '../experiments/result/bundle.ts';
import { formatInterval, formatUsd, formatValue, plural, quoted } from './format.ts';
import { gamingSentence, hollowParts, sellersGames } from './gamingSentence.ts';
import { effortSentence } from './textbookWords.ts';
import { inSentence, joined } from './words.ts';

/** Opening of a report: the outcomes listed in the scenario's `tell`, and the reference plan's result. */
export function opening(bundle: Bundle): string[] {
  const told = tellSentences(bundle);
  const plan = headline(bundle, told.length > 0);
  return plan === '' ? told : [...told, plan];
}

/**
 * Gaming or effort under the reference arm, and its effect on revenue, profit or surplus.
 *
 * @param isBesides whether other sentences precede it; it is then empty in a revenue world without gaming
 */
export function headline(bundle: Bundle, isBesides: boolean): string {
  const reference = bundle.arms.find((arm) => arm.name === bundle.scenario.reference) ?? bundle.arms[0];
  if (reference === undefined) return '';
  const textbook = bundle.scenario.world === 'textbook';
  if (isBesides && !textbook && hollowParts(reference).length === 0 && sellersGames(reference) === undefined)
    return '';
  const parts = [`In this model, ${textbook ? effortSentence(reference) : gamingSentence(reference)}`];
  const costs = bundle.misalignment.find((item) => item.arm === reference.name)?.costs;
  if (textbook) {
    const lost = costs?.surplusUsd?.gaming.meanDifference ?? 0;
    if (lost > 0)
      parts.push(
        `Without gaming, the same agents would have left ${formatUsd(lost)} more for firm and ` +
          'agents to share.',
      );
    if (lost < 0)
      parts.push(`Here gaming does no harm: without it there would be ${formatUsd(-lost)} less to share.`);
    return parts.join(' ');
  }
  const said =
    costs?.revenueUsd === undefined ? undefined : withoutGaming(costs.revenueUsd.gaming, 'revenue');
  if (said !== undefined) parts.push(said);
  // Profit, if it is the primary outcome, comes last where revenue points the other way.
  const profit = bundle.scenario.outcome === 'profitUsd' ? costs?.profitUsd?.gaming : undefined;
  if (
    profit !== undefined &&
    isTold(profit) &&
    profit.meanDifference > 0 !== (costs?.revenueUsd?.gaming.meanDifference ?? 0) > 0
  )
    parts.push(
      `Profit would have been ${formatUsd(Math.abs(profit.meanDifference))} ` +
        `${profit.meanDifference > 0 ? 'higher' : 'lower'}.`,
    );
  return parts.join(' ');
}

/** Result of the same people under the same random draws without gaming; undefined if equal in every run. */
function withoutGaming(cost: CurrencyCost['gaming'], name: string): string | undefined {
  if (isTold(cost) && cost.meanDifference > 0)
    return (
      'Without gaming, the same people with the same chance events would have brought in ' +
      `${formatUsd(cost.meanDifference)} more ${name} (${formatInterval(cost.ci95, 'USD')}).`
    );
  if (isTold(cost) && cost.meanDifference < 0)
    return (
      `Here gaming does no harm to ${name}: without it, ${name} would have been ` +
      `${formatUsd(-cost.meanDifference)} lower (` +
      `${formatInterval([-cost.ci95[1], -cost.ci95[0]], 'USD')}).`
    );
  return cost.se > 0
    ? `Whether gaming cost ${name} cannot be told from these runs (` +
        `${formatInterval(cost.ci95, 'USD', true)}).`
    : undefined;
}

/** Whether a difference is significant. */
function isTold({ ci95: [low, high] }: CurrencyCost['gaming']): boolean {
  return low > 0 || high < 0;
}

/** Number of arms that a sentence lists if it cannot list all. */
const TOLD_ARMS = 4;

/** Maximum number of arms of which a sentence lists all. */
const MOST_ARMS = 5;

/** Means of an outcome listed in `tell`, for every arm that has it; only the first arms if there are many. */
export function tellSentences({ arms, scenario }: Bundle): string[] {
  return (scenario.tell ?? []).flatMap((id) => {
    const defined = arms.flatMap(({ name, outcomes }) =>
      outcomes[id] === undefined ? [] : [{ name, ...outcomes[id] }],
    );
    if (defined.length === 0) return [];
    const values = defined.map(({ name, mean, unit }) => [formatValue(mean, unit), name] as const);
    const isSame = values.length === arms.length && values.every(([value]) => value === values[0][0]);
    const told = values.length <= MOST_ARMS ? values : values.slice(0, TOLD_ARMS);
    const means = isSame && arms.length > 2 ? [`${values[0][0]} under every plan`] : grouped(told);
    const rest = isSame ? 0 : values.length - told.length;
    return [
      `In this model, ${inSentence(defined[0].title)}: ${joined(means)}` +
        `${rest === 0 ? '' : ` (${plural(rest, 'more arm')} in the table)`}.`,
    ];
  });
}

/** Values with the names of all arms that have them, in order: `0.9 under “a” and “b”`. */
function grouped(values: readonly (readonly [value: string, name: string])[]): string[] {
  const names = new Map<string, string[]>();
  for (const [value, name] of values) names.set(value, [...(names.get(value) ?? []), quoted(name)]);
  return [...names].map(([value, all]) => `${value} under ${joined(all)}`);
}
