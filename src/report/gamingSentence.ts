import type { ArmResult, Bundle, Contrast } from '../experiments/result/bundle.ts';
import { formatValue, quoted } from './format.ts';
import { GAMES } from './games.ts';
import { personWords } from './people.ts';
import { joined } from './words.ts';

/** Minimum share worth mentioning: of a reported metric that is hollow, or of what a game affects. */
export const WORTH_SAYING = 0.005;

/** Minimum share of the list price given as discount worth mentioning. */
export const DISCOUNT_WORTH_SAYING = 0.002;

/** Outcomes with the hollow share of a reported metric, by the metric's name in a sentence. */
const HOLLOW = {
  visits: 'hollowVisitsShare',
  leads: 'hollowLeadsShare',
  SQLs: 'hollowSqlsShare',
  'marketing pipeline': 'hollowPipelineShare',
};

/** Smallest change of a hollow share that is mentioned. */
const LEAST_MOVE = 0.02;

/**
 * Substitution of one kind of gaming for another between two arms: the hollow share falls in some metrics and
 * rises in others, each at 95%. Undefined if there is none.
 */
export function substitutionSentence(
  { arms }: Pick<Bundle, 'arms'>,
  { arm, reference, outcomes }: Contrast,
): string | undefined {
  const [now, before] = [arm, reference].map((name) => arms.find((each) => each.name === name)?.outcomes);
  if (now === undefined || before === undefined) return undefined;
  const moves = Object.entries(HOLLOW).flatMap(([what, id]) => {
    const difference = outcomes[id];
    if (difference === undefined || now[id] === undefined || before[id] === undefined) return [];
    const { meanDifference, ci95 } = difference;
    const isClear = ci95[0] > 0 || ci95[1] < 0;
    if (!isClear || Math.abs(meanDifference) < LEAST_MOVE) return [];
    const share = (value: number) => formatValue(value, 'share');
    return [
      { up: meanDifference > 0, words: `${what} from ${share(before[id].mean)} to ${share(now[id].mean)}` },
    ];
  });
  const words = (up: boolean) => joined(moves.filter((move) => move.up === up).map((move) => move.words));
  if (words(true) === '' || words(false) === '') return undefined;
  return (
    `In this model, one kind of gaming replaces another under ${quoted(arm)}: against ${quoted(reference)}, the hollow ` +
    `share falls in ${words(false)} and rises in ${words(true)}.`
  );
}

/** Metrics of an arm that are hollow enough to mention, as phrases, largest share first. */
export function hollowParts(arm: ArmResult): string[] {
  return hollowShares(arm)
    .filter(([, share]) => share >= WORTH_SAYING)
    .sort(([, one], [, other]) => other - one)
    .map(([what, share]) => `${formatValue(share, 'share')} of reported ${what}`);
}

/** The largest hollow share of a reported metric. */
export function mostHollowShare(arm: ArmResult): number {
  return Math.max(...hollowShares(arm).map(([, share]) => share));
}

function hollowShares({ outcomes }: ArmResult): (readonly [what: string, share: number])[] {
  return Object.entries(HOLLOW).map(([what, id]) => [what, outcomes[id]?.mean ?? 0] as const);
}

/** Games played by sellers, if worth mentioning. */
export function sellersGames(arm: ArmResult): string | undefined {
  const value = (id: string) => arm.outcomes[id]?.mean ?? 0;
  const parts: string[] = [];
  if (value('discountShare') >= DISCOUNT_WORTH_SAYING)
    parts.push(
      `give away ${formatValue(value('discountShare'), 'share')} of list price to have ` +
        `${formatValue(value('pulledForwardShare'), 'share')} of deals signed before the month ends`,
    );
  for (const { id, says } of GAMES)
    if (value(id) >= WORTH_SAYING) parts.push(says(formatValue(value(id), 'share')));
  const bias = value('forecastBiasShare');
  if (Math.abs(bias) >= 0.05)
    parts.push(
      `forecast ${formatValue(Math.abs(bias), 'share')} ${bias > 0 ? 'more' : 'less'} than they book`,
    );
  return parts.length === 0 ? undefined : `sellers ${joined(parts)}`;
}

/** People's gaming under one arm, and its effect on sales. */
export function gamingSentence(arm: ArmResult): string {
  const mean = (id: string) => arm.outcomes[id]?.mean;
  const list = hollowParts(arm);
  const share = (id: string) => formatValue(mean(id) ?? 0, 'share');
  const whole = mean('wholeBonusMonthsShare');
  const pay =
    whole === undefined
      ? `${whoOf(arm)} has no bonus`
      : `the whole bonus is paid on ${share('wholeBonusMonthsShare')} of pay days`;
  const missed = `the team misses quota in ${share('teamMonthsMissedShare')} of months`;
  const tail =
    `sales loses ${share('sellingTimeWastedShare')} of its working hours on leads that were never ` +
    `ready and ${missed}`;
  const price = sellersGames(arm);
  if (!((mean('leadsCount') ?? 1) > 0))
    return `under ${quoted(arm.name)} ${price ?? 'nothing is gamed'}, and ${missed}.`;
  if (list.length === 0 && whole === undefined && price !== undefined)
    return `under ${quoted(arm.name)} ${price}.`;
  if (list.length === 0) return `under ${quoted(arm.name)} ${price ?? 'nothing is gamed'}: ${pay}, ${tail}.`;
  return (
    `under ${quoted(arm.name)} ${joined(list)} ` +
    `${list.length === 1 && list[0].endsWith('pipeline') ? 'is' : 'are'} hollow` +
    `${price === undefined ? '' : `, and ${price}`}: ${pay}, while ${tail}.`
  );
}

/** Who has no bonus: the one person whose incentives are known, or else marketing. */
function whoOf({ incentives = [] }: ArmResult): string {
  return incentives.length === 1 ? personWords(incentives[0].person) : 'marketing';
}
