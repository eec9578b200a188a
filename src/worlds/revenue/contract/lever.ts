import type { RevenueWorld } from './world.ts';

/**
 * Responses of the company that productive work can move. Each is 1 at the baseline, but `readiness` is 0.
 *
 * `visits`: human visits. `leadsPerVisit`: conversion of visits. `readiness`: shift in the readiness of
 * leads, in its units. `insight`: precision of scores and fit of collateral. `winChance`: chance of winning,
 * by training. `dealValue`: value of deals opened. `retention`: divides the churn probability. `appeal`:
 * chance of winning, by positioning. `field`, `partners`: opportunities that field marketing and partners
 * bring. `support`: requests from sales answered. `onboarding`: divides the ramp of new sellers. `advocacy`:
 * customers who speak well of the company. `perception`: market perception, on which other responses rest.
 */
export const RESPONSES = [
  'visits',
  'leadsPerVisit',
  'readiness',
  'insight',
  'winChance',
  'dealValue',
  'retention',
  'appeal',
  'field',
  'partners',
  'support',
  'onboarding',
  'advocacy',
  'perception',
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
   * Term added to the response, given the tactic's u = stock^elasticity - 1, where stock is the average of
   * past work relative to baseline. If absent, the response is multiplied by stock^elasticity.
   */
  readonly adds?: (world: RevenueWorld, u: number) => number;
}

/** Actions available to {@link GamingLever.execute}. */
export interface GamingHandle {
  /** Adds to a counter's reported ledger only. */
  report(counter: string, amount: number): void;
  /** Passes up to `wanted` of the month's unqualified leads, best or newest first; returns their number. */
  passUnqualified(wanted: number): number;
  /**
   * Claims up to `wanted` of the month's self-sourced opportunities for marketing; returns their number.
   *
   * @param source whose pipeline they are also counted in
   */
  claimSalesDeals(wanted: number, source?: 'field' | 'partner'): number;
  /** Reported amount of a counter in the running month. */
  soFar(counter: string): number;
}

/** How gaming is executed, and the counter in which it shows. */
export interface GamingLever {
  readonly kind: 'gaming';
  readonly id: string;
  /** Id of the counter that gaming inflates; one gaming unit (scale 1) is its honest monthly amount. */
  readonly counter: string;
  /** Whether an item is an hour that is taken from the person's work. */
  readonly takesHours?: boolean;
  /** Whether it changes reported counters and nothing else, so that its effects are proportional. */
  readonly countsOnly?: boolean;
  /**
   * Response of the company that it spoils: divided by 1 + `harmPerScale` x scale, with the parameter
   * `harmPerScale` of the tactic.
   */
  readonly harms?: ResponseId;
  /** Adds up to `wanted` items to the counter, such as visits or leads; returns how many were added. */
  execute(handle: GamingHandle, wanted: number): number;
  /** Whether items are saved up for the last day of the month. */
  waitsForMonthEnd?(world: RevenueWorld): boolean;
}

export type Lever = ProductiveLever | GamingLever;
