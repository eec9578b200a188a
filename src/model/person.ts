/**
 * A person's objective. `own-pay`: pay less the costs borne. `honest`: the same without gaming. `company`:
 * the benchmark of a single decision maker. `scripted`: none, a script is followed.
 */
export const MOTIVES = ['own-pay', 'honest', 'company', 'scripted'] as const;
export type Motive = (typeof MOTIVES)[number];

/**
 * Beliefs about the effects of tactics. `total`: full effects at every level, including congestion and
 * interactions. `baseline`: full effects as measured near honest work, extrapolated. `naive`: conversion
 * rates only. `learning`: estimates updated by experience.
 */
export const BELIEFS = ['total', 'baseline', 'naive', 'learning'] as const;
export type Beliefs = (typeof BELIEFS)[number];

/**
 * Moral cost of gaming: dollars a person would pay to avoid a month of it at scale 1. One value, or a
 * population: a part that never games, and a log-normal spread among the others, with its median in dollars
 * and the standard deviation of the logarithm.
 */
export type Integrity =
  | number
  | {
      readonly neverShare?: number;
      readonly lognormal: { readonly median: number; readonly sigma: number };
    };

/**
 * One line of a script for motive `scripted`. From `fromMonth` to `toMonth` (1-based, inclusive) a tactic
 * runs at `level` (productive: multiples of baseline; gaming: scale per month), or a gaming tactic tops its
 * counter up to `topUpTo` at month end.
 */
export interface ScriptLine {
  readonly tactic: string;
  readonly fromMonth?: number;
  readonly toMonth?: number;
  readonly level?: number;
  readonly topUpTo?: number;
}
