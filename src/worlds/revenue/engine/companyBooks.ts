import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import {
  heldMonths,
  type MetricSlots,
  monthsOfYear,
  type PayBooks,
  type PayComponent,
} from '../../../plans/payroll.ts';
import { COUNTER, REPORTED } from '../contract/counters.ts';
import { inLedger } from '../contract/slots.ts';
import type { RunState } from './state/state.ts';

/** Books of the whole company at the end of a month of play, in one ledger. */
export class CompanyBooks implements PayBooks {
  month = 0;
  ledger = REPORTED;
  /** First month that counts: that in which the person joined. */
  since = 0;
  /** How bookings are credited to the person; -1 if in full. */
  creditRow = -1;
  protected readonly state: RunState;

  constructor(state: RunState) {
    this.state = state;
  }

  valueOf({ numerator, denominator }: MetricSlots, window: number, back = 0): number {
    const { books, company } = this.state;
    const { slots } = company;
    const last = this.month - back;
    const months = heldMonths(this, window, back);
    const isCredited = this.creditRow >= 0 && numerator === COUNTER.bookingsUsd;
    const top = isCredited
      ? this.creditedIn(last, months)
      : books.sumMonths(last, months, inLedger(slots, numerator, this.ledger));
    if (denominator < 0) return top;
    const bottom = books.sumMonths(last, months, inLedger(slots, denominator, this.ledger));
    return bottom > 0 ? top / bottom : 0;
  }

  private creditedIn(last: number, months: number): number {
    const { credits, width } = this.state.people;
    let sum = 0;
    for (let month = Math.max(0, last - months + 1); month <= last; month++)
      sum += credits.creditedUsd[this.creditRow * width + month];
    return sum;
  }

  /** Commission curves of a window at the team's quotas; the rest of a year has that of its last month. */
  curveOf(component: PayComponent, window = component.months, back = 0): PayoutCurve {
    const { books } = this.state;
    if (!component.followsQuota || this.month < 0) return component.curve;
    const last = this.month - back;
    const months = heldMonths(this, window, back);
    const quotaUsd = books.sumMonths(last, months, COUNTER.quotaUsd);
    if (component.terms?.isAgainstYear !== true)
      return component.commissionAt!(quotaUsd, months / component.months);
    const all = monthsOfYear(this, back);
    const rest = (all - months) * books.sumMonths(last, 1, COUNTER.quotaUsd);
    return component.commissionAt!(quotaUsd + rest, all / component.months);
  }
}

/** The same for one planner: a rating is the person's own. */
export class PlannerBooks extends CompanyBooks {
  /** Row of the planner. */
  planner = 0;

  override valueOf(metric: MetricSlots, window: number, back = 0): number {
    if (metric.numerator !== COUNTER.ratingSum) return super.valueOf(metric, window, back);
    return this.state.persons.ratings.value[2 * this.planner + this.ledger];
  }
}
