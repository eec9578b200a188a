import { JUDGE_HOUR_USD, type Judged, MONTHS_IN } from '../../../model/plan.ts';
import type { RatingTerms } from '../contract/rating.ts';
import { compileMetric } from './metrics.ts';

/** Compiles the terms of a rating: metrics as slots, with compression and leniency applied. */
export function compileRating(judged: Judged): RatingTerms {
  const { period, sees, noiseShare, leniencyShare = 0, compressionShare = 0, keeping = 'always' } = judged;
  const { hoursPerRating = 0, hourUsd = JUDGE_HOUR_USD } = judged;
  const spread = 1 - compressionShare;
  return {
    months: MONTHS_IN[period],
    parts: sees.map(({ metric, target, weightShare }) => ({
      slot: compileMetric(metric).numerator,
      perUnit: (spread * weightShare) / target,
    })),
    base: compressionShare + leniencyShare,
    noiseSd: spread * noiseShare,
    costUsd: hoursPerRating * hourUsd,
    keptShare: typeof keeping === 'object' ? (keeping.chanceShare ?? 1) : 1,
  };
}
