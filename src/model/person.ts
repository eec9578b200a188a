/** What a person maximises, on the same decision machinery. */
export const MOTIVES = ['own-pay', 'honest', 'company', 'scripted'] as const;
export type Motive = (typeof MOTIVES)[number];

/**
 * What a person believes that tactics do. `total`: the whole effect, congestion included. `naive`: conversion
 * rates only. `learning`: what experience has taught.
 */
export const BELIEFS = ['total', 'naive', 'learning'] as const;
export type Beliefs = (typeof BELIEFS)[number];

/**
 * Dollars a person would forgo to avoid a month of gaming at scale 1: one value, or a log-normal population.
 */
export type Integrity = number | { readonly lognormal: { readonly median: number; readonly sigma: number } };

/**
 * One line of a script for motive `scripted`. In these months (1-based, inclusive) a tactic is set to an
 * intensity (productive: multiples of baseline; gaming: scale per month), or a gaming tactic tops its counter
 * up at month end.
 */
export interface ScriptLine {
  readonly tactic: string;
  readonly fromMonth?: number;
  readonly toMonth?: number;
  readonly level?: number;
  readonly topUpTo?: number;
}
