import type { OutcomeDefinition } from '../../../model/metric.ts';
import type { ResponseId } from './lever.ts';
import type { RevenueWorld } from './world.ts';

/** A run that is over, as outcomes read it. */
export interface FinishedRun {
  readonly world: RevenueWorld;
  /** How many people plan marketing's work: rows from 0. */
  readonly planners: number;
  /** Months of play. */
  readonly months: number;
  /** Sum of a counter over the months of play in a ledger ({@link REPORTED} where left out). */
  total(counter: number | string, ledger?: number): number;
  /**
   * Share of a reported counter that gaming made; `added` is put back of what others took out of the report.
   */
  hollow(counter: number | string, added?: number): number;
  /** What happened in the days after the last month. */
  tail(counter: number): number;
  /** Sum over the months of play that no counter holds: see {@link TALLY}. */
  tally(index: number): number;
  /** Expected wins by the fate of leads: see {@link BLAME}. */
  blame(index: number): number;
  /** What became of a planner, by row: see {@link PERSON}. */
  person(planner: number, index: number): number;
  readonly customers: CustomersAtEnd;
  readonly floor: FloorAtEnd;
  /**
   * Mean level of the work that moves a response, as a multiple of the baseline; NaN where that has no hours.
   */
  meanLevel(response: ResponseId): number;
}

/** Customers and contracts at the end of a run. */
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
  /** Means over the filled chairs: what they believe of marketing's leads, and their skill. */
  readonly trustShare: number;
  readonly skillShare: number;
  readonly lobbiedShare: number;
  /** Share of all bookings from the best fifth of the chairs. */
  readonly bestFifthShare: number;
  /** Expected value of the deals still open, in dollars. */
  readonly pipelineUsd: number;
}

/** An outcome with its measure: one cannot exist without the other. NaN where it is undefined for a run. */
export interface OutcomeRecord extends OutcomeDefinition {
  measure(run: FinishedRun): number;
}

/** A ratio, undefined without a denominator. */
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
