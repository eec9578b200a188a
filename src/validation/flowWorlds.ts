import { normalCdf, normalDensity, normalQuantile } from '../core/numeric/normal.ts';
import { poissonPmf } from '../random/distributions.ts';
import { COUNTER } from '../worlds/revenue/contract/counters.ts';
import { LEAD } from '../worlds/revenue/contract/labels.ts';
import type { RunState } from '../worlds/revenue/engine/state/state.ts';
import type { Check, Effort, Finding } from './check.ts';
import { count, found, type Overrides, sample } from './funnel.ts';

export const THINNING = 'Poisson thinning (elementary)';
export const OCCUPANCY = 'M/G/infinity queue (elementary)';
export const SELECTION = 'Manheim & Garrabrant, arXiv:1803.04585; truncated normal moments';
export const BATCH = 'embedded chain of the M/D/1 queue: a daily clock serves batches';

export const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * The full funnel: 2% of visits leave details, 30% of those pass the lower threshold, 35% of these the upper,
 * 60% become opportunities, and 22% of those are won.
 */
export const CHAIN: Overrides = {
  'market.channels.web.visitsPerMonth': 50_000,
  'marketing.mqlBar': normalQuantile(0.7),
  'marketing.sqlBar': normalQuantile(1 - 0.3 * 0.35),
  'sales.readyOpportunityShare': 0.6,
  'sales.winShare': 0.22,
  'question.horizonMonths': 1,
  // An opportunity is decided the day after it opens; a warm-up month makes up for the delay.
  'calendar.warmUpMonths': 1,
};
export const CHAIN_WINS = 1000 * 0.3 * 0.35 * 0.6 * 0.22;

/** P(N >= least) for N Poisson with the given mean. */
function poissonTail(least: number, mean: number): number {
  let below = 0;
  for (let k = 0; k < least; k++) below += poissonPmf(k, mean);
  return 1 - below;
}

export function quotaRow(id: string, mean: number, least: number): Check {
  return exact(
    id,
    `A rep whose deals come as a Poisson count of ${mean} a month reaches ${least} of them with that chance`,
    'Poisson distribution',
    ({ quick }) =>
      found(
        poissonTail(least, mean),
        sample(
          {
            'market.channels.web.visitsPerMonth': mean * 1000,
            'sales.quotaUsdPerMonth': least * 10_000 - 1,
          },
          quick ? 40 : 400,
          (_, outcomeOf) => outcomeOf('repMonthsAtQuotaShare'),
        ),
      ),
  );
}

export function exact(id: string, claim: string, source: string, run: (effort: Effort) => Finding): Check {
  return { id, kind: 'exact', part: 'funnel', claim, source, run };
}

/** Scores with a correlation of 1/2 with readiness. */
const BARS = {
  'buyers.readyBar': 1,
  'marketing.scoreNoiseSd': Math.sqrt(3),
  'question.horizonMonths': 12,
  'calendar.warmUpMonths': 0,
};
/** A threshold in standard deviations of the score. */
export const bar = (t: number): Overrides => ({
  ...BARS,
  'marketing.mqlBar': 2 * t,
  'marketing.sqlBar': 2 * t,
});

/** P(X > 1 | Y > t) for standard normals with correlation 1/2, by Simpson's rule. */
export function precisionAbove(t: number): number {
  let sum = 0;
  const n = 4000;
  const h = 8 / n;
  for (let i = 0; i <= n; i++) {
    const x = 1 + i * h;
    const weight = i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2;
    sum += ((weight * h) / 3) * normalDensity(x) * (1 - normalCdf((t - 0.5 * x) / Math.sqrt(0.75)));
  }
  return sum / (1 - normalCdf(t));
}

/** Mean over leads with scores in the top tenth, run by run; score = readiness + noise of equal variance. */
export function topTenth(of: (state: RunState, lead: number) => number, effort: Effort): Float64Array {
  const cut = Math.SQRT2 * normalQuantile(0.9);
  return sample(
    {
      'marketing.scoreNoiseSd': 1,
      'marketing.mqlBar': cut,
      'marketing.sqlBar': cut,
      'question.horizonMonths': 3,
      'calendar.warmUpMonths': 0,
    },
    effort.quick ? 200 : 3000,
    (state) => {
      let sum = 0;
      let n = 0;
      for (let i = 0; i < state.market.count; i++) {
        if (state.leads.rows.status[i] === LEAD.absent || state.leads.rows.score[i] < cut) continue;
        sum += of(state, i);
        n++;
      }
      return sum / n;
    },
  );
}
export const INTENSITY = normalDensity(normalQuantile(0.9)) / 0.1;

export const QUEUE: Overrides = {
  'market.channels.web.visitsPerMonth': 800,
  'sales.sellingHoursPerDay': 1,
  'sales.readyLeadHours': 1,
  'sales.readyOpportunityShare': 0,
  'calendar.warmUpMonths': 6,
};

export const TRUST: Overrides = {
  'buyers.readyBar': 0.8,
  'sales.trustReady': 8,
  'sales.trustUnready': 2,
  'sales.trustMemoryLeads': 1_000_000,
  'sales.trustSharedShare': 0,
  'calendar.warmUpMonths': 0,
  'question.horizonMonths': 1,
  'governance.leadVisibility': 'label',
};

/** Whether a rep with this much trust in the label works any lead passed in one month. */
export function worksLabel(trust: number): boolean {
  const worked = sample(
    {
      ...TRUST,
      'sales.trustReady': 1e6 * trust,
      'sales.trustUnready': 1e6 * (1 - trust),
      'sales.trustMemoryLeads': 1e9,
      'sales.readyOpportunityShare': 0.5,
      'sales.screeningHours': 0.25,
      'sales.readyLeadHours': 1,
      'sales.unreadyLeadHours': 3,
      'sales.prospectingHours': 26,
      'sales.trialShare': 0,
    },
    1,
    (state) => count(state, COUNTER.worked),
  );
  return worked[0] > 0;
}
