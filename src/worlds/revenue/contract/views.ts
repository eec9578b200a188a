import type { DealPurposes } from './purposes.ts';

/** What can be seen of leads. */
export interface LeadView {
  readonly day: number;
  isReady(lead: number): boolean;
  /** Whether marketing passed it against the definition. */
  isRelabelled(lead: number): boolean;
  /** Index of its channel. */
  channel(lead: number): number;
  ageDays(lead: number): number;
  /** Segment of the company's dimensions that it belongs to; 0 where the world has none. */
  segment(lead: number): number;
  /** A uniform draw of this lead, for a purpose of the asker's own. */
  draw(lead: number, purpose: number): number;
}

/** What can be seen of deals. */
export interface DealView {
  readonly day: number;
  /** List value, in dollars, as it stands now. */
  valueUsd(deal: number): number;
  isReady(deal: number): boolean;
  isRelabelled(deal: number): boolean;
  /** Whether the seller found it, whatever it was entered as. */
  isOwn(deal: number): boolean;
  /** Chair of the seller who has it. */
  seat(deal: number): number;
  /** Day on which it was opened, and days that the lead had waited before. */
  openedDay(deal: number): number;
  waitedDays(deal: number): number;
  segment(deal: number): number;
  /** A uniform draw of this deal, for purposes of the asker's own. */
  draw(deal: number, purposes: DealPurposes): number;
}
