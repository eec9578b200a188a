import type { Bundle, Contrast, CurrencyCost } from '../experiments/result/bundle.ts';
import { isChoice } from '../experiments/result/choice.ts';
import { formatDifference, formatInterval, formatValue, quoted } from './format.ts';
import { inSentence, joined } from './words.ts';

type Difference = CurrencyCost['gaming'];

/** Yardstick for the reference: the best policy found, a better arm, or the reference without gaming. */
type Yardstick = 'benchmark' | 'no gaming' | Contrast;

/**
 * Minimum cost that is stated as an amount in currencies other than dollars, as a share of the current level.
 * Smaller ones are only named, as hardly differing.
 */
const WORTH_SAYING = 0.02;

/** Objective of the benchmark; in words its profit is enough. */
const SURPLUS = 'surplusUsd';
const SATISFACTION = 'customer satisfaction';
const WHOSE_SATISFACTION =
  'Satisfaction falls with ready buyers whom nobody calls, and with customers who were sold to ' +
  'before they were ready.';

/** Cost of misalignment under the reference arm in words, and whether its yardstick is another arm. */
export interface Cost {
  readonly text: string;
  readonly isAgainstArm: boolean;
}

/**
 * Cost of misalignment under the reference arm, in every currency of its world. The yardstick is the
 * benchmark if it was run and no arm beats it. If an arm beats it, the yardstick is the most profitable arm
 * that the company could choose. If the benchmark was not run, or no such arm earns significantly more, the
 * yardstick is the reference without gaming.
 *
 * @returns undefined in a textbook world, without counterfactuals, and if nothing has a cost
 */
export function costOf(bundle: Bundle): Cost | undefined {
  const { scenario, arms, misalignment } = bundle;
  const costs = misalignment.find(({ arm }) => arm === scenario.reference)?.costs;
  const arm = arms.find(({ name }) => name === scenario.reference);
  if (costs === undefined || arm === undefined || scenario.world === 'textbook') return undefined;
  const yardstick = yardstickOf(bundle, Object.values(costs));
  const parts: string[] = [];
  const slight: string[] = [];
  let isSomething = false;
  for (const [id, cost] of Object.entries(costs)) {
    if (id === SURPLUS) continue;
    const difference = lossTo(yardstick, id, cost);
    if (difference === undefined) continue;
    const level = Math.abs(arm.outcomes[id]?.mean ?? 0);
    isSomething ||= difference.meanDifference !== 0 || difference.se > 0;
    const now =
      cost.unit === 'USD' || arm.outcomes[id] === undefined
        ? ''
        : ` (${formatValue(arm.outcomes[id].mean, cost.unit)} ` +
          `${id === 'marketShare' ? ofAccounts(bundle) : ''}as it is)`;
    const title =
      `${inSentence(arm.outcomes[id]?.title ?? id)}${now}` +
      `${id === 'profitUsd' ? ', renewals included,' : ''}`;
    if (cost.unit !== 'USD' && Math.abs(difference.meanDifference) < WORTH_SAYING * level) slight.push(title);
    else if (!isTold(difference)) parts.push(`${title} not distinguishable from zero`);
    else if (yardstick === 'no gaming' || !isTold(cost.gaming) || cost.gaming.se === 0)
      parts.push(`${title} ${amountOf(difference, cost.unit)}`);
    else
      parts.push(
        `${title} ${amountOf(difference, cost.unit)} (gaming alone: ` +
          `${dollarsOf(cost.gaming.meanDifference, cost.unit)})`,
      );
  }
  if (!isSomething) return undefined;
  // Added when satisfaction is mentioned.
  const reason = parts.some((part) => part.startsWith(SATISFACTION)) ? ` ${WHOSE_SATISFACTION}` : '';
  const gain = parts.some((part) => part.includes('−'))
    ? ' A minus says that there is more of it as it is.'
    : '';
  return {
    text:
      `${opening(yardstick, arm.name)}: ${joined(parts)}` +
      `${slight.length === 0 ? '' : `; ${joined(slight)} hardly ${slight.length === 1 ? 'differs' : 'differ'}`}.` +
      `${reason}${gain}`,
    isAgainstArm: typeof yardstick === 'object',
  };
}

function opening(yardstick: Yardstick, reference: string): string {
  const name = quoted(reference);
  if (yardstick === 'benchmark')
    return `What misalignment costs under ${name}, against the best company policy that was found`;
  if (yardstick === 'no gaming') return `What gaming costs under ${name}`;
  return (
    `What lies between ${name} and ${quoted(yardstick.arm)}, the most profitable arm here that ` +
    'takes no more than a decision (another plan or governance)'
  );
}

function yardstickOf(bundle: Bundle, costs: readonly CurrencyCost[]): Yardstick {
  if (costs.some(({ total }) => total === undefined)) return 'no gaming';
  return isBeaten(bundle) ? (bestChoice(bundle) ?? 'no gaming') : 'benchmark';
}

/** Loss of the reference relative to its yardstick in one currency. */
function lossTo(yardstick: Yardstick, id: string, { gaming, total }: CurrencyCost): Difference | undefined {
  if (yardstick === 'benchmark') return total;
  return yardstick === 'no gaming' ? gaming : yardstick.outcomes[id];
}

/** The most profitable arm that the company could choose, if it is told to earn more than the reference. */
function bestChoice({ arms, contrasts, scenario }: Bundle): Contrast | undefined {
  const named = (name: string) => arms.find((arm) => arm.name === name) ?? { set: {} };
  const usual = named(scenario.reference);
  const gain = ({ outcomes }: Contrast) => outcomes.profitUsd?.meanDifference ?? -Infinity;
  const [best] = contrasts
    .filter(({ arm, reference }) => reference === scenario.reference && isChoice(named(arm), usual))
    .sort((a, b) => gain(b) - gain(a));
  return (best?.outcomes.profitUsd?.ci95Simultaneous[0] ?? 0) > 0 ? best : undefined;
}

/** Whether some arm beats the best policy found, so that this policy is no upper bound. */
function isBeaten({ misalignment, contrasts, scenario }: Bundle): boolean {
  const whole = misalignment.find(({ arm }) => arm === scenario.reference)?.costs.profitUsd?.total
    ?.meanDifference;
  return (
    misalignment.some(({ beatsBenchmark }) => beatsBenchmark) ||
    contrasts.some(
      ({ reference, outcomes }) =>
        reference === scenario.reference && (outcomes.profitUsd?.ci95[0] ?? -Infinity) > (whole ?? Infinity),
    )
  );
}

/** Whether a difference is significant, or free of sampling error. */
function isTold({ ci95: [low, high], se }: Difference): boolean {
  return low > 0 || high < 0 || se === 0;
}

/** A loss, with its interval if in dollars; a gain is shown with a minus sign. */
function amountOf({ meanDifference, ci95, se }: Difference, unit: string): string {
  const amount = dollarsOf(meanDifference, unit);
  return unit === 'USD' && se > 0 ? `${amount} (${formatInterval(ci95, unit, ci95[0] < 0)})` : amount;
}

function dollarsOf(value: number, unit: string): string {
  if (unit.startsWith('score')) return `${formatDifference(value, unit).replace(/^\+/, '')} of 100`;
  return formatDifference(value, unit).replace(/^\+/, '');
}

/** The number of accounts to which a market share refers. */
function ofAccounts({ scenario }: Bundle): string {
  const { accounts } = (scenario.resolved.market ?? {}) as { accounts?: number };
  return accounts === undefined ? '' : `of ${accounts.toLocaleString('en-US')} accounts `;
}
