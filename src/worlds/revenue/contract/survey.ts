import type { ResponseId } from './lever.ts';
import type { RevenueWorld } from './world.ts';

/**
 * A survey or a test that is held once a month: how many of those asked say yes, or pass.
 *
 * Formula: yes ~ binomial(asked, p), p = 1 - (1 - p0) / work^elasticity, with p0 the share at baseline work,
 * `surveys.elasticity`, and work the stock of the work that moves a response, relative to baseline.
 */
export interface SurveyDefinition {
  readonly id: string;
  readonly title: string;
  /** Response whose work moves the answers. */
  readonly about: ResponseId;
  /** Share who say yes at baseline work. */
  usualShare(world: RevenueWorld): number;
  /** Number of people asked in a month, given the number of filled positions of sellers. */
  asked(world: RevenueWorld, sellers: number): number;
}

/** Ids of a survey’s counters: those who said yes, and those asked. */
export const countersOf = ({ id }: Pick<SurveyDefinition, 'id'>) =>
  ({ yes: `${id}Yes`, asked: `${id}Asked` }) as const;

/** A survey, compiled: first slots of its counters. */
export interface CompiledSurvey {
  readonly definition: SurveyDefinition;
  /** Place in the catalogue, which keys its draws. */
  readonly place: number;
  readonly yes: number;
  readonly asked: number;
  /** Tactics whose stocks are the work asked about, and each one's share of the hours. */
  readonly tactics: Int32Array;
  readonly hourShares: Float64Array;
}
