import { exp, log } from '../../../../core/numeric/elementary.ts';
import { normalCdf } from '../../../../core/numeric/normal.ts';
import type { Commission } from '../../../../model/plan.ts';
import { logNormalParameters } from '../../../../random/distributions.ts';
import type { Beliefs } from '../../contract/beliefs.ts';
import type { Company } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import type { RevenueWorld } from '../../contract/world.ts';

/** Number of steps in averaging over buyers' relative win chances in the other line. */
const STEPS = 200;

/**
 * Expected commission credit of a deal whose product line is undecided, as a share of its expected value in
 * the first line. Some buyers will be sold the other line when the deal is decided.
 *
 * @param creditShare commission credit for a dollar of the other line
 * @param choosesLines whether sellers sell the line with more credit; otherwise, the one with more margin
 */
export function lineFactor({ world, products }: Company, creditShare: number, choosesLines: boolean): number {
  const { otherShare, otherValueTimes, otherChanceTimes, otherMarginShare } = world.lines;
  if (otherShare === 0) return 1;
  let gain = 0;
  for (let step = 0; step < STEPS; step++) {
    const times = otherChanceTimes * (0.5 + (step + 0.5) / STEPS) * otherValueTimes;
    const other = choosesLines
      ? times * creditShare > 1
      : times * otherMarginShare > world.customers.marginShare * products.marginTimes;
    if (other) gain += (times * creditShare - 1) / STEPS;
  }
  return 1 + otherShare * gain;
}

/** Self-sourced share of bookings in an ordinary month. */
export function ownShareOf({ baseline }: Beliefs): number {
  const booked = baseline[COUNTER.bookingsUsd];
  return booked > 0 ? baseline[COUNTER.ownBookingsUsd] / booked : 0;
}

/**
 * Ratchet multiplier: discounted rise of all later quotas per dollar booked now, if each quota moves by a
 * share of the surprise.
 *
 * Formula: sum over t of keep^t share (1 - share)^(t - 1).
 *
 * @source M. L. Weitzman, "The 'ratchet principle' and performance incentives", Bell Journal of Economics 11
 * (1980) 302-308
 */
export function laterQuotas(share: number, keep: number, months: number): number {
  let sum = 0;
  let weight = share * keep;
  for (let t = 1; t <= months; t++, weight *= keep * (1 - share)) sum += weight;
  return sum;
}

/** Mean of an ordinary deal's credit, as a share of its value, and of the square of that. */
interface CreditFactors {
  readonly mean: number;
  readonly square: number;
}

/**
 * Credit for commission and quota of an ordinary deal: splits of credit, and a windfall clause over values
 * that are log-normal within each product line.
 */
export function creditFactors(
  { sales, products }: Pick<RevenueWorld, 'sales' | 'products'>,
  { creditShare = 1, windfall }: Commission,
): CreditFactors {
  const square = creditShare * creditShare;
  if (windfall === undefined) return { mean: creditShare, square };
  const { logMean, logSd } = logNormalParameters(sales.dealMeanUsd, sales.dealCv);
  if (products.length === 0) {
    const kept = windfallFactors(logMean, logSd, windfall);
    return { mean: creditShare * kept.mean, square: square * kept.square };
  }
  let usd = 0;
  let squareUsd = 0;
  let credited = 0;
  let creditedSquare = 0;
  for (const { weight, chanceTimes, dealTimes } of products) {
    const won = weight * chanceTimes;
    const kept = windfallFactors(logMean + log(dealTimes), logSd, windfall);
    usd += won * dealTimes;
    credited += won * dealTimes * kept.mean;
    squareUsd += won * dealTimes * dealTimes;
    creditedSquare += won * dealTimes * dealTimes * kept.square;
  }
  if (!(usd > 0)) return { mean: creditShare, square };
  return { mean: (creditShare * credited) / usd, square: (square * creditedSquare) / squareUsd };
}

/** Factors of a windfall clause over log-normal values, from the log-normal's partial moments. */
function windfallFactors(
  dealLogMean: number,
  dealLogSd: number,
  { aboveUsd, creditUsd }: NonNullable<Commission['windfall']>,
): CreditFactors {
  const z = dealLogSd > 0 ? (log(Math.max(1e-9, aboveUsd)) - dealLogMean) / dealLogSd : Infinity;
  const above = 1 - normalCdf(z);
  // Partial moments of a log-normal, as shares of the whole moments.
  const kept = (power: number) => normalCdf(z - power * dealLogSd);
  const relative = (power: number) =>
    creditUsd <= 0
      ? 0
      : exp(power * (log(creditUsd) - dealLogMean) - (power * power * dealLogSd * dealLogSd) / 2);
  return {
    mean: kept(1) + above * relative(1),
    square: kept(2) + above * relative(2),
  };
}
