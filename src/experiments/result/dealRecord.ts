/** One opportunity of a run. Days are working days of play, from 1; those of the warm-up are 0 and below. */
export interface DealRecord {
  readonly deal: number;
  /** Position of the seller, from 1. */
  readonly seller: number;
  /** Channel of the lead; undefined if the seller found the deal. */
  readonly channel?: string;
  /** Whether it came from a lead that marketing relabelled as qualified. */
  readonly relabelled: boolean;
  /** Product line: `other` for the second of two that a buyer would take, else its name or `main`. */
  readonly line: string;
  /** Day on which the lead arrived; the day on which it was opened if the seller found it. */
  readonly leadDay: number;
  readonly openedDay: number;
  /** Day on which it was won or lost; undefined while it is open. */
  readonly decidedDay?: number;
  readonly outcome: 'won' | 'lost' | 'open';
  readonly valueUsd: number;
}
