import type { OutcomeDefinition } from '../../../model/metric.ts';
import type { ResponseId } from './lever.ts';
import type { Span } from './parts.ts';
import type { RevenueWorld } from './world.ts';

/** Read-only view of a finished run, from which outcomes are measured. */
export interface FinishedRun {
  readonly world: RevenueWorld;
  /** Number of marketing planners: rows from 0. */
  readonly planners: number;
  /**
   * Mean percentile of the marketers at the end in the distribution of integrity, from 0 to 1; NaN without
   * spread.
   */
  readonly integrityShare: number;
  /** Months of play. */
  readonly months: number;
  /** Sum of a counter over the months of play, in a ledger (default {@link REPORTED}). */
  total(counter: number | string, ledger?: number): number;
  /** Share of a reported counter due to gaming; `added` restores what others took out of the report. */
  hollow(counter: number | string, added?: number): number;
  /** Sum of a counter over some months of play, in a ledger (default {@link REPORTED}). */
  during(span: Span, counter: number, ledger?: number): number;
  /** What marketers are paid and how far their work has moved in some months: see {@link MarketersDuring}. */
  readonly marketers: MarketersDuring;
  /** Reported sum of a counter over the days after the last month. */
  tail(counter: number): number;
  /** Sum over the months of play that is not a counter: see {@link TALLY}. */
  tally(index: number): number;
  /** Expected wins by fate of leads: see {@link BLAME}. */
  blame(index: number): number;
  /** Sum for one planner, by row: see {@link PERSON}. */
  person(planner: number, index: number): number;
  /** Sum over the months of play for a channel, product line or seller, by row: see {@link PART}. */
  part(row: number, measure: number): number;
  readonly customers: CustomersAtEnd;
  readonly floor: FloorAtEnd;
  /** Whether somebody has hours for the work that moves a response. */
  hasWork(response: ResponseId): boolean;
  /** Mean level of the work that moves a response, relative to baseline; NaN if it has no hours. */
  meanLevel(response: ResponseId): number;
  /** Pay that is earned and due after the last month, in dollars. */
  readonly owedUsd: number;
}

/** Marketers in some months of play, where those are reported: NaN otherwise. */
export interface MarketersDuring {
  /** Bonus paid, in dollars. */
  paidUsd(span: Span): number;
  /** The same as a share of the target bonuses of positions that are held. */
  paidShare(span: Span): number;
  /** Salary and bonus paid, in dollars a month and position that is held. */
  payUsd(span: Span): number;
  /** What they bear for it: effort, conscience, own money and sanctions, likewise. */
  borneUsd(span: Span): number;
  /** Salary, in dollars a month and position that is held. */
  salaryUsd(span: Span): number;
  /** What the bonus is worth to them as they see it, as a share of what it is worth to people who know. */
  seenShare(span: Span): number;
  /** How far hours have moved from the old plan's to those of people who know what the new one pays. */
  movedShare(span: Span): number;
}

/** Customers at the end of a run; from `won` on, totals since play began. */
export interface CustomersAtEnd {
  readonly count: number;
  readonly references: number;
  readonly won: number;
  readonly lifetimeValueUsd: number;
  readonly renewalsDue: number;
  readonly renewalsKept: number;
  readonly renewalUsd: number;
}

/** The sales floor at the end of a run. */
export interface FloorAtEnd {
  readonly sellers: number;
  /** Means over filled positions: trust in marketing's leads, and skill. */
  readonly trustShare: number;
  readonly skillShare: number;
  readonly lobbiedShare: number;
  /** Share of all bookings from the best fifth of the positions. */
  readonly bestFifthShare: number;
  readonly openDeals: OpenDeals;
}

/** Deals still open: their number, expected value, and expected margin with renewals, in dollars. */
export interface OpenDeals {
  readonly count: number;
  readonly usd: number;
  readonly marginUsd: number;
}

/** An outcome and how it is measured. `measure` returns NaN where the outcome is undefined for a run. */
export interface OutcomeRecord extends OutcomeDefinition {
  measure(run: FinishedRun): number;
}

/** A ratio; NaN without a positive denominator. */
export function ratio(top: number, bottom: number): number {
  return bottom > 0 ? top / bottom : NaN;
}

/** Value of an outcome of a run, by id. */
export function outcomeValue(
  { outcomes }: { readonly outcomes: readonly OutcomeRecord[] },
  values: Float64Array,
  id: string,
): number {
  const index = outcomes.findIndex((outcome) => outcome.id === id);
  if (index < 0) throw new Error(`no outcome ${id} in the catalogue`);
  return values[index];
}
