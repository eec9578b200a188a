import type { Commission, Multiplier, Payout, PersonPlan, PlanComponent } from '../../../model/plan.ts';
import type { MindKind } from '../../../model/role.ts';
import type { PayScope } from '../../../plans/payroll.ts';

/** A pay component in normal form, with shorthands expanded. */
export interface NormalComponent extends Omit<PlanComponent, 'payout' | 'multiplier' | 'scope'> {
  readonly scope: PayScope;
  readonly multipliers: readonly Multiplier[];
  readonly isShorthand?: true;
  /** A commission stays whole: its tiers follow the quota in force. */
  readonly payout: Payout | { readonly commission: Commission };
}

/** Metrics that shorthands pay on. */
const BOOKINGS = 'bookings';
const OWN_BOOKINGS = 'own-bookings';
const ACTIVITIES = 'activities';
const MEETINGS = 'meetings';
const MEETING_OPPORTUNITIES = 'meeting-opportunities';
/** Metrics that are kept for each person or group of a kind, and not only for the company. */
export const KEPT_APART: Readonly<Partial<Record<MindKind, readonly string[]>>> = {
  seller: [
    BOOKINGS,
    OWN_BOOKINGS,
    'other-line-bookings',
    'wins',
    'quota-attainment',
    'accepted-leads',
    'customer-satisfaction',
  ],
  caller: [MEETINGS, MEETING_OPPORTUNITIES],
};

/**
 * A person's pay components, with shorthands expanded: commission, meeting pay, a manager's rate.
 *
 * @example
 * componentsOf({ baseUsdPerYear: 0, meetings: { perMeetingUsd: 50 } }, 'caller')[0].metric // 'meetings'
 */
export function componentsOf(pay: PersonPlan, mind: MindKind): readonly NormalComponent[] {
  const all = [...writtenOf(pay, mind), ...shorthandsOf(pay, mind)];
  const { multiplier } = pay;
  if (multiplier === undefined) return all;
  return all.map((each) => ({ ...each, multipliers: [...each.multipliers, multiplier] }));
}

function writtenOf({ components = [] }: PersonPlan, mind: MindKind): NormalComponent[] {
  return components.map(({ multiplier, ...component }) => ({
    ...component,
    scope: scopeOf(component, mind),
    multipliers: multiplier === undefined ? [] : [multiplier],
  }));
}

/** Whose results count. Those of a manager, or of the only marketer, are those of the team. */
function scopeOf({ metric, scope }: PlanComponent, mind: MindKind): PayScope {
  if (mind === 'planner' || mind === 'judge') return 'team';
  return scope ?? (mind === 'seller' && KEPT_APART.seller!.includes(metric) ? 'own' : 'team');
}

function shorthandsOf({ commission, meetings, components }: PersonPlan, mind: MindKind): NormalComponent[] {
  const rates: NormalComponent[] = [];
  const isSilent = commission === undefined && (components ?? []).length > 0;
  if (mind === 'seller' && !isSilent) rates.push(...commissionOf(commission ?? { rateShare: 0 }, 'own'));
  else if (mind !== 'seller' && commission !== undefined) rates.push(...teamRatesOf(commission, mind));
  if (mind !== 'caller') return rates;
  const { perMeetingUsd = 0, perOpportunityUsd = 0 } = meetings ?? {};
  if (perMeetingUsd > 0) rates.push(perUnit(MEETINGS, 'pool', perMeetingUsd));
  if (perOpportunityUsd > 0) rates.push(perUnit(MEETING_OPPORTUNITIES, 'pool', perOpportunityUsd));
  return rates;
}

/** Rates on the team's bookings; a plain rate of 0 pays nothing and asks for no results. */
function teamRatesOf(commission: Commission, mind: MindKind): NormalComponent[] {
  const { rateShare = 0 } = commission;
  if (!isPlainRate(commission)) return commissionOf(commission, 'team');
  if (!(rateShare > 0)) return [];
  return mind === 'judge' ? [perUnit(BOOKINGS, 'team', rateShare)] : commissionOf(commission, 'team');
}

function isPlainRate(commission: Commission = {}): boolean {
  return Object.keys(commission).every((key) => key === 'rateShare');
}

function commissionOf(commission: Commission, scope: PayScope): NormalComponent[] {
  const { ownDealExtraShare = 0, perActivityUsd = 0, period = 'month', measured, gates } = commission;
  const multipliers = commission.multiplier === undefined ? [] : [commission.multiplier];
  return [
    { metric: BOOKINGS, period, measured, gates, multipliers, scope, payout: { commission } },
    ...(ownDealExtraShare > 0 ? [perUnit(OWN_BOOKINGS, scope, ownDealExtraShare)] : []),
    ...(perActivityUsd > 0 ? [perUnit(ACTIVITIES, scope === 'own' ? 'pool' : scope, perActivityUsd)] : []),
  ];
}

function perUnit(metric: string, scope: PayScope, perUnitUsd: number): NormalComponent {
  return { metric, period: 'month', scope, multipliers: [], isShorthand: true, payout: { perUnitUsd } };
}
