import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import type { MetricSlots, PayBooks, PayComponent } from '../../../plans/payroll.ts';
import { REPORTED } from '../contract/counters.ts';
import { CompanyBooks } from './companyBooks.ts';
import type { RunState } from './state/state.ts';

/** Books that keep some counters apart from the company's: a metric of any other counter is the company's. */
export abstract class KeptBooks implements PayBooks {
  /** Month that is being closed. */
  month = 0;
  abstract readonly since: number;
  protected readonly state: RunState;
  private readonly company: CompanyBooks;

  constructor(state: RunState) {
    this.state = state;
    this.company = new CompanyBooks(state);
    this.company.ledger = REPORTED;
  }

  valueOf(slots: MetricSlots, months: number, back: number): number {
    const { numerator, denominator } = slots;
    const top = this.sumOf(numerator, months, back);
    const bottom = denominator < 0 ? 1 : this.sumOf(denominator, months, back);
    if (top === undefined || bottom === undefined) {
      this.company.month = this.month;
      this.company.since = this.since;
      return this.company.valueOf(slots, months, back);
    }
    return bottom > 0 ? top / bottom : 0;
  }

  abstract curveOf(component: PayComponent, months: number, back: number): PayoutCurve;

  /** Sum of a counter over a window; undefined if it is not kept apart. */
  protected abstract sumOf(counter: number, months: number, back: number): number | undefined;
}
