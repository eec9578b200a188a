import type { PayoutCurve } from '../../../../plans/payoutCurve.ts';
import type { MetricSlots, PayBooks, PayComponent } from '../../../../plans/payroll.ts';
import type { PlannerView } from '../../contract/mind.ts';

/** Reported results of closed months, as books of one planner: windows count back from a later pay day. */
export class ReportedBooks implements PayBooks {
  private view: PlannerView | undefined;
  /** Month of the pay day. */
  month = 0;
  private now = 0;

  /**
   * @param end month of the pay day
   * @param now running month: only months before it are closed
   */
  of(view: PlannerView, end: number, now: number): this {
    this.view = view;
    this.month = end;
    this.now = now;
    return this;
  }

  get since(): number {
    return this.view!.hiredMonth;
  }

  valueOf({ numerator, denominator }: MetricSlots, months: number, back: number): number {
    const top = this.sum(numerator, months, back);
    if (denominator < 0) return top;
    const bottom = this.sum(denominator, months, back);
    return bottom > 0 ? top / bottom : 0;
  }

  curveOf(component: PayComponent): PayoutCurve {
    return component.curve;
  }

  private sum(slot: number, months: number, back: number): number {
    const last = Math.min(this.month - back, this.now - 1);
    const first = Math.max(this.month - back - months + 1, this.since);
    let sum = 0;
    for (let month = first; month <= last; month++) sum += this.view!.reportedIn(month, slot);
    return sum;
  }
}
