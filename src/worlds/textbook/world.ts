import type { Motive } from '../../model/person.ts';
import type { PersonPlan } from '../../model/plan.ts';

/** A task: one dimension of an agent's effort. Units of effort are the task's own. */
export interface TextbookTask {
  readonly name: string;
  /** Value of a unit of effort to the firm, in dollars. Negative: manipulation that harms it. */
  readonly valueUsd: number;
  /** Effort supplied without pay; default 0. */
  readonly baseline?: number;
  /** Lower bound on effort; default -1e6, in effect none. */
  readonly lower?: number;
  /** Upper bound on effort; default 1e6, in effect none. */
  readonly upper?: number;
  /**
   * Whether it moves numbers instead of doing the work: honest agents leave it at baseline. Default false.
   */
  readonly gaming?: boolean;
}

/** A noisy performance measure: x = sum_k loading_k effort_k + noise. */
export interface TextbookMetric {
  readonly name: string;
  readonly loadings: readonly number[];
  /**
   * How one agent's metric depends on the others. `own` (default): not at all. `pooled`: the sum over all
   * agents is measured. `relative`: own less the mean of the others, so that shared noise cancels. `best-of`:
   * a contest, in which the agent with the largest own value wins the prize of the payout.
   */
  readonly scope?: 'own' | 'pooled' | 'relative' | 'best-of';
}

/**
 * World of agency theory: identical agents with several tasks, quadratic cost of effort around a baseline,
 * constant absolute risk aversion, normal noise.
 *
 * Cost of effort e: 1/2 (e - baseline)' C (e - baseline). Value to the firm: sum of valueUsd x effort over
 * agents. One period.
 *
 * @source B. Holmstrom, P. Milgrom, "Aggregation and linearity in the provision of intertemporal incentives",
 * Econometrica 55 (1987) 303-328; "Multitask principal-agent analyses", Journal of Law, Economics and
 * Organization 7 (1991) 24-52
 */
export interface TextbookWorld {
  readonly tasks: readonly TextbookTask[];
  /** C by rows: symmetric, positive definite, in dollars per squared unit of effort. */
  readonly effortCost: readonly (readonly number[])[];
  readonly metrics: readonly TextbookMetric[];
  /** Covariance matrix of the noise in one agent's metrics, by rows; independent across agents. */
  readonly noise: readonly (readonly number[])[];
  /** Covariance matrix of noise common to all agents, by rows; default none. */
  readonly sharedNoise?: readonly (readonly number[])[];
  readonly riskAversionPerUsd: number;
  /** Number of identical agents; default 1. */
  readonly agents?: number;
  /**
   * own-pay (default): best response to the plan. honest: the same without the gaming tasks. company:
   * first-best effort, whatever the plan.
   */
  readonly motive?: Exclude<Motive, 'scripted'>;
}

/** Pay plan of every agent in a textbook world: components refer to the world's metrics and are paid once. */
export type TextbookPlan = PersonPlan;
