import type { RevenueWorld } from './world.ts';

/**
 * Responses of the company that productive work can move. Each is 1 at the baseline, but `readiness` is 0.
 *
 * `visits`: human visits. `leadsPerVisit`: conversion of visits. `readiness`: shift in the readiness of
 * leads, in its units. `insight`: precision of scores and fit of collateral. `winChance`: chance of winning.
 * `dealValue`: value of deals opened. `retention`: divides the churn probability.
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

/** How a productive tactic acts on the world. */
export interface ProductiveLever {
  readonly kind: 'productive';
  readonly id: string;
  readonly moves: ResponseId;
  /**
   * Term added to the response, given the tactic's u = level^elasticity - 1. If absent, the response is
   * multiplied by level^elasticity.
   */
  readonly adds?: (world: RevenueWorld, u: number) => number;
}

/** Actions available to {@link GamingLever.execute}. */
export interface GamingHandle {
  /** Adds to a counter's reported ledger only. */
  report(counter: string, amount: number): void;
  /** Passes up to `wanted` unqualified leads, best (or newest) first; returns the number passed. */
  passUnqualified(wanted: number): number;
  /** Claims up to `wanted` opportunities sourced by sales for marketing; returns the number claimed. */
  claimSalesDeals(wanted: number): number;
}

/** How a gaming unit is executed, and the counter in which it shows. */
export interface GamingLever {
  readonly kind: 'gaming';
  readonly id: string;
  /** Id of the counter in which units show; one unit (scale 1) is its honest monthly amount. */
  readonly counter: string;
  /** Executes whole units and returns how many were done. */
  execute(handle: GamingHandle, wanted: number): number;
  /** Whether units wait for the last day of the month. */
  waitsForMonthEnd?(world: RevenueWorld): boolean;
}

export type Lever = ProductiveLever | GamingLever;
