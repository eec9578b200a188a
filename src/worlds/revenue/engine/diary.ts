import { PERSON, PERSON_COUNT } from '../contract/tallies.ts';
import type { RunState } from './state/state.ts';

/** Event in a position during a month. */
export type ChairEvent = 'discovered' | 'dismissed' | 'hired';

/** One planner's month, for narrating a run. */
export interface Diary {
  readonly name: string;
  readonly integrityUsd: number;
  /** Gaming units and levels, by tactic id. */
  readonly units: ReadonlyMap<string, number>;
  readonly level: ReadonlyMap<string, number>;
  readonly bonusUsd: number;
  readonly hollowBonusUsd: number;
  readonly events: readonly ChairEvent[];
}

/** Snapshots a run before a month is closed, and writes diaries afterwards. */
export class Diarist {
  private readonly state: RunState;
  private readonly units: Float64Array;
  private readonly level: Float64Array;
  private readonly sums: Float64Array;
  private readonly isEmployed: Uint8Array;
  private readonly incumbent: Int32Array;

  constructor(state: RunState) {
    const { marketing, persons } = state;
    this.state = state;
    this.units = marketing.assignments.units.slice();
    this.level = marketing.assignments.level.slice();
    this.sums = persons.tallies.sum.slice();
    this.isEmployed = persons.chairs.isEmployed.slice();
    this.incumbent = persons.chairs.incumbent.slice();
  }

  write(): Diary[] {
    const { company, persons } = this.state;
    return company.planners.map(({ name, row, firstAssignment, assignmentCount }) => {
      const own = (column: Float64Array) =>
        new Map(
          Array.from({ length: assignmentCount }, (_, k) => {
            const { tactic } = company.assignments[firstAssignment + k];
            return [company.tactics[tactic].definition.id, column[firstAssignment + k]] as const;
          }),
        );
      return {
        name,
        integrityUsd: persons.chairs.integrityUsd[row],
        units: own(this.units),
        level: own(this.level),
        bonusUsd: this.gained(row, PERSON.bonusEarned),
        hollowBonusUsd: this.gained(row, PERSON.bonusHollow),
        events: this.eventsOf(row),
      };
    });
  }

  private gained(row: number, index: number): number {
    const at = row * PERSON_COUNT + index;
    return this.state.persons.tallies.sum[at] - this.sums[at];
  }

  private eventsOf(row: number): ChairEvent[] {
    const { isEmployed, incumbent } = this.state.persons.chairs;
    const isNew = incumbent[row] > this.incumbent[row];
    const events: ChairEvent[] = [];
    if (this.gained(row, PERSON.discoveries) > 0) events.push('discovered');
    if (this.isEmployed[row] === 1 && (isEmployed[row] === 0 || isNew)) events.push('dismissed');
    if (isNew) events.push('hired');
    return events;
  }
}
