import type { DealPurposes } from './purposes.ts';

/** Read-only view of leads. */
export interface LeadView {
  readonly day: number;
  isReady(lead: number): boolean;
  /** Whether marketing passed it contrary to the definition. */
  isRelabelled(lead: number): boolean;
  /** Index of its channel. */
  channel(lead: number): number;
  ageDays(lead: number): number;
  /** Uniform draw for a lead and a purpose. */
  draw(lead: number, purpose: number): number;
}

/** Read-only view of deals. */
export interface DealView {
  readonly day: number;
  /** Current value, in dollars: the list value, as changed by line, terms or discount. */
  valueUsd(deal: number): number;
  isReady(deal: number): boolean;
  isRelabelled(deal: number): boolean;
  /** Whether the seller sourced it, however it was entered. */
  isOwn(deal: number): boolean;
  /** Position of the seller who has it. */
  seat(deal: number): number;
  /** Day on which it was opened, and days that the lead had waited by then. */
  openedDay(deal: number): number;
  waitedDays(deal: number): number;
  /** Uniform draw for a deal and its purposes. */
  draw(deal: number, purposes: DealPurposes): number;
}
