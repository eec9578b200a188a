import type { RevenueWorld } from './world.ts';

/**
 * Responses of the company that productive work can move, each 1 at the baseline but `readiness`, which is 0.
 *
 * `visits`: human visits. `leadsPerVisit`. `readiness`: how ready leads are, in units of readiness.
 * `insight`: how little noise scores have, and how much collateral fits. `winChance`: chance of winning.
 * `dealValue`: value of deals opened. `retention`: divides the chance that a customer churns.
 */
export const RESPONSES = [
  'visits',
  'leadsPerVisit',
  'readiness',
  'insight',
  'winChance',
  'dealValue',
  'retention',
] as const;
export type ResponseId = (typeof RESPONSES)[number];

/** Index of each response. */
export const RESPONSE = Object.fromEntries(RESPONSES.map((id, i) => [id, i])) as Readonly<
  Record<ResponseId, number>
>;

/** How work of a productive tactic touches the world. */
export interface ProductiveLever {
  readonly kind: 'productive';
  readonly id: string;
  readonly moves: ResponseId;
  /**
   * What it adds to the response, from the tactic's own response u = level^elasticity - 1. Where absent the
   * response is multiplied by level^elasticity.
   */
  readonly adds?: (world: RevenueWorld, u: number) => number;
}

/** What one unit of a gaming tactic does, in the hands of {@link GamingLever.execute}. */
export interface GamingHandle {
  /** Adds to the reported ledger of a counter, and to no other. */
  report(counter: string, amount: number): void;
  /**
   * Passes so many leads that do not qualify, the best (or newest) first; returns how many there were to
   * pass.
   */
  passUnqualified(wanted: number): number;
  /**
   * Claims so many opportunities that sales found itself as marketing's; returns how many there were to
   * claim.
   */
  claimSalesDeals(wanted: number): number;
}

/** How one unit of a gaming tactic is executed, and in which counter it shows. */
export interface GamingLever {
  readonly kind: 'gaming';
  readonly id: string;
  /** Id of the counter whose honest monthly amount is one unit (scale 1), and in which units show. */
  readonly counter: string;
  /** Executes whole units and returns how many were done. */
  execute(handle: GamingHandle, wanted: number): number;
  /** Whether units wait for the last day of the month. */
  waitsForMonthEnd?(world: RevenueWorld): boolean;
}

export type Lever = ProductiveLever | GamingLever;
