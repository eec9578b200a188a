import type { ArmResult, Incentives, TacticUse } from '../experiments/result/bundle.ts';
import { paysThem } from './answer/whyWords.ts';
import { formatUsd, formatValue } from './format.ts';
import { sellersGames } from './gamingSentence.ts';
import { personWords } from './people.ts';
import { capital, inSentence, joined } from './words.ts';
import { workUnder } from './workWords.ts';

/** Least hollow part of a reported number that is told. */
const LEAST_SHARE = 0.005;

/** What people do under an arm, in sentences: who games which number by how much, what is paid for it. */
export function doingInWords(arm: ArmResult): string[] {
  const { incentives = [], outcomes } = arm;
  const known = incentives.map((person) => ({ person, games: gamesOf(person, arm) }));
  const gaming = known.filter(({ games }) => games.length > 0);
  const honest = known
    .filter(({ games }) => games.length === 0)
    .map(({ person }) => personWords(person.person));
  const whole = outcomes.wholeBonusMonthsShare?.mean;
  const sellers = sellersGames(arm);
  return [
    ...gaming.map(
      ({ person, games }) => `${capital(personWords(person.person))} games the numbers: ${joined(games)}.`,
    ),
    ...paysThem(arm),
    ...(honest.length === 0
      ? []
      : [`${capital(joined(honest))} ${honest.length === 1 ? 'does' : 'do'} not game${whyNot(arm)}.`]),
    ...incentives.flatMap(workUnder),
    ...(sellers === undefined ? [] : [`${capital(sellers)}.`]),
    ...(whole === undefined || known.length === 0
      ? []
      : [`The whole bonus is paid on ${formatValue(whole, 'share')} of pay days.`]),
  ];
}

function whyNot({ motive }: ArmResult): string {
  return motive === 'honest' ? ': that is the assumption here' : '';
}

/** `bought visits (1,690 of the 5,267 visitors reported a month)`. */
function gamesOf({ uses }: Incentives, { monthly }: ArmResult): string[] {
  return uses.flatMap((use) => {
    const metric = monthly[use.unit];
    const reported = metric === undefined ? NaN : mean(metric.reported);
    if (use.amountPerMonth < LEAST_SHARE * reported) return [];
    return [`${inSentence(use.title)} (${amountOf(use, reported, metric)})`];
  });
}

function amountOf(
  { amountPerMonth }: TacticUse,
  reported: number,
  metric: ArmResult['monthly'][string],
): string {
  const isMoney = metric?.unit === 'USD';
  const words = (value: number) => (isMoney ? formatUsd(value) : Math.round(value).toLocaleString('en-US'));
  return Number.isNaN(reported)
    ? `${words(amountPerMonth)} a month`
    : `${words(amountPerMonth)} of the ${words(reported)} ${inSentence(metric.title)} reported a month`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
