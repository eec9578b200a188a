import type { Motive } from '../../model/person.ts';
import type { PersonPlan } from '../../model/plan.ts';

/** One thing an agent can put effort into. Units of effort are the task's own. */
export interface TextbookTask {
  readonly name: string;
  /** What a unit of effort is worth to the firm, in dollars. Negative: manipulation that harms it. */
  readonly valueUsd: number;
  /** Effort that nobody has to pay for; default 0. */
  readonly baseline?: number;
  /** Least effort; default none. */
  readonly lower?: number;
  /** Most effort; default none. */
  readonly upper?: number;
  /**
   * Whether it moves numbers instead of doing the work: who is honest leaves it at its baseline. Default
   * false.
   */
  readonly gaming?: boolean;
}

/** A noisy measure of effort: x = sum_k loading_k effort_k + noise. */
export interface TextbookMetric {
  readonly name: string;
  readonly loadings: readonly number[];
  /**
   * What of the other agents a metric of one agent takes in. `own` (default): nothing. `pooled`: the sum over
   * all agents is measured. `relative`: own less the mean of the others, in which noise that all share
   * cancels. `best-of`: the prize of the payout goes to the largest of all agents' own values.
   */
  readonly scope?: 'own' | 'pooled' | 'relative' | 'best-of';
}

/**
 * The world of agency theory: identical agents with several tasks, quadratic cost of effort around a
 * baseline, constant absolute risk aversion, normal noise.
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
  /** Covariance of the noise of one agent's metrics, independent between agents. */
  readonly noise: readonly (readonly number[])[];
  /** Covariance of noise that all agents share; default none. */
  readonly sharedNoise?: readonly (readonly number[])[];
  readonly riskAversionPerUsd: number;
  /** How many agents of this kind there are; default 1. */
  readonly agents?: number;
  /**
   * own-pay (default): effort is the best response to the plan. honest: the same without the gaming tasks.
   * company: first-best effort, whatever the plan.
   */
  readonly motive?: Exclude<Motive, 'scripted'>;
}

/** What every agent of a textbook world is paid: components whose metrics are the world's, paid once. */
export type TextbookPlan = PersonPlan;
