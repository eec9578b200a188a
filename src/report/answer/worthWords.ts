import type { Bundle } from '../../experiments/result/bundle.ts';
import { formatInterval, formatUsd, quoted } from '../format.ts';
import { reportedPeople } from '../people.ts';

/** Whether the recommendation reverses at equal worth to the person paid, at 95%. */
function isTurned(bundle: Bundle): boolean {
  const { answer, scenario } = bundle;
  const gain = answer?.ranking.find(({ arm }) => arm === answer.best)?.fromReference?.meanDifference ?? 0;
  const [low, high] = answer?.atEqualWorth?.difference.ci95 ?? [0, 0];
  return answer?.best !== scenario.reference && ((gain > 0 && high < 0) || (gain < 0 && low > 0));
}

/** One sentence where the recommendation reverses at equal worth to the person paid; else none. */
export function turnedSentences(bundle: Bundle): string[] {
  return isTurned(bundle) ? [`But ${lowered(worthSentences(bundle)[0])}`] : [];
}

const lowered = (text: string) => `${text[0].toLowerCase()}${text.slice(1)}`;

/**
 * The recommendation if salaries left the person paid, who is risk-averse, as well off under both plans; and
 * the risk premiums of both. Empty where they are not known.
 */
export function worthSentences(bundle: Bundle): string[] {
  const { answer, scenario } = bundle;
  if (answer?.atEqualWorth === undefined) return [];
  const { difference, premiumUsd } = answer.atEqualWorth;
  const { meanDifference, ci95 } = difference;
  const [person, ...others] = reportedPeople(bundle);
  const who = others.length > 0 ? 'everybody in marketing' : (person?.words ?? 'the person paid');
  const isTold = ci95[0] > 0 || ci95[1] < 0;
  const [low, high] = meanDifference > 0 ? ci95 : [-ci95[1], -ci95[0]];
  const brings = isTold
    ? `profit is ${formatUsd(Math.abs(meanDifference))} ${meanDifference > 0 ? 'higher' : 'lower'} under ` +
      `${quoted(answer.best)} (${formatInterval([low, high], 'USD')})`
    : `${quoted(answer.best)} cannot be distinguished from ${quoted(scenario.reference)} on profit`;
  return [
    `With salaries that leave ${who} equally well off under both plans, effort and risk included, ${brings}.`,
    `The risk premium in pay is ${formatUsd(premiumUsd.best)} under ${quoted(answer.best)} and ` +
      `${formatUsd(premiumUsd.reference)} under ${quoted(scenario.reference)}.`,
  ];
}
