import type { ParameterGroup } from '../../../model/parameter.ts';
import type { Commission, PersonPlan } from '../../../model/plan.ts';
import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import type { CounterDefinition } from './counters.ts';
import type { OutcomeRecord } from './outcome.ts';
import type { DealView, LeadView } from './views.ts';
import type { PersonValues, RevenueWorld } from './world.ts';

/** Wording of a game in tables, legends and sentences. */
export interface GameWords {
  /** Column title on a page; the short title in the terminal, and its explanation. */
  readonly title: string;
  readonly column: string;
  readonly note: string;
  /** Phrase that links a decision to its result. */
  readonly link: string;
  /** What sellers do, as the predicate of a sentence; `share` is the game's outcome as text. */
  readonly says: (share: string) => string;
  /** Why they do it, according to the model. */
  readonly why: string;
}

/** Fields common to all games. */
interface Game {
  readonly id: string;
  readonly title: string;
  /** Id of the role that can play it; off until the role or the scenario switches it on. */
  readonly role: string;
  readonly about: string;
  /** Parameters of the game, merged into its role's section of the scenario file. */
  readonly parameters: ParameterGroup;
  readonly counters?: readonly CounterDefinition[];
  /** Outcome of the game, and its wording in reports; without wording, they do not list it as a game. */
  readonly outcome?: OutcomeRecord;
  readonly words?: GameWords;
  /** Whether it is feasible in this world for someone with this pay. */
  isPossible(world: RevenueWorld, pay: PersonPlan): boolean;
}

/** A game of sellers. */
export interface SellerGame extends Game {
  readonly mind: 'seller';
  /** Called for each seller group and plan once its inputs are known; returns the game's hooks. */
  begin(seller: SellerView): SellerHooks;
}

/** A game of inside sales. */
export interface CallerGame extends Game {
  readonly mind: 'caller';
  begin(caller: CallerView): CallerHooks;
}

export type GameDefinition = SellerGame | CallerGame;

/** A month's bookings: what is sure, the mean of all, in dollars, and the variance, in dollars squared. */
export interface Expectation {
  sureUsd: number;
  meanUsd: number;
  variance: number;
}

/** An ordinary month at the effort that is usual under the plan, as sellers expect it. */
export interface OrdinaryMonth extends Readonly<Expectation> {
  /** Forecast of it, if the plan asks for forecasts; otherwise the quota. */
  readonly forecastUsd: number;
}

/** A game's view of a seller's mind. */
export interface SellerView {
  readonly world: RevenueWorld;
  readonly person: PersonValues;
  readonly terms: Commission;
  /** What an average seller expects. */
  readonly ordinary: OrdinaryMonth;
  /** What the seller in a position expects. */
  ordinaryOf(floor: Floor, seat: number): OrdinaryMonth;
  /** First day after the months of play, from which on no commission is paid. */
  readonly lastDay: number;
  /** Monthly chance that stretching a definition at scale 1 is discovered and can be sanctioned. */
  readonly stretchingRisk: number;
  /** Bookings expected of an opportunity at a win chance of 1, over product lines, in dollars. */
  readonly usualDealUsd: number;
  /** First slot of a counter, by id. */
  slot(counter: string): number;
  /** Commission curve of an ordinary month at a quota, in dollars as a function of bookings. */
  commissionAt(quotaUsd: number): PayoutCurve;
  /** Later pay lost per dollar booked because quotas follow bookings, less its value for keeping the job. */
  quotaCostShare(seat: number): number;
  /** Certainty equivalent of a commission on expected bookings and a sure amount more, in dollars. */
  worth(commission: PayoutCurve, expected: Readonly<Expectation>, moreUsd?: number): number;
  /** What a dollar more of expected bookings adds to {@link worth}. */
  slope(commission: PayoutCurve, expected: Readonly<Expectation>): number;
  /** Expected bookings of the whole running month, including those from work that starts today. */
  lookAhead(floor: Floor, seat: number): Expectation;
  /** Expected bookings of the running month up to a day, from {@link Floor.bookingsUntil}. */
  expectUntil(floor: Floor, seat: number, day: number): Expectation;
  /** What a dollar of bookings of the other product line is paid besides commission, on a day of the run. */
  otherLineUsd(day: number): number;
  /** The same for a deal that the seller enters as found by themselves; without a day, in ordinary months. */
  ownDealUsd(day?: number): number;
  /** What an entry in the log of activities is paid in ordinary months, in dollars. */
  readonly entryUsd: number;
  /** Present value of the clawback per dollar booked if the customer churns; 0 beyond foresight. */
  readonly clawbackShare: number;
  /** Usual effort of an average seller, as a multiple of the baseline. */
  readonly usualEffort: number;
  /** Value of an hour of selling in an ordinary month, in dollars. */
  readonly sellingHourUsd: number;
}

/** A game's view of the sales floor, and its actions there. */
export interface Floor extends DealView {
  readonly leads: LeadView;
  /** Current number of positions. */
  readonly seats: number;
  isFilled(seat: number): boolean;
  /** Share of a full day worked in a position. */
  capacityShare(seat: number): number;
  /** Bookings of a position at baseline effort, relative to the average: skill times territory. */
  ability(seat: number): number;
  /** Exponential average of a position's quota attainment over six months. */
  recentAttainment(seat: number): number;
  /** Months on which a position's seller can be judged, 0 or more; and bookings in them, in dollars. */
  judgedMonths(seat: number): number;
  judgedUsd(seat: number): number;
  /** Potential of a position's territory, relative to the average. */
  territory(seat: number): number;
  /**
   * What the bookings of a position's running month are worth, in dollars: its commission at quota and
   * forecast, and what they change later if pay looks beyond the month.
   */
  commission(seat: number): PayoutCurve;
  /** The same for the next month, if nothing more is booked in this one. */
  commissionNext(seat: number): PayoutCurve;
  /**
   * Expected bookings of the running month up to a day: already booked, plus the open deals decided before
   * then, at their win chance.
   *
   * @param undecidedFactor credit of a deal whose product line is undecided, as a share of its value
   */
  bookingsUntil(seat: number, day: number, undecidedFactor: number, into: Expectation): void;
  /** Commission credit of the running month so far, in dollars. */
  bookedUsd(seat: number): number;
  /** Commission and quota credit of a deal, in dollars. */
  creditedUsd(deal: number): number;
  /** Current win chance of a deal. */
  winChance(deal: number): number;
  /** Days until a deal is old enough to be decided. */
  daysToDecision(deal: number): number;
  /** Multiplies the value of a deal. */
  scaleValue(deal: number, times: number): void;
  /** Raises the churn chance of a deal's customer and lowers their satisfaction. */
  sour(deal: number, churnShare: number, satisfactionLoss: number): void;
  /** Adds one to a one-ledger counter when the deal is won. */
  countWhenWon(deal: number, slot: number): void;
  /** Adds to a one-ledger counter. */
  count(slot: number, amount: number): void;
  /** Deducts one seller's fine, in dollars, from the total pay of sellers. */
  fine(usd: number): void;
  /** Settles the line of a deal whose buyer would take either; returns the win chance with it. */
  chooseLine(deal: number, chance: number): number;
  /**
   * Decides a deal today by its own draw. If it is won, the caller scales its value by `keepShare` and
   * calls {@link book}.
   *
   * @returns whether it is won
   */
  decide(deal: number, chance: number, keepShare: number): boolean;
  /** Books a won deal. */
  book(deal: number): void;
  lose(deal: number): void;
  /** Visits every deal of a position that only waits for its decision day; true removes it. */
  eachWaitingDeal(seat: number, take: (deal: number) => boolean): void;
  /** Holds back a won deal; credit held back in a position, in dollars; release of all that is held. */
  hold(deal: number): void;
  heldUsd(seat: number): number;
  releaseHeld(seat: number, release: (deal: number) => void): void;
}

/** Hooks of a sellers' game, by moment. A game has the members that it needs. */
export interface SellerHooks {
  /** Share of quota lobbied away, and selling hours per day spent on it. */
  readonly quotaOffShare?: number;
  readonly hoursPerDay?: number;
  /** Padded log entries per seller and day, and hours that each takes. */
  readonly entriesPerDay?: number;
  readonly hoursPerEntry?: number;
  /** Share of ready leads that would be entered as self-sourced. */
  readonly ownEntryShare?: number;
  /** Whether sellers choose product lines by their own pay. */
  readonly choosesLines?: boolean;
  /** The first day of a month, in the warm-up and the tail too: called for every position. */
  monthBegins?(floor: Floor, seat: number): void;
  /** A ready lead has been called: whether to enter it as self-sourced. `winChance` allows for cooling. */
  leadInHand?(floor: Floor, seat: number, lead: number, winChance: number): boolean;
  /** The buyer would take either line: whether to sell the other one; undefined if it makes no difference. */
  lineChosen?(floor: Floor, deal: number, firstChance: number, otherChance: number): boolean | undefined;
  /** The terms of a deal are proposed; returns its win chance. */
  termsProposed?(floor: Floor, deal: number, chance: number): number;
  /** The deal is pitched; returns its win chance. */
  dealPitched?(floor: Floor, deal: number, chance: number): number;
  /** A deal is won: true if it is not to be booked now. */
  dealWon?(floor: Floor, deal: number): boolean;
  /** The last day of a month of play that another follows: called for every position. */
  monthEnds?(floor: Floor, seat: number): void;
  /** Open pipeline falls `missingUsd` short; `lostDeals` worth `lostUsd` were lost recently. */
  coverageMissing?(missingUsd: number, lostDeals: number, lostUsd: number): CoverageAnswer | undefined;
}

/** Lost deals passed off as open, in dollars, and hours that this takes in the next month. */
export interface CoverageAnswer {
  readonly deadUsd: number;
  readonly hours: number;
}

/** A game's view of a caller. */
export interface CallerView {
  readonly world: RevenueWorld;
  readonly person: PersonValues;
  /** Expected pay for a meeting with a lead judged unready, on a day of the run, in dollars. */
  hollowWorthUsd(day: number): number;
}

export interface CallerHooks {
  /** A lead is judged unready: whether to arrange a meeting anyway. */
  leadJudgedUnready?(leads: LeadView, lead: number): boolean;
}
