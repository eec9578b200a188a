import type { Commission } from '../../../model/plan.ts';
import type { RoleDefinition } from '../../../model/role.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';
import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import type { PayComponent } from '../../../plans/payroll.ts';
import type { Beliefs } from './beliefs.ts';
import type { CounterDefinition } from './counters.ts';
import type { CallerGame, SellerGame } from './game.ts';
import type { Lever } from './lever.ts';
import type { OutcomeRecord } from './outcome.ts';
import type { Policy } from './policy.ts';
import type { Slots } from './slots.ts';
import type { PersonValues, RevenueWorld } from './world.ts';

/** One person, or one group of people alike, ready to run. */
export interface Person {
  /** Place in `company.people`. */
  readonly index: number;
  readonly name: string;
  readonly role: RoleDefinition;
  readonly values: PersonValues;
  readonly pay: CompiledPay;
  /** How many people stand under this name. */
  readonly count: number;
}

/** One person's pay, ready for payroll. */
export interface CompiledPay {
  readonly baseUsdPerMonth: number;
  /**
   * Each kind by itself, in the order of the plan: what is paid to this person, and what a group is paid
   * together.
   */
  readonly components: readonly PayComponent[];
  readonly pooled: readonly PayComponent[];
  /**
   * The same pay as decisions value it: components on the same metric, period and gates are one, as their
   * luck is.
   */
  readonly valued: readonly PayComponent[];
  readonly deferredShare: number;
  readonly deferralMonths: number;
  readonly clawbackShare: number;
  readonly clawbackMonths: number;
}

/** Somebody who plans marketing's work. */
export interface Planner extends Person {
  /** Place among the planners. */
  readonly row: number;
  /** First of this person's assignments; there are `assignmentCount`. */
  readonly firstAssignment: number;
  readonly assignmentCount: number;
  readonly hoursPerMonth: number;
}

/** A group of sellers under one plan. */
export interface SellerGroup extends Person {
  /** Place among the groups. */
  readonly row: number;
  readonly terms: Commission;
  /** Commission of one seller at the quota of the scenario. */
  readonly commission: PayoutCurve;
  /** What is paid of a dollar of bookings entered as the seller's own, besides the commission. */
  readonly games: readonly SellerGame[];
}

/** A group of inside sales representatives. */
export interface CallerGroup extends Person {
  readonly row: number;
  readonly games: readonly CallerGame[];
  /** What a meeting with somebody judged unready is expected to pay, in dollars. */
  readonly hollowWorthUsd: number;
}

/** Somebody who decides which sellers stay. */
export interface Judge extends Person {
  readonly row: number;
  readonly terms: JudgeTerms;
}

/** By what a judge decides. */
export interface JudgeTerms {
  /**
   * Skill that a seller must be thought to have to stay, as a multiple of an average applicant's; -Infinity:
   * all stay.
   */
  readonly leastSkill: number;
  /** What an average seller books in a month, in dollars. */
  readonly ordinaryUsd: number;
  /** Variance of skill between people, and of one month's luck, in parts of the mean. */
  readonly skillVariance: number;
  readonly monthVariance: number;
}

/** One tactic that somebody in the company uses. */
export interface CompiledTactic {
  readonly definition: TacticDefinition<Lever>;
  readonly lever: Lever;
  readonly productive: boolean;
  /** Index of the response that productive work moves; -1 for gaming. */
  readonly moves: number;
  /** Hours at baseline, of all who use it together. */
  readonly hoursPerMonth: number;
  readonly elasticity: number;
  readonly carryOverDays: number;
  readonly priceUsdEach: number;
  readonly effortUsdEach: number;
  readonly severity: number;
  readonly maxScale: number;
  /**
   * First slot of the counter whose honest monthly amount is one unit of gaming; -1 for productive tactics.
   */
  readonly unitSlot: number;
  /** Number by which luck tells tactics apart: its place in the catalogue. */
  readonly luck: number;
  /** Assignments to it: indices. */
  readonly users: Int32Array;
}

/** One tactic in the hands of one planner. */
export interface Assignment {
  /** Row of the planner, and index of the tactic. */
  readonly planner: number;
  readonly tactic: number;
  /** This person's share of the tactic's hours. */
  readonly weightShare: number;
  readonly hoursPerMonth: number;
}

/** A world and a plan, ready to run. */
export interface Company {
  readonly world: RevenueWorld;
  readonly people: readonly Person[];
  readonly planners: readonly Planner[];
  readonly sellers: readonly SellerGroup[];
  readonly callers: readonly CallerGroup[];
  readonly judges: readonly Judge[];
  readonly tactics: readonly CompiledTactic[];
  readonly assignments: readonly Assignment[];
  /** Assignments to gaming tactics, and tactics that bring visits: indices. */
  readonly gamingAssignments: Int32Array;
  readonly visitTactics: Int32Array;
  readonly slots: Slots;
  /** Slots of the counters of games that count deals when they are won: a deal has a bit for each. */
  readonly markedSlots: Int32Array;
  /** Counters of the catalogue that count themselves at a moment. */
  readonly watched: readonly CounterDefinition[];
  readonly outcomes: readonly OutcomeRecord[];
  readonly beliefs: Beliefs | undefined;
  readonly policy: Policy;
  /** Whether chairs are left and filled. */
  readonly sellersMove: boolean;
  readonly warmUpDays: number;
  readonly days: number;
  /** Score from which marketing passes a lead: the definition in force. */
  readonly sqlBar: number;
  /** Leads that marketing at baseline brings in a month. */
  readonly leadsPerMonth: number;
  readonly labelOnly: boolean;
  /**
   * Number of classes into which a rep can tell leads apart, and prior belief that a lead of each is ready.
   */
  readonly classes: number;
  readonly readyShares: Float64Array;
  readonly canSanctionStretching: boolean;
  /** Most chairs that sellers can have during a run. */
  readonly seats: number;
  /** Row of the group that each chair belongs to: [seat]. */
  readonly groupOfSeat: Uint8Array;
  /** Cost of a chair in a month: the pay of a rep on quota, in dollars. */
  readonly seatUsdPerMonth: number;
  /** Mean and deviation of the logarithm of a deal's list value. */
  readonly dealLogMean: number;
  readonly dealLogSd: number;
  /**
   * Where the share of each segment of leads and deals ends, from 0 to 1: one entry where there are no
   * dimensions.
   */
  readonly segmentEnds: Float64Array;
  /** Part of a lead's chance that is left after so many days of waiting: exp(-age / coolingDays), by age. */
  readonly freshness: Float64Array;
  /** The same company under the plan that replaces this one, and from which month of play on (0-based). */
  readonly later?: { readonly fromMonth: number; readonly company: Company };
}
