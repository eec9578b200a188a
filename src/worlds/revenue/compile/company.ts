import { exp, log, pow } from '../../../core/numeric/elementary.ts';
import { normalCdf } from '../../../core/numeric/normal.ts';
import type { Plan } from '../../../model/plan.ts';
import { logNormalParameters } from '../../../random/distributions.ts';
import { layoutOf, SLOTS } from '../catalogue/counters.ts';
import { GAMES } from '../catalogue/games/index.ts';
import { outcomesDuring } from '../catalogue/outcomes/during.ts';
import { OUTCOMES } from '../catalogue/outcomes/index.ts';
import { outcomesOfPerson } from '../catalogue/outcomes/people.ts';
import type { Beliefs, Signing } from '../contract/beliefs.ts';
import type { Assignment, Company, Planner } from '../contract/company.ts';
import { SCORE_CLASSES } from '../contract/labels.ts';
import { leadsAtBaseline } from '../contract/leadsAtBaseline.ts';
import { MOMENTS } from '../contract/moments.ts';
import type { OutcomeRecord } from '../contract/outcome.ts';
import type { Named } from '../contract/parts.ts';
import type { Policy } from '../contract/policy.ts';
import { productMix } from '../contract/productMix.ts';
import { slotOf } from '../contract/slots.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { contractsBefore } from './contractsBefore.ts';
import { definitionInForce, visibilityInForce } from './definitionInForce.ts';
import { outcomesByPart, partRowsOf, partsOf } from './parts.ts';
import { employ } from './people.ts';
import { readyShares } from './readyShares.ts';
import { mostSeats, seatCost, seatsOfGroups, workingTimes } from './seats.ts';
import { compileSurveys } from './surveys.ts';
import { assign, compileTactics, type Office } from './tactics.ts';

/** A plan that replaces another from a month of play on (1-based). */
export interface LaterPlan {
  readonly fromMonth: number;
  readonly pay: Plan;
  /** Beliefs under it; by default those under the first plan. */
  readonly beliefs?: Beliefs;
  /** Whether people find out by doing what it pays for. */
  readonly isLearnt?: boolean;
  readonly usual?: Company['usual'];
}

/** Options of a company besides its world, plan and beliefs. */
export interface CompanyOptions {
  readonly policy?: Policy;
  readonly later?: LaterPlan;
  /** How contracts were signed before play; default: as people of this world know it. */
  readonly signing?: Signing;
  /** Planners and parts with outcomes of their own, in order; default: those of the company. */
  readonly named?: Named;
}

/** No intervention. Lists every key of a policy, so that all companies have the same object shape. */
const LEFT_ALONE: Readonly<Record<keyof Policy, undefined>> = {
  motive: undefined,
  alone: undefined,
  levels: undefined,
  fromMonth: undefined,
  toMonth: undefined,
  without: undefined,
  scaled: undefined,
  expectedDiscovery: undefined,
  barShift: undefined,
  sellersHonest: undefined,
  sellerEffort: undefined,
  expectedDeals: undefined,
};

/**
 * Compiles a world and a plan for the engine: pay as curves in dollars, metrics as ledger slots, a calendar
 * in days.
 *
 * @param beliefs believed effects of tactics; if omitted, nobody optimises, but scripts are followed
 * @example compileCompany(world, plan, measureBeliefs(world), { policy: { motive: 'honest' } })
 */
export function compileCompany(
  world: RevenueWorld,
  plan: Plan,
  beliefs: Beliefs | undefined,
  { policy = {}, later, named, signing = beliefs?.signing }: CompanyOptions = {},
): Company {
  const company = {
    ...underOnePlan(world, plan, beliefs, policy, named),
    contractsBefore: contractsBefore(world, signing),
    usual: later?.usual,
  };
  if (later === undefined) return company;
  const { seats, seatUsdPerMonth, groupOfSeat, timeShares, startMonths, contractsBefore: before } = company;
  // Positions and their budgeted cost stay those of the first plan.
  const next = {
    ...underOnePlan(
      later.isLearnt === true ? withLearners(world) : world,
      later.pay,
      later.beliefs ?? beliefs,
      policy,
      named,
    ),
    seats,
    seatUsdPerMonth,
    groupOfSeat,
    timeShares,
    startMonths,
    contractsBefore: before,
    usual: later.usual,
  };
  // A position vacated under one plan is filled under the other.
  const sellersMove = company.sellersMove || next.sellersMove;
  return {
    ...company,
    sellersMove,
    later: { fromMonth: later.fromMonth - 1, company: { ...next, sellersMove } },
  };
}

/** A world in which everybody learns by doing what their work is worth. */
function withLearners(world: RevenueWorld): RevenueWorld {
  return { ...world, people: world.people.map((person) => ({ ...person, beliefs: 'learning' as const })) };
}

function underOnePlan(
  world: RevenueWorld,
  plan: Plan,
  beliefs: Beliefs | undefined,
  policy: Policy,
  named: Named | undefined,
): Omit<Company, 'contractsBefore'> {
  const { offices, ...staff } = employ(world, plan, beliefs, policy);
  if (staff.sellers.length === 0) throw new Error('a revenue world needs sellers');
  const unused = compileTactics(world, offices);
  const assignments = assign(offices, unused);
  const tactics = unused.map((tactic, k) => ({
    ...tactic,
    users: indicesOf(assignments, (assignment) => assignment.tactic === k),
  }));
  const planners = offices.map((office, row) => plannerOf(office, row, assignments));
  const seatUsdPerMonth = seatCost(world, staff.sellers[0]);
  const seats = mostSeats(world, seatUsdPerMonth);
  return {
    world,
    ...staff,
    planners,
    tactics,
    assignments,
    gamingAssignments: indicesOf(assignments, ({ tactic }) => !tactics[tactic].productive),
    workHours: Float64Array.from(assignments, ({ tactic, hoursPerMonth }) =>
      tactics[tactic].productive ? hoursPerMonth : -1,
    ),
    spoilers: indicesOf(assignments, ({ tactic }) => tactics[tactic].spoils >= 0),
    surveys: compileSurveys(tactics),
    showAssignments: indicesOf(assignments, ({ tactic }) => {
      const { lever } = tactics[tactic];
      return lever.kind === 'gaming' && lever.takesHours === true;
    }),
    productiveTactics: indicesOf(tactics, ({ productive }) => productive),
    visitTactics: indicesOf(tactics, ({ lever }) => lever.kind === 'productive' && lever.moves === 'visits'),
    ...COUNTED,
    slots: layoutOf(world.slices),
    sliced: layoutOf(world.slices).sliced,
    outcomes: [
      ...OUTCOMES,
      ...personalOutcomes(planners, named?.planners),
      ...outcomesByPart(world, named?.parts),
      ...(named?.quarters ?? []).flatMap(outcomesDuring),
    ],
    notesMonths: (named?.quarters ?? []).length > 0,
    beliefs,
    policy: { ...LEFT_ALONE, ...policy },
    sellersMove:
      world.sales.turnoverSharePerYear > 0 ||
      world.governance.budgetRule !== 'fixed' ||
      staff.sellers.some(({ values }) => values.startMonth > 0) ||
      staff.judges.some(({ terms }) => terms.leastSkill > -Infinity),
    seats,
    seatUsdPerMonth,
    groupOfSeat: seatsOfGroups(staff.sellers, seats),
    ...workingTimes(staff.sellers, seats),
    ...calendarOf(world),
    ...knowledgeOf(world),
    ...dealsOf(world),
  };
}

/** Counters of the catalogue, the same in every company. */
const COUNTED = {
  markedSlots: Int32Array.from(
    GAMES.flatMap(({ counters = [] }) => counters.map(({ id }) => slotOf(SLOTS, id))),
  ),
  watched: SLOTS.counters.filter(({ counts }) => MOMENTS.some((moment) => counts?.[moment] !== undefined)),
};

function indicesOf<T>(items: readonly T[], isMeant: (item: T) => boolean): Int32Array {
  return Int32Array.from(items.keys()).filter((i) => isMeant(items[i]));
}

function plannerOf(office: Office, row: number, assignments: readonly Assignment[]): Planner {
  return {
    ...office,
    row,
    firstAssignment: Math.max(
      0,
      assignments.findIndex(({ planner }) => planner === row),
    ),
    assignmentCount: assignments.filter(({ planner }) => planner === row).length,
  };
}

/** Personal outcomes of the named planners; NaN for a name that the company does not have. */
function personalOutcomes(
  planners: readonly Planner[],
  named: readonly string[] = planners.map(({ name }) => name),
): OutcomeRecord[] {
  return named.flatMap((name) => {
    const planner = planners.find((candidate) => candidate.name === name);
    const records = outcomesOfPerson({ name, row: planner?.row ?? 0 });
    return planner === undefined ? records.map((record) => ({ ...record, measure: () => NaN })) : records;
  });
}

function calendarOf({ calendar, horizonMonths }: RevenueWorld): Pick<Company, 'warmUpDays' | 'days'> {
  const { daysPerMonth, warmUpMonths, tailDays } = calendar;
  return {
    warmUpDays: warmUpMonths * daysPerMonth,
    days: (warmUpMonths + horizonMonths) * daysPerMonth + tailDays,
  };
}

/** The lead definition in force, and what sellers can tell about a lead. */
function knowledgeOf(
  world: RevenueWorld,
): Pick<
  Company,
  'sqlBar' | 'newestFirst' | 'labelOnly' | 'classes' | 'readyShares' | 'canSanctionStretching'
> {
  const visibility = visibilityInForce(world);
  const classes = { label: 1, readiness: 2, score: SCORE_CLASSES }[visibility];
  return {
    sqlBar: definitionInForce(world),
    newestFirst: world.sales.leadOrder === 'newest',
    labelOnly: visibility === 'label',
    classes,
    readyShares: readyShares(world, classes),
    canSanctionStretching: world.governance.stage !== 'ambiguous',
  };
}

/** Share of a month's work from each of its days on that is decided before the month ends. */
function decidedInMonth(
  { sales, calendar }: RevenueWorld,
  cycle: { readonly logMean: number; readonly logSd: number },
): Float64Array {
  const { daysPerMonth } = calendar;
  return Float64Array.from({ length: daysPerMonth }, (_, dayOfMonth) => {
    if (cycle.logSd === 0) return Math.max(0, 1 - dayOfMonth / daysPerMonth - sales.cycleDays / daysPerMonth);
    let decided = 0;
    // Times are rounded to whole days.
    for (let left = 0; left < daysPerMonth - dayOfMonth; left++)
      decided += normalCdf((log(left + 0.5) - cycle.logMean) / cycle.logSd) / daysPerMonth;
    return decided;
  });
}

function dealsOf(
  world: RevenueWorld,
): Pick<
  Company,
  | 'leadsPerMonth'
  | 'dealLogMean'
  | 'dealLogSd'
  | 'cycleLogMean'
  | 'cycleLogSd'
  | 'cycleDependsOnOutcome'
  | 'decidedInMonth'
  | 'termDiscount'
  | 'partCount'
  | 'partRows'
  | 'products'
  | 'freshness'
> {
  const { sales } = world;
  const { logMean, logSd } = logNormalParameters(sales.dealMeanUsd, sales.dealCv);
  const cycle = logNormalParameters(Math.max(1e-9, sales.cycleDays), sales.cycleDays > 0 ? sales.cycleCv : 0);
  return {
    leadsPerMonth: leadsAtBaseline(world),
    dealLogMean: logMean,
    dealLogSd: logSd,
    cycleLogMean: cycle.logMean,
    cycleLogSd: cycle.logSd,
    cycleDependsOnOutcome: sales.lostCycleTimes !== 1 || sales.stalledShare > 0,
    decidedInMonth: decidedInMonth(world, cycle),
    termDiscount: pow(1 - world.customers.discountSharePerYear, world.customers.contractMonths / 12),
    partCount: partsOf(world).length,
    partRows: partRowsOf(world),
    products: productMix(world),
    freshness: Float64Array.from({ length: calendarOf(world).days + 1 }, (_, age) =>
      age === 0 ? 1 : exp(-age / sales.coolingDays),
    ),
  };
}
