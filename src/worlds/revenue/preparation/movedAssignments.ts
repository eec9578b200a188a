import { luckKey } from '../../../random/luck.ts';
import type { Company } from '../contract/company.ts';
import { SharedMarket } from '../engine/sharedMarket.ts';

/** Change of work from its baseline hours, as a share of them, that counts as a move. */
const LEAST_CHANGE = 0.05;

/** Assignments that differ from usual work in some month of some runs: 1 where they do, else 0. */
export function movedAssignments(company: Company, seed: string, runs: number): Uint8Array {
  const { assignments, tactics } = company;
  const width = assignments.length;
  const isMoved = new Uint8Array(width);
  const outcomes = new Float64Array(company.outcomes.length);
  const shared = new SharedMarket([company]);
  const { books } = shared.runners[0].state;
  for (let run = 0; run < runs; run++) {
    shared.meet(luckKey(seed, run));
    shared.run(0, outcomes);
    for (let at = books.assignmentsAt; at < books.months.length; at++) {
      const a = (at - books.assignmentsAt) % width;
      const { productive } = tactics[assignments[a].tactic];
      const change = productive ? Math.abs(books.months[at] - 1) - LEAST_CHANGE : books.months[at];
      if (change > 0) isMoved[a] = 1;
    }
  }
  return isMoved;
}
