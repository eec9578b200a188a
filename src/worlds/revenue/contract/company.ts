import type { Commission, PersonPlan } from '../../../model/plan.ts';
import type { RoleDefinition } from '../../../model/role.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';
import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import type { PayComponent, PayGate } from '../../../plans/payroll.ts';
import type { Beliefs } from './beliefs.ts';
import type { CounterDefinition } from './counters.ts';
import type { Dimension } from './dimensions.ts';
import type { CallerGame, SellerGame } from './game.ts';
import type { Lever, ProductiveLever } from './lever.ts';
import type { OutcomeRecord } from './outcome.ts';
import type { Policy } from './policy.ts';
import type { ProductMix } from './productMix.ts';
import type { RatingTerms } from './rating.ts';
import type { SlicedCounter } from './slices.ts';
import type { Slots } from './slots.ts';
import type { CompiledSurvey } from './survey.ts';
import type { TeamWorth } from './teamWorth.ts';
import type { PersonValues, RevenueWorld } from './world.ts';

/** One person, or one group of identical people, compiled for the engine. */
export interface Person {
  /** Index in `company.people`. */
  readonly index: number;
  readonly name: string;
  readonly role: RoleDefinition;
  readonly values: PersonValues;
  readonly pay: CompiledPay;
  /** Headcount under this name. */
  readonly count: number;
  /** The plan's pay, as written. */
  readonly written: PersonPlan;
  /** Index in `company.credits` of how bookings are credited; -1 if in full, or to single positions. */
  readonly creditRow: number;
  readonly teamWorth?: TeamWorth;
}

/** One person's pay, compiled for payroll. */
export interface CompiledPay {
  readonly baseUsdPerMonth: number;
  /** Components in plan order: those paid to each person, and those paid to a group jointly. */
  readonly components: readonly PayComponent[];
  readonly pooled: readonly PayComponent[];
  /** `components` with matrices as cliffs with gates. */
  readonly cells: readonly PayComponent[];
  /** The same for planners: those with the same metric, period and gates share risk and are merged. */
  readonly valued: readonly PayComponent[];
  /** Whether pay goes through an account: a draw, a yearly cap or a guarantee, or commission is deferred. */
  readonly isSettled: boolean;
  /** Whether the plan says that those who are dismissed are paid for unfinished periods. */
  readonly paysLeavers: boolean;
  readonly deferredShare: number;
  readonly deferralMonths: number;
  /** Whether commission alone is deferred. */
  readonly defersCommission: boolean;
  readonly clawbackShare: number;
  readonly clawbackMonths: number;
  /** Numbers that are audited after a month in which they are suspicious. */
  readonly suspicions: readonly PayGate[];
  /** How the person is rated; undefined if no plan term depends on it. */
  readonly rating?: RatingTerms;
}

/** A planner of marketing's work. */
export interface Planner extends Person {
  /** Index among the planners. */
  readonly row: number;
  /** Index of this person's first assignment; there are `assignmentCount`. */
  readonly firstAssignment: number;
  readonly assignmentCount: number;
  readonly hoursPerMonth: number;
}

/** A group of sellers under one plan. */
export interface SellerGroup extends Person {
  /** Index among the groups. */
  readonly row: number;
  readonly terms: Commission;
  /** Whether deals are credited with anything but their value, other than for their product line. */
  readonly hasCreditTerms: boolean;
  /** Whether pay takes more than a month's commission: it is then settled in an account of each position. */
  readonly hasAccount: boolean;
  /** Commission curve of one seller for a month, at the scenario's quota. */
  readonly commission: PayoutCurve;
  /** Games that the group can play. */
  readonly games: readonly SellerGame[];
}

/** A group of inside sales representatives. */
export interface CallerGroup extends Person {
  readonly row: number;
  readonly games: readonly CallerGame[];
  /** Expected pay for a meeting with a lead judged unready, by month of play, in dollars. */
  readonly hollowWorthUsd: Float64Array;
}

/** A manager who decides which sellers stay. */
export interface Judge extends Person {
  readonly row: number;
  readonly terms: JudgeTerms;
}

/** Retention rule of a judge. */
export interface JudgeTerms {
  /**
   * Lowest estimated skill at which a seller stays, relative to an average applicant; -Infinity: all stay.
   */
  readonly leastSkill: number;
  /** Monthly bookings of an average seller, in dollars. */
  readonly ordinaryUsd: number;
  /** Squared coefficients of variation: of skill across people, and of a seller's bookings across months. */
  readonly skillVariance: number;
  readonly monthVariance: number;
}

/** One tactic that someone in the company uses. */
export interface CompiledTactic {
  readonly definition: TacticDefinition<Lever>;
  readonly lever: Lever;
  readonly productive: boolean;
  /** Index of the response that a productive tactic moves; -1 for gaming. */
  readonly moves: number;
  /** What productive work adds to that response instead of multiplying it. */
  readonly adds: ProductiveLever['adds'];
  /** Baseline hours per month of all users together. */
  readonly hoursPerMonth: number;
  readonly elasticity: number;
  readonly carryOverDays: number;
  readonly priceUsdEach: number;
  readonly effortUsdEach: number;
  readonly severity: number;
  readonly maxScale: number;
  /** First slot of the counter whose honest monthly amount is one gaming unit; -1 for productive tactics. */
  readonly unitSlot: number;
  /** Key of the tactic in random draws: its place in the catalogue. */
  readonly luck: number;
  /** Index of the response that gaming harms (or -1), and the harm per unit of scale. */
  readonly spoils: number;
  readonly harmPerScale: number;
  /** Indices of its assignments. */
  readonly users: Int32Array;
}

/** One tactic assigned to one planner. */
export interface Assignment {
  /** Row of the planner, and index of the tactic. */
  readonly planner: number;
  readonly tactic: number;
  /** This person's share of the tactic's hours. */
  readonly weightShare: number;
  readonly hoursPerMonth: number;
}

/** Contracts signed before the warm-up: identical, and renewed as an aggregate. */
export interface ContractsBefore {
  /** Number of contracts first due for renewal in each month of play: [month], over one term. */
  readonly dueInMonth: Float64Array;
  /** Accounts sold by the start of play, those that the warm-up is expected to sell included. */
  readonly soldAtStart: number;
  /** Mean value in dollars, and chance that one is not renewed. */
  readonly usdEach: number;
  readonly churnShare: number;
}

/** A world and a plan, compiled for the engine. */
export interface Company {
  readonly world: RevenueWorld;
  readonly people: readonly Person[];
  readonly planners: readonly Planner[];
  readonly sellers: readonly SellerGroup[];
  readonly callers: readonly CallerGroup[];
  readonly judges: readonly Judge[];
  /** Credit terms of people who are paid on the team's bookings. */
  readonly credits: readonly Commission[];
  readonly tactics: readonly CompiledTactic[];
  readonly assignments: readonly Assignment[];
  /** Indices: assignments to gaming tactics; tactics that bring visits; productive tactics. */
  readonly gamingAssignments: Int32Array;
  readonly visitTactics: Int32Array;
  readonly productiveTactics: Int32Array;
  /** Baseline hours per month of each assignment to productive work; -1 for gaming. */
  readonly workHours: Float64Array;
  /** Indices of assignments to gaming tactics that spoil a response. */
  readonly spoilers: Int32Array;
  readonly surveys: readonly CompiledSurvey[];
  /** Indices of assignments to gaming tactics that take hours from work. */
  readonly showAssignments: Int32Array;
  readonly slots: Slots;
  /** Parts of counters that plans pay on, kept beside the whole. */
  readonly sliced: readonly SlicedCounter[];
  /** Slots of all counters that games declare. Bit n of a deal's marks: it counts in the nth if won. */
  readonly markedSlots: Int32Array;
  /** Catalogue counters that update themselves at a moment. */
  readonly watched: readonly CounterDefinition[];
  readonly contractsBefore: ContractsBefore;
  readonly outcomes: readonly OutcomeRecord[];
  readonly beliefs: Beliefs | undefined;
  readonly policy: Policy;
  /** Whether positions can fall vacant or open: by turnover, dismissal or budget reviews. */
  readonly sellersMove: boolean;
  readonly warmUpDays: number;
  readonly days: number;
  /** Score threshold for passing a lead: the definition in force. */
  readonly sqlBar: number;
  /** Leads per month with marketing at baseline. */
  readonly leadsPerMonth: number;
  /** Whether sellers call the leads of a class last in, first out; otherwise first in, first out. */
  readonly newestFirst: boolean;
  readonly labelOnly: boolean;
  /** Number of lead classes that a rep can tell apart, and the prior belief that a lead of each is ready. */
  readonly classes: number;
  readonly readyShares: Float64Array;
  readonly canSanctionStretching: boolean;
  /** Maximum number of sales positions during a run. */
  readonly seats: number;
  /** Row of the group that each position belongs to: [seat]. */
  readonly groupOfSeat: Uint8Array;
  /** Share of full time by position, and the month of play in which it is filled first, 0 before play. */
  readonly timeShares: Float64Array;
  readonly startMonths: Int32Array;
  /** Monthly cost of a position in dollars: salary and commission of a rep of the first group on quota. */
  readonly seatUsdPerMonth: number;
  /** Mean and standard deviation of the logarithm of a deal's list value. */
  readonly dealLogMean: number;
  /**
   * Logarithm of the sales cycle of won deals: mean and standard deviation; the latter 0 if all are
   * alike.
   */
  readonly cycleLogMean: number;
  readonly cycleLogSd: number;
  /** Whether won and lost deals have different cycles, so that a deal's cycle depends on its outcome. */
  readonly cycleDependsOnOutcome: boolean;
  /**
   * By day of the month: share of a month's new deals, opened evenly from that day on, that are decided
   * before the month ends.
   */
  readonly decidedInMonth: Float64Array;
  readonly dealLogSd: number;
  /** Discount factor over one contract term. */
  readonly termDiscount: number;
  /** Number of parts whose outcomes are reported separately. */
  readonly partCount: number;
  /** First row of each dimension among the parts reported separately, or -1; undefined if there are none. */
  readonly partRows: Readonly<Record<Dimension, number>> | undefined;
  /** Product lines taken together. */
  readonly products: ProductMix;
  /** Share of a lead's conversion chance left after days of waiting: exp(-age / coolingDays), by age. */
  readonly freshness: Float64Array;
  /** The company under the plan that replaces this one, and its first month of play (0-based). */
  readonly later?: { readonly fromMonth: number; readonly company: Company };
  /** Whether months are noted in which outcomes after a change of plans are measured. */
  readonly notesMonths: boolean;
  /** Usual work under the old plan and under the new, where people know both. */
  readonly usual?: { readonly before: UsualWork; readonly after: UsualWork };
}

/** What people who know a plan do in ordinary months, and what its bonus is worth to them. */
export interface UsualWork {
  /** Levels of work and amounts of gaming: [assignment]. */
  readonly levels: Float64Array;
  /** In dollars a month: [planner]. */
  readonly worthUsd: Float64Array;
}
