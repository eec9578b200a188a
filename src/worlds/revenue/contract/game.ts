import type { ParameterGroup } from '../../../model/parameter.ts';
import type { Commission, PersonPlan } from '../../../model/plan.ts';
import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import type { CounterDefinition } from './counters.ts';
import type { OutcomeRecord } from './outcome.ts';
import type { DealView, LeadView } from './views.ts';
import type { PersonValues, RevenueWorld } from './world.ts';

/** Words of a game in tables, legends and sentences. */
export interface GameWords {
  /** Title of a column on a page, and of a narrow one in the terminal with what it means. */
  readonly title: string;
  readonly column: string;
  readonly note: string;
  /** As a link between a decision and its result. */
  readonly link: string;
  /** What people do, after "sellers": `share` of something. */
  readonly says: (share: string) => string;
  /** Why they do it, as the model has it. */
  readonly why: string;
}

/** What all games have in common. */
interface Game {
  readonly id: string;
  readonly title: string;
  /**
   * Id of the role that can play it. It is off for a person until their role or the scenario switches it on.
   */
  readonly role: string;
  readonly about: string;
  /** Numbers of the game, laid into the section of the scenario file that its role has. */
  readonly parameters: ParameterGroup;
  readonly counters?: readonly CounterDefinition[];
  /** What the game comes to, and how reports tell it; without words they do not. */
  readonly outcome?: OutcomeRecord;
  readonly words?: GameWords;
  /** Whether a company leaves room for it under this pay. */
  isPossible(world: RevenueWorld, pay: PersonPlan): boolean;
}

/** A game of sellers. */
export interface SellerGame extends Game {
  readonly mind: 'seller';
  /**
   * Called for each group of sellers and plan, when all that it hangs on is known; returns what the game
   * does.
   */
  begin(seller: SellerView): SellerHooks;
}

/** A game of inside sales. */
export interface CallerGame extends Game {
  readonly mind: 'caller';
  begin(caller: CallerView): CallerHooks;
}

export type GameDefinition = SellerGame | CallerGame;

/** Mean and variance of a month's bookings, in dollars. */
export interface Expectation {
  meanUsd: number;
  variance: number;
}

/** An ordinary month of an average seller, as sellers expect it. */
export interface OrdinaryMonth extends Readonly<Expectation> {
  /** What they would forecast for it, where the plan asks for forecasts; else the quota. */
  readonly forecastUsd: number;
}

/** What a game can ask of a seller's mind. */
export interface SellerView {
  readonly world: RevenueWorld;
  readonly person: PersonValues;
  readonly terms: Commission;
  readonly ordinary: OrdinaryMonth;
  /** First day on which no commission is paid any more. */
  readonly lastDay: number;
  /** First day of play. */
  readonly firstDay: number;
  /**
   * Chance in a month that gaming at scale 1 which stretches definitions comes to light and can be
   * sanctioned.
   */
  readonly stretchingRisk: number;
  /** First slot of a counter, by id. */
  slot(counter: string): number;
  /** Commission of an ordinary month at a quota, in dollars as a function of bookings. */
  commissionAt(quotaUsd: number): PayoutCurve;
  /** What a dollar booked takes from later pay, through quotas that follow bookings. */
  quotaCostShare(seat: number): number;
  /** Certainty equivalent of a commission on bookings that are expected so, in dollars. */
  worth(commission: PayoutCurve, meanUsd: number, variance: number): number;
  /** Derivative of {@link worth} by the mean. */
  slope(commission: PayoutCurve, meanUsd: number, variance: number): number;
  /** Bookings of the running month as they stand to be expected today, work that starts today included. */
  lookAhead(floor: Floor, seat: number): Expectation;
  /** Bookings until a day from what stands today: booked, and the open deals that are decided before. */
  expectUntil(floor: Floor, seat: number, day: number): Expectation;
  /** What a seller sees today of a dollar of bookings that is paid back when the customer churns. */
  readonly clawbackShare: number;
  /** What an hour of selling is worth in an ordinary month, in dollars. */
  readonly sellingHourUsd: number;
}

/** What a game can see and do on the sales floor. */
export interface Floor extends DealView {
  readonly leads: LeadView;
  /** Chairs that there are now. */
  readonly seats: number;
  isFilled(seat: number): boolean;
  /** Share of a full day that whoever sits there works. */
  capacityShare(seat: number): number;
  /**
   * Commission of a chair's running month, at its quota and forecast, in dollars as a function of bookings.
   */
  commission(seat: number): PayoutCurve;
  /**
   * Bookings of the running month until a day: what is booked, and the open deals that are decided before at
   * their chance of winning.
   *
   * @param undecidedFactor what a deal counts for whose product line is not decided, as a share of its value
   */
  bookingsUntil(seat: number, day: number, undecidedFactor: number, into: Expectation): void;
  /** What has been booked of the running month, as it counts for commission, in dollars. */
  bookedUsd(seat: number): number;
  /** What a deal counts for commission and quota, in dollars. */
  creditedUsd(deal: number): number;
  /** Chance that a deal is won as it stands. */
  winChance(deal: number): number;
  /** Days until a deal is old enough to be decided. */
  daysToDecision(deal: number): number;
  /** Multiplies the value of a deal. */
  scaleValue(deal: number, times: number): void;
  /** Adds to the chance that the customer churns, and takes from their satisfaction. */
  sour(deal: number, churnShare: number, satisfactionLoss: number): void;
  /** Counts once when the deal is won: in a counter of one ledger. */
  countWhenWon(deal: number, slot: number): void;
  /** Adds to a counter of one ledger. */
  count(slot: number, amount: number): void;
  /** Takes dollars from the pay of all sellers. */
  fine(usd: number): void;
  /** The line of a deal whose buyer would take either, and the chance of winning it then. */
  chooseLine(deal: number, chance: number): number;
  /**
   * Decides a deal today: returns whether it is won, which is then to be {@link book}ed at `keepShare` of its
   * value.
   */
  decide(deal: number, chance: number, keepShare: number): boolean;
  /** Books a deal that is won. */
  book(deal: number): void;
  lose(deal: number): void;
  /** Asks about every deal of a chair that only waits for its day; true takes it out. */
  eachWaitingDeal(seat: number, take: (deal: number) => boolean): void;
  /** Keeps a deal that is won in the drawer; what is in the drawer of a chair, in dollars; and empties it. */
  hold(deal: number): void;
  heldUsd(seat: number): number;
  releaseHeld(seat: number, release: (deal: number) => void): void;
}

/** What sellers' games do, moment by moment. A game has the members that it needs. */
export interface SellerHooks {
  /** Share of their quotas that is taken off, and selling hours a day that this takes. */
  readonly quotaOffShare?: number;
  readonly hoursPerDay?: number;
  /**
   * Entries in the log of activities, of each seller and day, without having sold; and hours that each takes.
   */
  readonly entriesPerDay?: number;
  readonly hoursPerEntry?: number;
  /** Share of ready leads that would be entered as found by the seller. */
  readonly ownEntryShare?: number;
  /** Whether sellers choose product lines by their own pay. */
  readonly choosesLines?: boolean;
  /** The first day of a month of play: asked for every chair. */
  monthBegins?(floor: Floor, seat: number): void;
  /** A ready lead has been called: whether it is entered as the seller's own. */
  leadInHand?(floor: Floor, seat: number, lead: number, winChance: number): boolean;
  /**
   * The buyer would take either line: whether the other one is sold, and undefined where that makes no
   * difference.
   */
  lineChosen?(floor: Floor, deal: number, firstChance: number, otherChance: number): boolean | undefined;
  /** The terms of a deal are proposed; returns the chance of winning it. */
  termsProposed?(floor: Floor, deal: number, chance: number): number;
  /** The deal is pitched; returns the chance of winning it. */
  dealPitched?(floor: Floor, deal: number, chance: number): number;
  /** A deal is won: whether it is not booked now. */
  dealWon?(floor: Floor, deal: number): boolean;
  /** The last day of a month of play that another follows: asked for every chair. */
  monthEnds?(floor: Floor, seat: number): void;
  /** Open pipeline is short of what was asked for, and so many deals of so much value were lost lately. */
  coverageMissing?(missingUsd: number, lostDeals: number, lostUsd: number): CoverageAnswer | undefined;
}

/** Lost deals that are called alive, in dollars, and hours in the next month that this takes. */
export interface CoverageAnswer {
  readonly deadUsd: number;
  readonly hours: number;
}

/** What a game can ask of a caller. */
export interface CallerView {
  readonly world: RevenueWorld;
  readonly person: PersonValues;
  /** What a meeting with somebody judged unready is expected to pay, in dollars. */
  readonly hollowWorthUsd: number;
}

export interface CallerHooks {
  /** A lead is judged unready: whether a meeting is arranged all the same. */
  leadJudgedUnready?(leads: LeadView, lead: number): boolean;
}
