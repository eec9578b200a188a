import type { MetricDefinition } from '../model/metric.ts';
import { JUDGE_HOUR_USD, type Judged } from '../model/plan.ts';
import { plural, titleOf } from './format.ts';
import { exactShare, exactUsd, exactValue } from './terms.ts';
import { joined } from './words.ts';

/** How a boss rates somebody, in sentences; contract terms are repeated as written. */
export function judgedInWords(judged: Judged, catalogue: readonly MetricDefinition[]): string[] {
  const { period, sees, noiseShare, leniencyShare = 0, compressionShare = 0, hoursPerRating = 0 } = judged;
  const { keeping = 'always', hourUsd = JUDGE_HOUR_USD } = judged;
  const seen = sees.map(({ metric, target, weightShare }) => {
    const known = catalogue.find(({ id }) => id === metric);
    const title = (known?.title ?? titleOf(metric)).toLowerCase();
    return `${title} against ${exactValue(target, known?.unit ?? '')} (${exactShare(weightShare)})`;
  });
  const sentences = [`The boss rates every ${period} on ${joined(seen)}; 100% meets expectations.`];
  if (noiseShare > 0)
    sentences.push(`Ratings differ by chance: a standard deviation of ${exactShare(noiseShare)}.`);
  if (compressionShare > 0)
    sentences.push(`They leave out ${exactShare(compressionShare)} of the difference from expectations.`);
  if (leniencyShare !== 0)
    sentences.push(
      `They are ${exactShare(Math.abs(leniencyShare))} too ${leniencyShare > 0 ? 'lenient' : 'strict'}.`,
    );
  if (hoursPerRating > 0)
    sentences.push(
      `A rating takes ${plural(hoursPerRating, 'hour')} of the boss, at ${exactUsd(hourUsd)} each.`,
    );
  if (keeping === 'always') return sentences;
  sentences.push(
    keeping.chanceShare !== undefined
      ? `The promised bonus is paid with a chance of ${exactShare(keeping.chanceShare)}.`
      : 'The promised bonus is paid up to what keeping promises is worth to the company, at a discount of ' +
          `${exactShare(keeping.discountSharePerMonth ?? 0)} a month.`,
  );
  return sentences;
}
