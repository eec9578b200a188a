import { ownValue } from '../../../core/ownValue.ts';
import { MONTHS_IN, type Payout, type PersonPlan, type Plan } from '../../../model/plan.ts';
import type { MindKind } from '../../../model/role.ts';
import { commissionCurve } from '../../../plans/commissionCurve.ts';
import { componentCurve } from '../../../plans/componentCurve.ts';
import { curveThroughPoints } from '../../../plans/multiplierCurve.ts';
import { type PayoutCurve, sumOfCurves } from '../../../plans/payoutCurve.ts';
import type { PayComponent, PayTerms } from '../../../plans/payroll.ts';
import { SLOTS } from '../catalogue/counters.ts';
import { rating } from '../catalogue/metrics/rating.ts';
import { componentsOf, type NormalComponent } from '../catalogue/shorthands.ts';
import type { CompiledPay } from '../contract/company.ts';
import type { Slots } from '../contract/slots.ts';
import type { PersonValues } from '../contract/world.ts';
import { cellsOf, compileMatrix } from './matrix.ts';
import { type CompiledMetric, compileMetric } from './metrics.ts';
import { compileRating } from './rating.ts';

const MONTHS_PER_YEAR = 12;

/** A person's pay under a plan; if the plan does not name them, their pay in the scenario. */
export function payOfPerson(plan: Plan, person: PersonValues): PersonPlan {
  return (
    ownValue(plan, person.name) ?? {
      baseUsdPerYear: person.baseUsdPerYear,
      commission: { rateShare: person.commissionShare },
    }
  );
}

/**
 * Compiles a person's pay for payroll: curves in dollars, metrics as ledger slots.
 *
 * @param quotaUsdPerMonth the quota for which commission curves are compiled: a seller's, or the team's
 * @param people number of people under the name, who share what is paid in parts
 * @param slots layout of the company's counters
 */
export function compilePay(
  pay: PersonPlan,
  mind: MindKind,
  quotaUsdPerMonth: number,
  people = 1,
  slots: Slots = SLOTS,
): CompiledPay {
  const all = componentsOf(pay, mind).map((component) =>
    compileComponent(component, pay, { quotaUsdPerMonth, people, slots }),
  );
  // Rates beside a commission are paid to the group together, components to each of its members.
  const isJoint = ({ scope, isShorthand }: PayComponent) => isShorthand && scope === 'pool';
  const components = all.filter((component) => !isJoint(component));
  const cells = components.flatMap(cellsOf);
  return {
    baseUsdPerMonth: pay.baseUsdPerYear / 12,
    components,
    cells,
    pooled: all.filter(isJoint),
    valued: joinAlike(cells),
    suspicions: [],
    isSettled: isSettled(pay),
    paysLeavers: pay.eligibility?.leavers === 'proRata',
    deferredShare: pay.deferral?.share ?? 0,
    deferralMonths: pay.deferral?.months ?? 0,
    defersCommission: pay.deferral?.of === 'commission',
    clawbackShare: pay.clawback?.share ?? 0,
    clawbackMonths: pay.clawback?.months ?? 0,
    ...(pay.judged === undefined ? {} : { rating: compileRating(pay.judged) }),
  };
}

/**
 * Adds to the pay that a person maximises the loss felt from missing targets, whether they are paid or not.
 *
 * Formula, by component: goal x months x weight x min(1, attainment): the loss, up to a constant.
 *
 * @param goalUsd loss felt from missing all targets entirely for a month, in dollars
 * @source M. E. Schweitzer, L. Ordóñez and B. Douma, "Goal setting as a motivator of unethical behavior",
 * Academy of Management Journal 47 (2004) 422-432: people with unmet goals overstate, paid for them or not
 */
export function withGoals(
  pay: CompiledPay,
  written: PersonPlan,
  goalUsd: number,
  slots: Slots = SLOTS,
): CompiledPay {
  if (!(goalUsd > 0)) return pay;
  const felt = { ...written, bonusUsdPerYear: MONTHS_PER_YEAR * goalUsd };
  const goals = componentsOf(written, 'planner')
    .filter(({ target, targets, basis }) => (target ?? targets) !== undefined && basis !== 'growth')
    .map((component) => {
      const payout = { linear: true, capShare: 1 } as const;
      const { gates: _, capUsd: __, floorShare: ___, ...plain } = component;
      return {
        ...compileComponent({ ...plain, multipliers: [], payout }, felt, {
          quotaUsdPerMonth: 1,
          people: 1,
          slots,
        }),
        targetUsd: 0,
        isFelt: true,
      };
    });
  return { ...pay, valued: joinAlike([...pay.cells, ...goals]) };
}

function isSettled({ commission, deferral, capUsdPerYear, guarantee }: PersonPlan): boolean {
  const terms = [commission?.draw, commission?.capUsdPerYear, capUsdPerYear, guarantee];
  return terms.some((term) => term !== undefined) || deferral?.of === 'commission';
}

/** What a component is compiled for. */
interface Around {
  readonly quotaUsdPerMonth: number;
  readonly people: number;
  readonly slots: Slots;
}

function compileComponent(
  component: NormalComponent,
  pay: PersonPlan,
  { quotaUsdPerMonth, people, slots }: Around,
): PayComponent {
  const { metric, period, weightShare = 0, scope, payout, gates = [] } = component;
  const { numerator, denominator, lowerIsBetter } = compileMetric(metric, component.of, slots);
  const sharers = component.each === 'part' ? people : 1;
  const bonus = (pay.bonusUsdPerYear ?? 0) / sharers;
  const isCommission = typeof payout === 'object' && 'commission' in payout;
  const targetUsd = (bonus * weightShare * MONTHS_IN[period]) / 12;
  return {
    metric,
    numerator,
    denominator,
    ...(lowerIsBetter ? { isLowerBetter: true } : {}),
    months: MONTHS_IN[period],
    scope,
    curve: isCommission
      ? commissionCurve(payout.commission, quotaUsdPerMonth * MONTHS_IN[period])
      : componentCurve(
          { ...periodOf(component, denominator), payout: partOf(payout, sharers) },
          bonus,
          lowerIsBetter,
        ),
    followsQuota: isCommission,
    isShorthand: component.isShorthand === true,
    ...(isCommission
      ? {
          commissionAt: (quotaUsd: number, periods: number, forecastUsd = quotaUsd) =>
            commissionCurve(payout.commission, quotaUsd, forecastUsd, periods),
        }
      : {}),
    targetUsd,
    goal: component.targets?.[0] ?? component.target,
    gates: gates.map((gate) => {
      const { lowerIsBetter: isCeiling, ...slots } = compileMetric(gate.metric);
      return { ...slots, level: gate.level, sign: isCeiling ? -1 : 1 };
    }),
    terms: compileTerms(component, targetUsd, {
      denominator,
      lowerIsBetter,
      joiners: isCommission || component.isShorthand === true ? undefined : pay.eligibility?.joiners,
    }),
  };
}

/** A component with the target of a period: against the year, that of an amount is written for the year. */
function periodOf(component: NormalComponent, denominator: number): NormalComponent {
  const { measured, target, period } = component;
  if (measured !== 'againstYear' || target === undefined || denominator >= 0) return component;
  return { ...component, target: (target * MONTHS_IN[period]) / 12 };
}

/** A piece rate shared by several people; other payouts are shares of a bonus. */
function partOf(payout: Payout, sharers: number): Payout {
  if (sharers === 1 || typeof payout !== 'object' || !('perUnitUsd' in payout)) return payout;
  return { perUnitUsd: payout.perUnitUsd / sharers };
}

/** Terms of a component beyond its curve and gates; undefined if it has none. */
function compileTerms(
  component: NormalComponent,
  targetUsd: number,
  {
    denominator,
    lowerIsBetter,
    joiners = 'proRata',
  }: Pick<CompiledMetric, 'denominator' | 'lowerIsBetter'> & { readonly joiners?: PayTerms['joiners'] },
): PayTerms | undefined {
  const {
    measured,
    basis,
    growthFrom = NaN,
    targets = [],
    multipliers,
    floorShare,
    capUsd,
    payout,
    fromMonth = 1,
    toMonth = Infinity,
  } = component;
  const terms: PayTerms = {
    isYearToDate: measured === 'yearToDate' || measured === 'againstYear',
    isAgainstYear: measured === 'againstYear',
    isGrowth: basis === 'growth',
    growthFrom,
    seasons: targets.map((target) => target / targets[0]),
    factors: multipliers.map(({ metric, points }) => {
      const { numerator, denominator } = compileMetric(metric);
      return { numerator, denominator, curve: curveThroughPoints(points) };
    }),
    table:
      typeof payout === 'object' && 'matrix' in payout
        ? compileMatrix(
            payout.matrix,
            targets[0] ?? periodOf(component, denominator).target ?? 1,
            targetUsd,
            lowerIsBetter,
          )
        : undefined,
    // A rating can be below 0, and nobody pays for it.
    floorUsd:
      floorShare === undefined ? (component.metric === rating.id ? 0 : -Infinity) : floorShare * targetUsd,
    capUsd: capUsd ?? Infinity,
    fromMonth: fromMonth - 1,
    toMonth: toMonth - 1,
    joiners,
  };
  const isPlain =
    !terms.isYearToDate &&
    !terms.isGrowth &&
    terms.seasons.length + terms.factors.length === 0 &&
    terms.table === undefined &&
    terms.floorUsd === -Infinity &&
    capUsd === undefined &&
    fromMonth === 1 &&
    toMonth === Infinity &&
    joiners === 'proRata';
  return isPlain ? undefined : terms;
}

/**
 * Merges components on the same metric, period and gates into one with the sum of their curves. Valued
 * separately, their risks would count as independent, and splitting a component would raise its value.
 */
function joinAlike(components: readonly PayComponent[]): PayComponent[] {
  const groups = new Map<string, PayComponent[]>();
  for (const component of components) {
    const { numerator, denominator, months, gates, terms } = component;
    // Floors, caps and running totals are each component's own.
    const own = terms === undefined ? undefined : groups.size;
    const key = JSON.stringify([numerator, denominator, months, gates, own]);
    groups.set(key, [...(groups.get(key) ?? []), component]);
  }
  return [...groups.values()].map((alike) => (alike.length === 1 ? alike[0] : join(alike)));
}

function join(alike: readonly PayComponent[]): PayComponent {
  return {
    ...alike[0],
    curve: sumOfCurves(alike.map(({ curve }): PayoutCurve => curve)),
    targetUsd: alike.reduce((sum, { targetUsd }) => sum + targetUsd, 0),
  };
}
