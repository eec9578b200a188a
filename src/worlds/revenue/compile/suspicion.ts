import { payoutCurve } from '../../../plans/payoutCurve.ts';
import type { MetricSlots, PayComponent, PayGate } from '../../../plans/payroll.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import type { CompiledPay } from '../contract/company.ts';
import { COUNTER } from '../contract/counters.ts';
import { targetedAuditHazard } from '../contract/discoveryRate.ts';
import type { RevenueWorld } from '../contract/world.ts';

/**
 * Numbers that are audited if a month's report is suspicious: each that a person is paid on, at the stated
 * multiple of an ordinary month. Empty without targeted audits.
 *
 * @param beliefs what is known of ordinary months; undefined while they are measured
 */
export function suspicionsOf(
  { governance }: RevenueWorld,
  { cells }: Pick<CompiledPay, 'cells'>,
  beliefs: Beliefs | undefined,
): readonly PayGate[] {
  const { auditPowerShare, suspicionTimes } = governance;
  if (!(auditPowerShare > 0) || beliefs === undefined) return [];
  const seen = new Map<string, PayGate>();
  for (const { numerator, denominator, isLowerBetter } of cells) {
    const usual = ordinary({ numerator, denominator }, beliefs);
    if (!(usual > 0) || numerator === COUNTER.ratingSum) continue;
    seen.set(
      `${numerator} ${denominator}`,
      isLowerBetter
        ? { numerator, denominator, level: usual / suspicionTimes, sign: -1 }
        : { numerator, denominator, level: usual * suspicionTimes, sign: 1 },
    );
  }
  return [...seen.values()];
}

/** A metric of an ordinary month. */
function ordinary({ numerator, denominator }: MetricSlots, { baseline }: Beliefs): number {
  if (denominator < 0) return baseline[numerator];
  return baseline[denominator] > 0 ? baseline[numerator] / baseline[denominator] : 0;
}

/**
 * Expected sanction of targeted audits as components of what a person maximises: a loss in proportion to the
 * month's gaming, if the number is suspicious.
 */
export function sanctionsOf(
  { governance }: RevenueWorld,
  pay: CompiledPay,
  suspicions: readonly PayGate[],
): PayComponent[] {
  const targetUsd = pay.cells.reduce((sum, { targetUsd, months }) => sum + targetUsd / months, 0);
  const lossUsd = governance.penaltyUsd + pay.clawbackShare * pay.clawbackMonths * targetUsd;
  return suspicions.map((gate) => ({
    metric: 'gamed-scale',
    numerator: COUNTER.gamedScale,
    denominator: -1,
    months: 1,
    scope: 'own',
    curve: payoutCurve(0, -targetedAuditHazard(governance) * lossUsd),
    followsQuota: false,
    isShorthand: false,
    isFelt: true,
    targetUsd: 0,
    gates: [gate],
  }));
}
