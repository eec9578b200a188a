import type { Bundle } from '../../experiments/result/bundle.ts';
import { formatInterval, formatUsd, formatValue, quoted } from '../format.ts';
import { personWords } from '../people.ts';
import { capital } from '../words.ts';

const percent = (share: number) => `${Math.round(100 * share)}%`;

/**
 * The headline difference with the default mix of people in place of the stated person, and the percentile of
 * that person in the mix. Empty if no person's integrity is stated, or nothing was tested.
 */
export function populationSentences({ population, arms }: Bundle): string[] {
  if (population === undefined) return [];
  const { person, integrityUsd, belowShare, neverShare, arm, reference, outcome, difference } = population;
  const unit = arms[0].outcomes[outcome]?.unit ?? '';
  const { meanDifference, ci95 } = difference;
  return [
    `With the default mix of people (${percent(neverShare)} never game), the difference between ` +
      `${quoted(arm)} and ${quoted(reference)} is ${formatValue(meanDifference, unit)} ` +
      `(${formatInterval(ci95, unit)}).`,
    `${capital(personWords(person))} here has more integrity than ${percent(belowShare)} of that mix ` +
      `(${formatUsd(integrityUsd)} for a month of gaming that doubles a number).`,
  ];
}
