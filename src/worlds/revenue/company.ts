import { exp } from '../../core/numeric/elementary.ts';
import type { Commission, PersonPlan, Plan } from '../../model/plan.ts';
import { MONTHS_IN } from '../../model/plan.ts';
import type { Lever, TacticDefinition } from '../../model/tactic.ts';
import { commissionCurve, componentCurve } from '../../plans/compilePlan.ts';
import { type PayoutCurve, payoutAt, sumOfCurves } from '../../plans/payoutCurve.ts';
import type { BeliefTable } from './beliefs.ts';
import { COUNTER, type Counter } from './counters.ts';
import { type CompiledManager, compileManager } from './managerMind.ts';
import { METRICS } from './metrics/index.ts';
import { SCORE_CLASSES } from './scoreClasses.ts';
import { arrangesHollow } from './sellersGames.ts';
import { TACTICS } from './tactics/index.ts';
import type { PersonValues, RevenueWorld } from './world.ts';

/** A metric as counter indices; -1 where it is no ratio. */
export interface CompiledMetric {
  readonly numerator: number;
  readonly denominator: number;
}

export interface CompiledComponent extends CompiledMetric {
  readonly metric: string;
  readonly months: number;
  readonly curve: PayoutCurve;
  /** What it pays on target, in dollars a period; 0 for pay per unit. */
  readonly targetUsd: number;
  readonly gates: readonly (CompiledMetric & { readonly level: number; readonly sign: number })[];
}

/** One person's pay, ready for payroll. */
export interface CompiledPay {
  readonly baseUsdPerMonth: number;
  readonly components: readonly CompiledComponent[];
  /** The same pay as decisions value it: components on the same metric, period and gates are one, since their luck is one. */
  readonly valued: readonly CompiledComponent[];
  readonly commission: PayoutCurve;
  /** What the commission is made from, for quotas and forecasts that move. */
  readonly commissionTerms: Commission;
  readonly deferredShare: number;
  readonly deferralMonths: number;
  readonly clawbackShare: number;
  readonly clawbackMonths: number;
}

/** One tactic of the director, ready for the engine. */
export interface CompiledTactic {
  readonly definition: TacticDefinition;
  readonly lever: Lever;
  readonly productive: boolean;
  readonly hoursPerMonth: number;
  readonly elasticity: number;
  readonly carryOverDays: number;
  readonly priceUsdEach: number;
  readonly effortUsdEach: number;
  readonly severity: number;
  readonly maxScale: number;
  /** Counter whose honest monthly amount is one unit of gaming; -1 for productive tactics. */
  readonly unitCounter: number;
}

/** How a run departs from what its people would choose: used for counterfactuals and for beliefs. */
export interface Policy {
  /** Motive that replaces every person's own. */
  readonly motive?: 'honest' | 'company';
  /** Fixed levels by tactic, from a month to a month (1-based, within the months of play); the rest stays at baseline. */
  readonly levels?: Float64Array;
  readonly fromMonth?: number;
  readonly toMonth?: number;
  /** Shift of the bar above which leads are passed. */
  readonly barShift?: number;
  /** Whether reps leave the timing of deals alone. */
  readonly repsHonest?: boolean;
  /** Effort of the reps as a multiple of the baseline. */
  readonly repEffort?: number;
  /** Deals count at their expected value instead of being drawn: exact for means, since nothing reacts to a single win. */
  readonly expectedDeals?: boolean;
}

/** A world and a plan, ready to run. */
export interface Company {
  readonly world: RevenueWorld;
  readonly director: PersonValues | undefined;
  readonly reps: PersonValues;
  readonly directorPay: CompiledPay;
  readonly repsPay: CompiledPay;
  readonly inside: CompiledInside;
  readonly manager: CompiledManager;
  /** Whether chairs are left and filled. */
  readonly sellersMove: boolean;
  readonly tactics: readonly CompiledTactic[];
  /** Which of them bring visits. */
  readonly visitTactics: Int32Array;
  /** Tactics that move numbers and nothing else. */
  readonly gamingTactics: Int32Array;
  readonly beliefs: BeliefTable | undefined;
  readonly policy: Policy;
  readonly warmUpDays: number;
  readonly days: number;
  /** Score from which marketing passes a lead: the definition in force. */
  readonly sqlBar: number;
  /** Leads that marketing at baseline brings in a month. */
  readonly leadsPerMonth: number;
  readonly labelOnly: boolean;
  /** Number of classes into which a rep can tell leads apart. */
  readonly classes: number;
  readonly canSanctionStretching: boolean;
  /** Most chairs that sellers can have during a run. */
  readonly seats: number;
  /** What a chair costs in a month: the pay of a rep on quota, in dollars. */
  readonly seatUsdPerMonth: number;
  /** The same company under the plan that takes the place of this one, and from which month of play on (0-based). */
  readonly later?: { readonly fromMonth: number; readonly company: Company };
  /** Part of a lead's chance that is left after so many days of waiting: exp(-age / coolingDays), by age. */
  readonly freshness: Float64Array;
}

/** Pay of inside sales, and what it makes of a lead that is not ready. */
export interface CompiledInside {
  readonly baseUsdPerMonth: number;
  readonly perMeetingUsd: number;
  readonly perOpportunityUsd: number;
  /** What a meeting with somebody thought not ready is expected to pay, in dollars. */
  readonly hollowWorthUsd: number;
  /** Whether they choose by what it pays. */
  readonly plays: boolean;
}

/** Chairs that reviews can add to those of a scenario. */
export const MOST_NEW_SEATS = 1000;

/** People left to themselves: every word that a policy has, so that companies are objects of one form, whichever words are used. */
const LEFT_ALONE: Readonly<Record<keyof Policy, undefined>> = {
  motive: undefined,
  levels: undefined,
  fromMonth: undefined,
  toMonth: undefined,
  barShift: undefined,
  repsHonest: undefined,
  repEffort: undefined,
  expectedDeals: undefined,
};

const NOBODY: PersonPlan = { baseUsdPerYear: 0 };

/** A plan that takes the place of another, from a month of play on (1-based). */
export interface LaterPlan {
  readonly fromMonth: number;
  readonly pay: Plan;
}

/** Makes a world and a plan ready to run: curves in dollars, counters by index, days counted. */
export function compileCompany(
  world: RevenueWorld,
  plan: Plan,
  beliefs: BeliefTable | undefined,
  policy: Policy = {},
  later?: LaterPlan,
): Company {
  const company = underOnePlan(world, plan, beliefs, policy);
  if (later === undefined) return company;
  const { seats, seatUsdPerMonth } = company;
  // What a chair costs in the budget is not counted anew.
  const next = { ...underOnePlan(world, later.pay, beliefs, policy), seats, seatUsdPerMonth };
  // Chairs that were left under one plan are filled under the other.
  const sellersMove = company.sellersMove || next.sellersMove;
  return {
    ...company,
    sellersMove,
    later: { fromMonth: later.fromMonth - 1, company: { ...next, sellersMove } },
  };
}

function underOnePlan(
  world: RevenueWorld,
  plan: Plan,
  beliefs: BeliefTable | undefined,
  policy: Policy,
): Company {
  const director = world.people.find((person) => person.role === 'marketing-director');
  const reps = world.people.find((person) => person.role === 'account-executive');
  if (reps === undefined) throw new Error('a revenue world needs account executives');
  const { daysPerMonth, warmUpMonths, tailDays } = world.calendar;
  const visibility =
    world.governance.leadVisibility !== 'by-stage'
      ? world.governance.leadVisibility
      : world.governance.stage === 'ambiguous'
        ? 'label'
        : 'score';
  const repsPay = compilePay(plan[reps.name] ?? ownPay(reps), world.sales.quotaUsdPerMonth);
  const seatUsdPerMonth =
    repsPay.baseUsdPerMonth + payoutAt(repsPay.commission, world.sales.quotaUsdPerMonth);
  const manager = compileManager(world, plan, policy.levels === undefined ? beliefs : undefined);
  const tactics = compileTactics(world);
  const days = (warmUpMonths + world.horizonMonths) * daysPerMonth + tailDays;
  return {
    world,
    director,
    reps,
    directorPay: compilePay(director === undefined ? NOBODY : (plan[director.name] ?? ownPay(director)), 1),
    repsPay,
    inside: compileInside(world, plan, policy, beliefs),
    manager,
    sellersMove:
      world.sales.turnoverSharePerYear > 0 ||
      world.governance.budgetRule !== 'fixed' ||
      manager.leastSkill > -Infinity,
    tactics,
    visitTactics: Int32Array.from(tactics.keys()).filter((k) => tactics[k].lever === 'visitRate'),
    gamingTactics: Int32Array.from(tactics.keys()).filter((k) => !tactics[k].productive),
    beliefs,
    policy: { ...LEFT_ALONE, ...policy },
    warmUpDays: warmUpMonths * daysPerMonth,
    days,
    sqlBar: definitionInForce(world),
    leadsPerMonth: world.channels.reduce(
      (sum, channel) =>
        sum + channel.visitsPerMonth * (1 - channel.ambientBotShare) * channel.leadsPerVisitShare,
      0,
    ),
    labelOnly: visibility === 'label',
    classes: visibility === 'label' ? 1 : visibility === 'readiness' ? 2 : SCORE_CLASSES,
    canSanctionStretching: world.governance.stage !== 'ambiguous',
    seats: mostSeats(world, seatUsdPerMonth),
    seatUsdPerMonth,
    freshness: Float64Array.from({ length: days + 1 }, (_, age) =>
      age === 0 ? 1 : exp(-age / world.sales.coolingDays),
    ),
  };
}

/** Chairs that there could be if the board gave all of marketing's money to sales. */
function mostSeats({ sales, governance, marketing }: RevenueWorld, seatUsdPerMonth: number): number {
  if (governance.budgetRule === 'fixed' || !(seatUsdPerMonth > 0)) return sales.reps;
  return (
    sales.reps + Math.min(MOST_NEW_SEATS, Math.floor(marketing.budgetUsdPerMonth / seatUsdPerMonth + 1e-6))
  );
}

const GAP_IN_FORCE = { ambiguous: 1, structured: 0.5, aligned: 0 } as const;

/** Score from which marketing passes a lead to sales: the more is agreed, the less of marketing's own idea is in it. */
export function definitionInForce({ marketing, governance }: RevenueWorld): number {
  return marketing.sqlBar - GAP_IN_FORCE[governance.stage] * marketing.definitionGap;
}

/** Pay where the plan does not name the person. */
function ownPay(person: PersonValues): PersonPlan {
  return { baseUsdPerYear: person.baseUsdPerYear, commission: { rateShare: person.commissionShare } };
}

/** Looks a metric of the catalogue up. */
export function compileMetric(id: string): CompiledMetric & { readonly lowerIsBetter: boolean } {
  const metric = METRICS.find((candidate) => candidate.id === id);
  if (metric === undefined) throw new Error(`no metric ${id} in the catalogue`);
  return {
    numerator: COUNTER[metric.numerator],
    denominator: metric.denominator === undefined ? -1 : COUNTER[metric.denominator],
    lowerIsBetter: metric.direction === 'lower',
  };
}

function compilePay(pay: PersonPlan, quotaUsdPerMonth: number): CompiledPay {
  const components = (pay.components ?? []).map((component) => {
    const { numerator, denominator, lowerIsBetter } = compileMetric(component.metric);
    return {
      metric: component.metric,
      numerator,
      denominator,
      months: MONTHS_IN[component.period],
      curve: componentCurve(component, pay.bonusUsdPerYear ?? 0, lowerIsBetter),
      targetUsd:
        ((pay.bonusUsdPerYear ?? 0) * (component.weightShare ?? 0) * MONTHS_IN[component.period]) / 12,
      gates: (component.gates ?? []).map((gate) => {
        const compiled = compileMetric(gate.metric);
        return { ...compiled, level: gate.level, sign: compiled.lowerIsBetter ? -1 : 1 };
      }),
    };
  });
  return {
    baseUsdPerMonth: pay.baseUsdPerYear / 12,
    components,
    valued: joinAlike(components),
    commission: commissionCurve(pay.commission ?? { rateShare: 0 }, quotaUsdPerMonth),
    commissionTerms: pay.commission ?? { rateShare: 0 },
    deferredShare: pay.deferral?.share ?? 0,
    deferralMonths: pay.deferral?.months ?? 0,
    clawbackShare: pay.clawback?.share ?? 0,
    clawbackMonths: pay.clawback?.months ?? 0,
  };
}

/**
 * Components on the same metric, period and gates as one component with the sum of their curves. Valued apart, their luck would count as independent, and a
 * component split in two would be worth more than the whole.
 */
function joinAlike(components: readonly CompiledComponent[]): CompiledComponent[] {
  const groups = new Map<string, CompiledComponent[]>();
  for (const component of components) {
    const { numerator, denominator, months, gates } = component;
    const key = JSON.stringify([numerator, denominator, months, gates]);
    groups.set(key, [...(groups.get(key) ?? []), component]);
  }
  return [...groups.values()].map((alike) =>
    alike.length === 1
      ? alike[0]
      : {
          ...alike[0],
          curve: sumOfCurves(alike.map(({ curve }) => curve)),
          targetUsd: alike.reduce((sum, { targetUsd }) => sum + targetUsd, 0),
        },
  );
}

function compileInside(
  world: RevenueWorld,
  plan: Plan,
  { levels, repsHonest = false }: Policy,
  beliefs: BeliefTable | undefined,
): CompiledInside {
  const { inside, sales, people } = world;
  const person = people.find(({ role }) => role === 'inside-sales');
  const pay = person === undefined ? NOBODY : (plan[person.name] ?? ownPay(person));
  const { perMeetingUsd = 0, perOpportunityUsd = 0 } = pay.meetings ?? {};
  // As many of those thought not ready are ready as err that way, at even odds to begin with.
  const becomes =
    inside.errorShare * sales.readyOpportunityShare + (1 - inside.errorShare) * sales.unreadyOpportunityShare;
  return {
    baseUsdPerMonth: pay.baseUsdPerYear / 12,
    perMeetingUsd,
    perOpportunityUsd,
    hollowWorthUsd: perMeetingUsd + becomes * perOpportunityUsd,
    plays: arrangesHollow(world, plan) && beliefs !== undefined && levels === undefined && !repsHonest,
  };
}

function compileTactics(world: RevenueWorld): CompiledTactic[] {
  return TACTICS.map((definition) => {
    const values = world.tactics[definition.id];
    return {
      definition,
      lever: definition.lever,
      productive: definition.kind === 'productive',
      hoursPerMonth: values.hoursPerMonth ?? 0,
      elasticity: values.elasticity ?? 1,
      carryOverDays: values.carryOverDays ?? 0,
      priceUsdEach: (values.priceUsdPerThousand ?? 0) / 1000,
      effortUsdEach: values.effortUsdEach ?? 0,
      severity: values.severity ?? 0,
      maxScale: values.maxScale ?? 0,
      unitCounter: definition.unitCounter === undefined ? -1 : COUNTER[definition.unitCounter as Counter],
    };
  });
}
