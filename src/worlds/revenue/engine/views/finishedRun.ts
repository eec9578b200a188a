import type { CompiledTactic } from '../../contract/company.ts';
import { REPORTED, TRUE } from '../../contract/counters.ts';
import type { ResponseId } from '../../contract/lever.ts';
import type { CustomersAtEnd, FinishedRun, FloorAtEnd } from '../../contract/outcome.ts';
import { ratio } from '../../contract/outcome.ts';
import { PART_WIDTH, type Span } from '../../contract/parts.ts';
import { inLedger, slotOf } from '../../contract/slots.ts';
import { PERSON_COUNT } from '../../contract/tallies.ts';
import type { RevenueWorld } from '../../contract/world.ts';
import { rankOf } from '../../minds/planner/population.ts';
import { believedOf } from '../phases/trust.ts';
import type { RunState } from '../state/state.ts';
import { MarketersRead } from './marketersRead.ts';
import { openDeals } from './openDeals.ts';

/** Relative gap below which a hollow amount is rounding error. */
const ROUNDING = 1e-9;

/** A finished run, as outcomes read it. Created once and {@link RunRead.refresh}ed after every run. */
export class RunRead implements FinishedRun {
  readonly months: number;
  readonly planners: number;
  readonly marketers: MarketersRead;
  customers!: CustomersAtEnd;
  floor!: FloorAtEnd;
  owedUsd = 0;
  private readonly state: RunState;
  /** Responses for whose work somebody has hours. */
  private readonly worked: ReadonlySet<ResponseId>;
  /** Sum of every slot over the months of play. */
  private readonly totals: Float64Array;

  constructor(state: RunState) {
    this.state = state;
    this.marketers = new MarketersRead(state);
    this.months = state.company.world.horizonMonths;
    this.planners = state.company.planners.length;
    this.totals = new Float64Array(state.books.slots);
    this.worked = new Set(
      state.company.tactics.flatMap(({ lever, hoursPerMonth }) =>
        lever.kind === 'productive' && hoursPerMonth > 0 ? [lever.moves] : [],
      ),
    );
  }

  get integrityShare(): number {
    const { company, persons } = this.state;
    const { isEmployed, integrityUsd } = persons.chairs;
    let sum = 0;
    let held = 0;
    for (const { row, values } of company.planners) {
      const rank = rankOf(values.integrityUsd, integrityUsd[row]);
      if (isEmployed[row] === 0 || Number.isNaN(rank)) continue;
      sum += rank;
      held++;
    }
    return held > 0 ? sum / held : Number.NaN;
  }

  get world(): RevenueWorld {
    return this.state.company.world;
  }

  /** Reads the run that has just ended. */
  refresh(): void {
    const { state, totals } = this;
    const { books, customers } = state;
    totals.fill(0);
    let at = 0;
    for (let month = 0; month < this.months; month++)
      for (let slot = 0; slot < totals.length; slot++) totals[slot] += books.months[at++];
    const { all } = customers;
    this.customers = {
      count: all.customers,
      references: all.references,
      won: all.newCustomers,
      lifetimeValueUsd: all.lifetimeValueUsd,
      renewalsDue: all.renewalsDue,
      renewalsKept: all.renewalsKept,
      renewalUsd: all.renewalUsd,
    };
    this.floor = floorAtEnd(state);
    const { persons, accounts } = state;
    this.owedUsd =
      dueFrom(this.months, persons.months.deferredUsd, persons.width) +
      dueFrom(this.months, accounts.months.deferredUsd, accounts.width);
  }

  total(counter: number | string, ledger = REPORTED): number {
    const { slots } = this.state.company;
    const slot = typeof counter === 'number' ? counter : slotOf(slots, counter);
    return this.totals[inLedger(slots, slot, ledger)];
  }

  hollow(counter: number | string, added = 0): number {
    const reported = this.total(counter);
    const gap = reported + added - this.total(counter, TRUE);
    return gap > ROUNDING * reported ? gap / reported : 0;
  }

  during({ from, months }: Span, counter: number, ledger = REPORTED): number {
    const { books, company } = this.state;
    return books.sumMonths(from + months - 1, months, inLedger(company.slots, counter, ledger));
  }

  tail(counter: number): number {
    const { books } = this.state;
    return books.months[this.months * books.slots + counter + REPORTED];
  }

  tally(index: number): number {
    return this.state.books.tally[index];
  }

  blame(index: number): number {
    return this.state.books.blame[index];
  }

  person(planner: number, index: number): number {
    return this.state.persons.tallies.sum[planner * PERSON_COUNT + index];
  }

  part(row: number, measure: number): number {
    return this.state.books.parts[row * PART_WIDTH + measure];
  }

  hasWork(response: ResponseId): boolean {
    return this.worked.has(response);
  }

  meanLevel(response: ResponseId): number {
    const { tactics, assignments } = this.state.company;
    const { levelSum } = this.state.marketing.assignments;
    let hours = 0;
    for (const { tactic, hoursPerMonth } of assignments)
      if (isMoved(tactics[tactic], response)) hours += hoursPerMonth;
    // A company without hours for this work has no level of it.
    if (!(hours > 0)) return NaN;
    let level = 0;
    for (let a = 0; a < assignments.length; a++) {
      const { tactic, hoursPerMonth } = assignments[a];
      if (isMoved(tactics[tactic], response)) level += (hoursPerMonth / hours) * levelSum[a];
    }
    return level / this.months;
  }
}

function isMoved({ lever }: CompiledTactic, response: ResponseId): boolean {
  return lever.kind === 'productive' && lever.moves === response;
}

/** Sum of the amounts due from a month on, over rows of `width` months. */
function dueFrom(month: number, dueUsd: Float64Array, width: number): number {
  let sum = 0;
  for (let row = 0; row < dueUsd.length; row += width)
    for (let at = row + month; at < row + width; at++) sum += dueUsd[at];
  return sum;
}

function floorAtEnd(state: RunState): FloorAtEnd {
  const { company, floor } = state;
  const { capacity, skill } = floor.seats;
  let sellers = 0;
  let trust = 0;
  let skills = 0;
  for (let seat = 0; seat < company.seats; seat++) {
    if (capacity[seat] === 0) continue;
    sellers++;
    skills += skill[seat];
    trust += believedOf(state, seat);
  }
  return {
    sellers,
    trustShare: ratio(trust, sellers),
    skillShare: ratio(skills, sellers),
    lobbiedShare: floor.all.lobbiedShare,
    bestFifthShare: bestFifth(state),
    openDeals: openDeals(state),
  };
}

/** Share of all bookings from the best fifth of the positions; those never filled are left out. */
function bestFifth({ floor, company }: RunState): number {
  const { totalUsd, careers } = floor.seats;
  const { reps } = company.world.sales;
  const isUsed = (seat: number) => seat < reps || careers[seat] > 0;
  const sorted = (
    totalUsd.length === reps ? totalUsd.slice() : totalUsd.filter((_, seat) => isUsed(seat))
  ).sort();
  const from = sorted.length - Math.max(1, Math.round(sorted.length / 5));
  let best = 0;
  let all = 0;
  for (let i = 0; i < sorted.length; i++) {
    all += sorted[i];
    if (i >= from) best += sorted[i];
  }
  return ratio(best, all);
}
