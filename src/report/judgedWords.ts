import type { MetricDefinition } from '../model/metric.ts';
import { JUDGE_HOUR_USD, type Judged } from '../model/plan.ts';
import { plural, titleOf } from './format.ts';
import { exactShare, exactUsd, exactValue } from './terms.ts';
import { joined } from './words.ts';

/** How a supervisor rates somebody, in sentences; contract terms are repeated as written. */
export function judgedInWords(judged: Judged, catalogue: readonly MetricDefinition[]): string[] {
  const { period, sees, noiseShare, leniencyShare = 0, compressionShare = 0, hoursPerRating = 0 } = judged;
  const { keeping = 'always', hourUsd = JUDGE_HOUR_USD } = judged;
  const seen = sees.map(({ metric, target, weightShare }) => {
    const known = catalogue.find(({ id }) => id === metric);
    const title = (known?.title ?? titleOf(metric)).toLowerCase();
    return `${title} against a target of ${exactValue(target, known?.unit ?? '')} (${exactShare(weightShare)})`;
  });
  const sentences = [`Rated every ${period} by the supervisor on ${joined(seen)}; 100% meets expectations.`];
  if (noiseShare > 0) sentences.push(`Rating error: a standard deviation of ${exactShare(noiseShare)}.`);
  if (compressionShare > 0)
    sentences.push(
      `Compression: ratings leave out ${exactShare(compressionShare)} of the deviation from expectations.`,
    );
  if (leniencyShare !== 0)
    sentences.push(
      `${leniencyShare > 0 ? 'Leniency' : 'Severity'}: every rating is ${exactShare(Math.abs(leniencyShare))} too ` +
        `${leniencyShare > 0 ? 'high' : 'low'}.`,
    );
  if (hoursPerRating > 0)
    sentences.push(
      `Each rating takes ${plural(hoursPerRating, 'hour')} of the supervisor’s time, at ${exactUsd(hourUsd)} an hour.`,
    );
  if (keeping === 'always') return sentences;
  sentences.push(
    keeping.chanceShare !== undefined
      ? `The bonus on the rating is paid with a probability of ${exactShare(keeping.chanceShare)}.`
      : 'The bonus on the rating is paid up to what keeping the promise is worth to the company, discounted by ' +
          `${exactShare(keeping.discountSharePerMonth ?? 0)} a month.`,
  );
  return sentences;
}
