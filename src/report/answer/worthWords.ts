import type { Bundle } from '../../experiments/result/bundle.ts';
import { formatInterval, formatUsd, quoted } from '../format.ts';
import { reportedPeople } from '../people.ts';

/** Whether equal worth to the person paid turns the recommendation round, beyond luck. */
function isTurned(bundle: Bundle): boolean {
  const { answer, scenario } = bundle;
  const gain = answer?.ranking.find(({ arm }) => arm === answer.best)?.fromReference?.meanDifference ?? 0;
  const [low, high] = answer?.atEqualWorth?.difference.ci95 ?? [0, 0];
  return answer?.best !== scenario.reference && ((gain > 0 && high < 0) || (gain < 0 && low > 0));
}

/** One sentence where equal worth to the person paid turns the recommendation round; else none. */
export function turnedSentences(bundle: Bundle): string[] {
  return isTurned(bundle) ? [`But ${lowered(worthSentences(bundle)[0])}`] : [];
}

const lowered = (text: string) => `${text[0].toLowerCase()}${text.slice(1)}`;

/**
 * The recommendation at equal worth to the person paid, who dislikes risk, and what risk takes off pay under
 * both plans. Empty where that is not known.
 */
export function worthSentences(bundle: Bundle): string[] {
  const { answer, scenario } = bundle;
  if (answer?.atEqualWorth === undefined) return [];
  const { difference, premiumUsd } = answer.atEqualWorth;
  const { meanDifference, ci95 } = difference;
  const [person] = reportedPeople(bundle);
  const who = person?.words ?? 'the person paid';
  const isTold = ci95[0] > 0 || ci95[1] < 0;
  const [low, high] = meanDifference > 0 ? ci95 : [-ci95[1], -ci95[0]];
  const brings = isTold
    ? `profit is ${formatUsd(Math.abs(meanDifference))} ${meanDifference > 0 ? 'higher' : 'lower'} under ` +
      `${quoted(answer.best)} (${formatInterval([low, high], 'USD')})`
    : `${quoted(answer.best)} cannot be told from ${quoted(scenario.reference)} on profit`;
  return [
    `At equal worth to ${who}, effort and risk counted, ${brings}.`,
    `Risk takes ${formatUsd(premiumUsd.best)} off the worth of its pay, and ${formatUsd(premiumUsd.reference)} ` +
      `under ${quoted(scenario.reference)}.`,
  ];
}
