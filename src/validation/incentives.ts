import { normalDensity } from '../core/numeric/normal.ts';
import type { Plan } from '../model/plan.ts';
import { luckKey } from '../random/luck.ts';
import { compileCompany } from '../worlds/revenue/compile/company.ts';
import type { RevenueWorld } from '../worlds/revenue/contract/world.ts';
import { SharedMarket } from '../worlds/revenue/engine/sharedMarket.ts';
import { type Check, exactInCompany as exact } from './check.ts';
import { AWARENESS, BOTS, knownCompany, PER_VISIT_USD, perVisit, worldOf } from './oneTaskCompany.ts';

const BONUS_USD = 500;

/**
 * The director's choice for a tactic in the first month of play: units executed for bought visits; otherwise
 * the level, as a multiple of the baseline.
 */
function firstMonth(world: RevenueWorld, plan: Plan[string], tactic: string): number {
  const company = compileCompany(world, { director: plan }, knownCompany().beliefs);
  const alone = new SharedMarket([company]);
  let done = NaN;
  alone.runners[0].onMonth = (month, _, [diary]) => {
    if (month === 0) done = (tactic === BOTS ? diary.units : diary.level).get(tactic)!;
  };
  alone.meet(luckKey('validation', 0));
  alone.run(0, new Float64Array(company.outcomes.length));
  return done;
}

const cliff = (target: number): Plan[string] => ({
  baseUsdPerYear: 0,
  bonusUsdPerYear: 12 * BONUS_USD,
  components: [{ metric: 'visitors', period: 'month', target, weightShare: 1, payout: 'cliff' }],
});

/** Awareness at which marginal cost equals the marginal value of a visit times the visits gained. */
function lumpTheory(target: number): number {
  const { mean, sd, effect } = knownCompany();
  let low = 1;
  let high = 6;
  for (let step = 0; step < 80; step++) {
    const a = 0.5 * (low + high);
    const z = (mean + effect * (a - 1) - target) / sd;
    if (((BONUS_USD * normalDensity(z)) / sd) * effect > 2000 * (a - 1)) low = a;
    else high = a;
  }
  return low;
}

/** Largest value of a cost parameter at which visits are still bought. */
function lastBought(worldAt: (x: number) => RevenueWorld, high: number): number {
  let low = 0;
  let top = high;
  for (let step = 0; step < 40; step++) {
    const middle = 0.5 * (low + top);
    if (firstMonth(worldAt(middle), perVisit, BOTS) > 0) low = middle;
    else top = middle;
  }
  return 0.5 * (low + top);
}

/** Cliff, goal gradient, audits and the price of bought visits, in a company of the revenue engine. */
export const INCENTIVES: readonly Check[] = [
  exact(
    'T09-engine',
    'The director’s month under a cliff solves c (a - 1) = B / s phi(z) x visits gained',
    'see T09',
    () => {
      const { mean, sd } = knownCompany();
      const target = mean + 1.2 * sd;
      return {
        expected: lumpTheory(target),
        simulated: firstMonth(knownCompany().world, cliff(target), AWARENESS),
        tolerance: 5e-4,
      };
    },
  ),
  exact(
    'T10-engine-far',
    'A goal that would take three times the visits is given up: awareness at its baseline',
    'see T10',
    () => ({
      expected: 1,
      simulated: firstMonth(
        knownCompany().world,
        cliff(knownCompany().mean + 3 * knownCompany().effect),
        AWARENESS,
      ),
      tolerance: 1e-4,
    }),
  ),
  exact('T10-engine-safe', 'and so is work for a goal that is passed by ten deviations', 'see T10', () => ({
    expected: 1,
    simulated: firstMonth(
      knownCompany().world,
      cliff(knownCompany().mean - 10 * knownCompany().sd),
      AWARENESS,
    ),
    tolerance: 1e-4,
  })),
  exact(
    'T18-engine',
    'Audits stop bought visits at the rate at which the expected penalty takes their gain',
    'see T18',
    () => {
      const { mean } = knownCompany();
      const world = (auditRatePerMonth: number) =>
        worldOf({
          'governance.auditRatePerMonth': auditRatePerMonth,
          'governance.transparencyShare': 0,
          'governance.penaltyUsd': 15_000,
          'tactics.awareness.hoursPerMonth': 0,
        });
      return {
        expected: (mean * (PER_VISIT_USD - 0.002)) / 15_000,
        simulated: lastBought(world, 1),
        // Visits are bought whole.
        tolerance: 1e-5,
      };
    },
  ),
  exact('T32-engine', 'and bought visits stop where their price is what a visit pays', 'see T32', () => {
    const world = (priceUsdPerThousand: number) =>
      worldOf({
        'tactics.bot-visits.priceUsdPerThousand': priceUsdPerThousand,
        'governance.auditRatePerMonth': 0,
        'governance.transparencyShare': 0,
        'tactics.awareness.hoursPerMonth': 0,
      });
    return { expected: 1000 * PER_VISIT_USD, simulated: lastBought(world, 2000), tolerance: 0.05 };
  }),
];
