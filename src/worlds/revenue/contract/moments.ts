import type { DealView, LeadView } from './views.ts';

/** Moments of a run at which a catalogue entry can be called. Leads and deals are given by index. */
export interface MomentHooks<Result> {
  /** A lead is passed to sales. */
  leadPassed?(leads: LeadView, lead: number): Result;
  /** A seller has called a lead. */
  leadCalled?(leads: LeadView, lead: number): Result;
  dealOpened?(deals: DealView, deal: number): Result;
  dealWon?(deals: DealView, deal: number): Result;
  dealLost?(deals: DealView, deal: number): Result;
}

export const MOMENTS = ['leadPassed', 'leadCalled', 'dealOpened', 'dealWon', 'dealLost'] as const;
export type Moment = (typeof MOMENTS)[number];
