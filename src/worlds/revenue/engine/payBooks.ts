import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import type { MetricSlots, PayBooks, PayComponent } from '../../../plans/payroll.ts';
import { COUNTER } from '../contract/counters.ts';
import type { Commissions } from './commissions.ts';
import type { CompanyBooks } from './companyBooks.ts';
import type { RunState } from './state/state.ts';

/**
 * Books of one group of sellers or inside sales: the work of its own people. With a single group, they are
 * the company's.
 */
export class GroupBooks implements PayBooks {
  row = 0;
  readonly since = 0;
  private readonly state: RunState;
  private readonly company: CompanyBooks;

  constructor(state: RunState, company: CompanyBooks) {
    this.state = state;
    this.company = company;
  }

  get month(): number {
    return this.company.month;
  }

  /** Notes the month's results of every group, before the floor forgets them. */
  record(month: number): void {
    const { company, people, floor } = this.state;
    if (company.callers.length < 2) return;
    const { callers, width } = people;
    for (const { row } of company.callers) {
      callers.meetings[row * width + month] = floor.callers.meetings[row];
      callers.opportunities[row * width + month] = floor.callers.opportunities[row];
    }
  }

  valueOf(metric: MetricSlots, months: number, back: number): number {
    const { sellers, callers } = this.state.company;
    const { floor, people } = this.state;
    if (metric.denominator >= 0) return this.company.valueOf(metric, months, back);
    switch (metric.numerator) {
      case COUNTER.activities:
        if (sellers.length > 1) return floor.groups.entries[this.row];
        break;
      case COUNTER.meetings:
        if (callers.length > 1) return this.sum(people.callers.meetings, months, back);
        break;
      case COUNTER.meetingOpportunities:
        if (callers.length > 1) return this.sum(people.callers.opportunities, months, back);
        break;
    }
    return this.company.valueOf(metric, months, back);
  }

  curveOf(component: PayComponent): PayoutCurve {
    return component.curve;
  }

  private sum(column: Float64Array, months: number, back: number): number {
    const last = this.month - back;
    let sum = 0;
    for (let month = Math.max(0, last - months + 1); month <= last; month++)
      sum += column[this.row * this.state.people.width + month];
    return sum;
  }
}

/** Books of one sales position for the running month: bookings credited for commission. */
export class SeatBooks implements PayBooks {
  seat = 0;
  month = 0;
  readonly since = -Infinity;
  private readonly state: RunState;
  private readonly commissions: Commissions;

  constructor(state: RunState, commissions: Commissions) {
    this.state = state;
    this.commissions = commissions;
  }

  valueOf({ numerator }: MetricSlots): number {
    const { bookedUsd, ownBookedUsd } = this.state.floor.seats;
    if (numerator === COUNTER.bookingsUsd) return bookedUsd[this.seat];
    if (numerator === COUNTER.ownBookingsUsd) return ownBookedUsd[this.seat];
    throw new RangeError(`no books of a chair for counter ${numerator}`);
  }

  curveOf(component: PayComponent): PayoutCurve {
    return component.followsQuota ? this.commissions.curveOf(this.state, this.seat) : component.curve;
  }
}
