import { type MarketersDuring, ratio } from '../../contract/outcome.ts';
import type { Span } from '../../contract/parts.ts';
import type { RunState } from '../state/state.ts';

/** Least movement of hours that a share of it says something about, in squared hours a month and person. */
const LEAST_MOVE = 1;

/** Marketers in some months of a finished run. */
export class MarketersRead implements MarketersDuring {
  private readonly state: RunState;

  constructor(state: RunState) {
    this.state = state;
  }

  paidUsd(span: Span): number {
    return this.state.company.notesMonths ? this.since(this.state.persons.months.paidToDateUsd, span) : NaN;
  }

  paidShare(span: Span): number {
    return ratio(this.paidUsd(span), this.sum(this.state.persons.months.targetUsd, span));
  }

  payUsd(span: Span): number {
    const { isHeld } = this.state.persons.months;
    return this.salaryUsd(span) + ratio(this.paidUsd(span), this.sum(isHeld, span));
  }

  borneUsd(span: Span): number {
    const { isHeld, borneToDateUsd } = this.state.persons.months;
    return ratio(this.since(borneToDateUsd, span), this.sum(isHeld, span));
  }

  salaryUsd(span: Span): number {
    const { salaryUsd, isHeld } = this.state.persons.months;
    return ratio(this.sum(salaryUsd, span), this.sum(isHeld, span));
  }

  seenShare(span: Span): number {
    const { seenUsd, knownUsd } = this.state.persons.months;
    return ratio(this.sum(seenUsd, span), this.sum(knownUsd, span));
  }

  movedShare(span: Span): number {
    const { moved, toMove, isHeld } = this.state.persons.months;
    const whole = this.sum(toMove, span);
    return whole >= LEAST_MOVE * this.sum(isHeld, span) ? ratio(this.sum(moved, span), whole) : NaN;
  }

  /** What was added in some months to a sum that is kept to date, over all planners. */
  private since(toDate: Float64Array, { from, months }: Span): number {
    const { persons, company } = this.state;
    let added = 0;
    for (const { row } of company.planners) {
      const at = row * persons.width;
      added += toDate[at + from + months - 1] - (from > 0 ? toDate[at + from - 1] : 0);
    }
    return added;
  }

  /** Sum of a monthly column over all planners. */
  private sum(column: ArrayLike<number>, { from, months }: Span): number {
    const { persons, company } = this.state;
    let sum = 0;
    for (const { row } of company.planners)
      for (let month = from; month < from + months; month++) sum += column[row * persons.width + month];
    return sum;
  }
}
