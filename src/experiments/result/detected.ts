import type { PeriodEnds, Windows } from '../../statistics/periodEnds.ts';
import type { PeriodLength } from '../../worlds/revenue/statement/wonDays.ts';

/** Whether deals are timed around the ends of periods. */
export interface Detected extends PeriodEnds {
  readonly period: PeriodLength;
  readonly windows: Windows;
  /** Deals counted, of so many rows of the file. */
  readonly deals: number;
  readonly rows: number;
}
