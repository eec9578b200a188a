import { compare } from '../experiments/commands/compare.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { effortCostUsd } from '../worlds/revenue/minds/seller/effort.ts';
import { type Check, type Effort, exactInCompany } from './check.ts';
import { gap, level, published } from './publishedRuns.ts';
import { LENSES, OFFICE, STRAIGHT, STRAIGHT_RATES, WINDSHIELDS } from './studyWorlds.ts';

const MARGIN = 0.8;
const QUICK_RUNS = 8;
const CHUNG =
  'Chung, Steenburgh & Sudhir, Do bonuses enhance sales productivity? (draft of 2009; Marketing Science 33 (2014) 165)';
const FORMS = 'forms of pay of the study; sizes of pay and luck are assumptions';

const bundles = new Map<string, Promise<Bundle>>();

/** Compares the plans of a company, once for all rows that need it. */
function studied(text: string, { quick, executor }: Effort, set: Readonly<Record<string, unknown>> = {}) {
  const key = JSON.stringify([text, quick, set]);
  let bundle = bundles.get(key);
  if (bundle === undefined) {
    bundle = compare(parseRevenueScenario(text, { file: 'validation', set }), {
      ...(quick ? { replicates: QUICK_RUNS } : {}),
      counterfactuals: 'none',
      ...(executor === undefined ? {} : { executor }),
    });
    bundles.set(key, bundle);
  }
  return bundle;
}

/** One finding of a study of sellers: two plans of a company, and what the second did to sales. */
export interface SellerStudy {
  readonly id: string;
  readonly claim: string;
  readonly source: string;
  readonly overrides: string;
  /** Company, its plan before, and its plan after. */
  readonly text: string;
  readonly from: string;
  readonly to: string;
  /** Relative change of sales that the study reports. */
  readonly reported: number;
  /** Whether the cost of effort was fitted to it. */
  readonly isFitted?: boolean;
}

export const SELLER_STUDIES: readonly SellerStudy[] = [
  {
    id: 'S01',
    claim: 'Without quota, ceiling and ratchet, sales of a maker of contact lenses rose',
    source: 'Misra & Nair, Quantitative Marketing and Economics 9 (2011) 211',
    overrides: `contact lenses: ${FORMS}`,
    text: LENSES,
    from: 'quota-and-ceiling',
    to: 'straight',
    reported: 0.09,
    isFitted: true,
  },
  {
    id: 'S02',
    claim:
      'A piece rate raised the output of the same windshield installers (44% in all, half of it by selection)',
    source: 'Lazear, American Economic Review 90 (2000) 1346',
    overrides: `windshields: ${FORMS}`,
    text: WINDSHIELDS,
    from: 'hourly',
    to: 'piece-rate',
    reported: 0.22,
  },
  {
    id: 'S03',
    claim: 'Bonuses for quotas on top of a commission raise sales',
    source: CHUNG,
    overrides: `office equipment: ${FORMS}`,
    text: OFFICE,
    from: 'commission-alone',
    to: 'bonus-plan',
    reported: 0.185,
  },
  {
    id: 'S04',
    claim: 'Bonuses for quotas raise sales above those of a commission that costs as much',
    source: CHUNG,
    overrides: `office equipment: ${FORMS}`,
    text: OFFICE,
    from: 'commission-equal',
    to: 'bonus-plan',
    reported: 0.046,
  },
  {
    id: 'S05',
    claim: 'Without the rate for overachievement sales fall',
    source: CHUNG,
    overrides: `office equipment: ${FORMS}`,
    text: OFFICE,
    from: 'bonus-plan',
    to: 'no-overachievement',
    reported: -0.06,
  },
  {
    id: 'S06',
    claim: 'Without the quarterly bonuses sales fall',
    source: CHUNG,
    overrides: `office equipment: ${FORMS}`,
    text: OFFICE,
    from: 'bonus-plan',
    to: 'no-quarterly',
    reported: -0.136,
  },
];

/** Simulated relative change of sales of a study, and its standard error. */
export async function changeOfSales(
  { text, from, to }: Pick<SellerStudy, 'text' | 'from' | 'to'>,
  effort: Effort,
  set: Readonly<Record<string, unknown>> = {},
) {
  const bundle = await studied(text, effort, set);
  if (from === bundle.scenario.reference) return gap(bundle, to, 'revenueUsd');
  // Contrasts are with the reference, which is the plan after: turned round, and relative to the one before.
  const { simulated, se } = gap(bundle, from, 'revenueUsd', true);
  const before = level(bundle, from, 'revenueUsd').simulated;
  return { simulated: -simulated / before, se: se / before };
}

/**
 * Within a factor of two of the reported size; the size to which the cost of effort was fitted, within
 * 15%.
 */
function bandOf({ reported, isFitted = false }: SellerStudy): readonly [number, number] {
  const ends = isFitted ? [0.85 * reported, 1.15 * reported] : [0.5 * reported, 2 * reported];
  return [Math.min(...ends), Math.max(...ends)];
}

const RATES = Object.values(STRAIGHT_RATES);
/** Risk aversion per dollar: one under which risk matters little, and the default. */
const SMALL_RISK = 2e-6;
const DEFAULT_RISK = 2e-5;

/** Results of straight commissions, per rep and month. */
async function straight(effort: Effort) {
  const bundle = await studied(STRAIGHT, effort);
  const { world } = parseRevenueScenario(STRAIGHT, { file: 'validation' }).arms[0];
  const { sales } = world;
  const months = sales.reps * world.horizonMonths;
  const bookedUsd = bundle.arms.map(({ name }) => level(bundle, name, 'revenueUsd').simulated / months);
  const efforts = bundle.arms.map(({ name }) => level(bundle, name, 'repEffortShare').simulated);
  const perEffortUsd = (bookedUsd[4] - bookedUsd[0]) / (efforts[4] - efforts[0]);
  // Deals come at random: the variance of a sum is their number times the mean square of a deal.
  const variances = bookedUsd.map((usd) => usd * sales.dealMeanUsd * (1 + sales.dealCv * sales.dealCv));
  const costUsd = effortCostUsd(sales);
  return { bookedUsd, efforts, variances, perEffortUsd, costUsd };
}

/** Where the polynomial through values at the rates is highest. */
function highest(values: readonly number[]): number {
  const at = (x: number) =>
    values.reduce(
      (sum, value, i) =>
        sum +
        value *
          RATES.reduce((term, rate, j) => (j === i ? term : (term * (x - rate)) / (RATES[i] - rate)), 1),
      0,
    );
  let best = 0;
  for (let x = 0; x <= 0.8; x += 0.001) if (at(x) > at(best)) best = x;
  return best;
}

/**
 * The best straight commission where the firm bears effort and risk, since sellers are left with the
 * same.
 */
function bestOutside(
  { bookedUsd, efforts, variances, costUsd }: Awaited<ReturnType<typeof straight>>,
  riskAversionPerUsd: number,
): number {
  return highest(
    bookedUsd.map(
      (usd, i) =>
        MARGIN * usd -
        (costUsd * (efforts[i] - 1) * (efforts[i] - 1)) / 2 -
        (riskAversionPerUsd * RATES[i] * RATES[i] * variances[i]) / 2,
    ),
  );
}

/** Sellers of three studies with one vector, and the best straight commission for them. */
export const SELLER_CHECKS: readonly Check[] = [
  exactInCompany(
    'T01-engine-base',
    'With the base salary fixed, the best straight commission is (m - c/B)/2',
    'profit (m - b) B e with e = 1 + b B / c; see T01',
    async (effort) => {
      const { bookedUsd, perEffortUsd, costUsd } = await straight(effort);
      return {
        expected: (MARGIN - costUsd / perEffortUsd) / 2,
        simulated: highest(bookedUsd.map((usd, i) => (MARGIN - RATES[i]) * usd)),
        tolerance: 0.02,
      };
    },
  ),
  exactInCompany(
    'T01-engine-outside',
    'With the base salary at which sellers stay, it is m / (1 + r c s2 / B2) where risk is small',
    'see T01; s2 is the variance of monthly bookings at the best commission',
    async (effort) => {
      const found = await straight(effort);
      const { variances, perEffortUsd, costUsd } = found;
      const best = bestOutside(found, SMALL_RISK);
      const variance = variances[0] * (1 + (best * perEffortUsd) / costUsd);
      return {
        expected: MARGIN / (1 + (SMALL_RISK * costUsd * variance) / (perEffortUsd * perEffortUsd)),
        simulated: best,
        tolerance: 0.02,
      };
    },
  ),
  exactInCompany(
    'T01-engine-outside-risk',
    'and at the default risk aversion where marginal gain, effort and risk balance, since more deals have more variance',
    'first-order condition of m B e - c (e - 1)^2 / 2 - r b^2 s2 e / 2 with e = 1 + b B / c; see T01',
    async (effort) => {
      const found = await straight(effort);
      const { variances, perEffortUsd, costUsd } = found;
      const r = DEFAULT_RISK;
      const perRate = perEffortUsd / costUsd;
      const marginal = (b: number) =>
        MARGIN * perEffortUsd * perRate -
        costUsd * perRate * perRate * b -
        r * variances[0] * (b + 1.5 * perRate * b * b);
      let low = 0;
      let high = 1;
      while (high - low > 1e-9) {
        const middle = (low + high) / 2;
        if (marginal(middle) > 0) low = middle;
        else high = middle;
      }
      return { expected: low, simulated: bestOutside(found, r), tolerance: 0.01 };
    },
  ),
  ...SELLER_STUDIES.map((study) =>
    published({
      id: study.id,
      claim: study.claim,
      source: study.source,
      overrides: study.overrides,
      reported: String(study.reported),
      calibrated: study.isFitted ?? false,
      holdsSize: true,
      clearBy: 4,
      band: bandOf(study),
      run: (effort) => changeOfSales(study, effort),
    }),
  ),
];
