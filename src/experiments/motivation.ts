import type { RevenueArm } from '../scenario/scenario.ts';
import type { BeliefTable } from '../worlds/revenue/beliefs.ts';
import { compileCompany } from '../worlds/revenue/company.ts';
import { discoveryRate } from '../worlds/revenue/discoveryRate.ts';

/** What one gaming tactic took in an average month, and what it cost the person who used it. */
export interface TacticUse {
  readonly tactic: string;
  readonly title: string;
  readonly unit: string;
  readonly fabricates: boolean;
  /** Hollow amount a month, in the tactic's unit. */
  readonly amountPerMonth: number;
  /** The same in scale: 1 is the honest monthly amount. */
  readonly scalePerMonth: number;
  readonly moneyUsdPerMonth: number;
  readonly effortUsdPerMonth: number;
  readonly integrityUsdPerMonth: number;
  readonly expectedSanctionUsdPerMonth: number;
}

/** Why a person gamed or did not: what was at stake each month against what gaming took. */
export interface Motivation {
  readonly targetBonusUsdPerMonth: number;
  readonly hollowBonusUsdPerMonth: number;
  readonly medianIntegrityUsd: number;
  /** Whether the person reckons with rates of conversion instead of with all that follows. */
  readonly believesNaively: boolean;
  readonly uses: readonly TacticUse[];
}

/** Counter of each gaming lever's hollow amount, as a metric of the monthly table. */
const METRIC_OF = {
  botVisits: 'visitors',
  fakeLeads: 'leads',
  relabel: 'sqls',
  attribution: 'marketing-opportunities',
} as const;

/**
 * Sets the bonus against the price of gaming, tactic by tactic, from the hollow amounts of the runs.
 *
 * @param hollowPerMonth mean of reported less true, by metric, a month
 */
export function motivationOf(
  arm: RevenueArm,
  beliefs: BeliefTable,
  hollowPerMonth: (metric: string) => number,
  hollowBonusUsdPerMonth: number,
): Motivation | undefined {
  const director = arm.world.people.find((person) => person.role === 'marketing-director');
  if (director === undefined) return undefined;
  const company = compileCompany(arm.world, arm.pay, beliefs);
  const { integrityUsd } = director;
  const medianIntegrityUsd = typeof integrityUsd === 'number' ? integrityUsd : integrityUsd.lognormal.median;
  const hazard = discoveryRate(arm.world.governance);
  const ofRelabelled = hollowPerMonth('opportunities');
  const uses = company.tactics.flatMap((tactic): TacticUse[] => {
    if (tactic.productive) return [];
    const metric = METRIC_OF[tactic.lever as keyof typeof METRIC_OF];
    // Opportunities of relabelled leads are hollow too: only the rest was captured.
    const amount =
      tactic.lever === 'attribution'
        ? Math.max(0, hollowPerMonth(metric) - ofRelabelled)
        : hollowPerMonth(metric);
    const unit = beliefs.baseline[tactic.unitCounter];
    const scale = unit > 0 ? amount / unit : 0;
    if (scale < 0.005 || amount < 0.5) return [];
    const canSanction = tactic.definition.fabricates || company.canSanctionStretching;
    return [
      {
        tactic: tactic.definition.id,
        title: tactic.definition.title,
        unit: metric,
        fabricates: tactic.definition.fabricates,
        amountPerMonth: amount,
        scalePerMonth: scale,
        moneyUsdPerMonth: amount * tactic.priceUsdEach,
        effortUsdPerMonth: amount * tactic.effortUsdEach,
        integrityUsdPerMonth: scale * tactic.severity * medianIntegrityUsd,
        expectedSanctionUsdPerMonth: canSanction
          ? hazard * scale * tactic.severity * arm.world.governance.penaltyUsd
          : 0,
      },
    ];
  });
  return {
    targetBonusUsdPerMonth: company.directorPay.components.reduce(
      (sum, component) => sum + component.targetUsd / component.months,
      0,
    ),
    hollowBonusUsdPerMonth,
    medianIntegrityUsd,
    believesNaively: director.beliefs === 'naive',
    uses,
  };
}
