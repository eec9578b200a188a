import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import type { MetricSlots, PayBooks, PayComponent } from '../../../plans/payroll.ts';
import { COUNTER, REPORTED } from '../contract/counters.ts';
import { inLedger } from '../contract/slots.ts';
import type { RunState } from './state/state.ts';

const MONTHS_PER_YEAR = 12;

/** Books of the whole company at the end of a month of play, in one ledger. */
export class CompanyBooks implements PayBooks {
  month = 0;
  ledger = REPORTED;
  /** First month that counts: that in which the person joined. */
  since = 0;
  private readonly state: RunState;

  constructor(state: RunState) {
    this.state = state;
  }

  valueOf({ numerator, denominator }: MetricSlots, window: number, back = 0): number {
    const { books, company } = this.state;
    const { slots } = company;
    const last = this.month - back;
    const months = Math.min(window, last - this.since + 1);
    const top = books.sumMonths(last, months, inLedger(slots, numerator, this.ledger));
    if (denominator < 0) return top;
    const bottom = books.sumMonths(last, months, inLedger(slots, denominator, this.ledger));
    return bottom > 0 ? top / bottom : 0;
  }

  heldMonths(months: number, back: number): number {
    return Math.max(0, Math.min(months, this.month - back - this.since + 1));
  }

  monthsOfYear(back: number): number {
    const month = this.month - back;
    const start = month - (month % MONTHS_PER_YEAR);
    return MONTHS_PER_YEAR - Math.max(0, this.since - start);
  }

  curveOf(component: PayComponent, window = component.months, back = 0): PayoutCurve {
    const { books } = this.state;
    if (!component.followsQuota || this.month < 0) return component.curve;
    const last = this.month - back;
    const months = Math.min(window, last - this.since + 1);
    let quotaUsd = books.sumMonths(last, months, COUNTER.quotaUsd);
    if (component.terms?.isAgainstYear !== true)
      return component.commissionAt!(quotaUsd, months / component.months);
    // The rest of the year counts at the quota of its last month.
    const all = this.monthsOfYear(back);
    quotaUsd += (all - months) * books.sumMonths(last, 1, COUNTER.quotaUsd);
    return component.commissionAt!(quotaUsd, all / component.months);
  }
}
