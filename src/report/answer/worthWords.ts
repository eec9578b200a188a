import type { Bundle } from '../../experiments/result/bundle.ts';
import { formatDifference, formatInterval, formatUsd, quoted } from '../format.ts';
import { reportedPeople } from '../people.ts';

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
  const brings = isTold
    ? `${quoted(answer.best)} brings ${formatDifference(meanDifference, 'USD')} of profit ` +
      `(${formatInterval(ci95, 'USD', true)})`
    : `${quoted(answer.best)} cannot be told from ${quoted(scenario.reference)} on profit`;
  return [
    `At equal worth to ${who}, effort and risk counted, ${brings}.`,
    `Risk takes ${formatUsd(premiumUsd.best)} off the worth of its pay, and ${formatUsd(premiumUsd.reference)} ` +
      `under ${quoted(scenario.reference)}.`,
  ];
}
