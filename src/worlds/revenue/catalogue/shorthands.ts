import type { Commission, Payout, PersonPlan, PlanComponent } from '../../../model/plan.ts';
import type { MindKind } from '../../../model/role.ts';
import type { PayScope } from '../../../plans/payroll.ts';

/** A pay component in normal form, with shorthands expanded. */
export interface NormalComponent extends Omit<PlanComponent, 'payout'> {
  readonly scope: PayScope;
  /** A commission stays whole: its tiers follow the quota in force. */
  readonly payout: Payout | { readonly commission: Commission };
}

/** Metrics that shorthands pay on. */
const BOOKINGS = 'bookings';
const OWN_BOOKINGS = 'own-bookings';
const ACTIVITIES = 'activities';
const MEETINGS = 'meetings';
const MEETING_OPPORTUNITIES = 'meeting-opportunities';

/**
 * A person's pay components, with shorthands expanded: commission, meeting pay, a manager's rate.
 *
 * @example
 * componentsOf({ baseUsdPerYear: 0, meetings: { perMeetingUsd: 50 } }, 'caller')[0].metric // 'meetings'
 */
export function componentsOf(pay: PersonPlan, mind: MindKind): readonly NormalComponent[] {
  const written = (pay.components ?? []).map((component) => ({ ...component, scope: 'team' as const }));
  if (mind === 'seller') return [...written, ...commissionOf(pay.commission ?? { rateShare: 0 })];
  if (mind === 'judge') return [...written, perUnit(BOOKINGS, 'team', pay.commission?.rateShare ?? 0)];
  if (mind === 'caller') {
    const { perMeetingUsd = 0, perOpportunityUsd = 0 } = pay.meetings ?? {};
    return [
      ...written,
      perUnit(MEETINGS, 'pool', perMeetingUsd),
      perUnit(MEETING_OPPORTUNITIES, 'pool', perOpportunityUsd),
    ];
  }
  return written;
}

function commissionOf(commission: Commission): NormalComponent[] {
  const { ownDealExtraShare = 0, perActivityUsd = 0 } = commission;
  return [
    { metric: BOOKINGS, period: 'month', scope: 'own', payout: { commission } },
    ...(ownDealExtraShare > 0 ? [perUnit(OWN_BOOKINGS, 'own', ownDealExtraShare)] : []),
    ...(perActivityUsd > 0 ? [perUnit(ACTIVITIES, 'pool', perActivityUsd)] : []),
  ];
}

function perUnit(metric: string, scope: PayScope, perUnitUsd: number): NormalComponent {
  return { metric, period: 'month', scope, payout: { perUnitUsd } };
}
