import type { RunState } from '../state.ts';

/*
 * Trust: what sellers believe of the leads that marketing passes. For every class of lead that they can tell apart, a Beta belief that it is ready, their own and the
 * team's, with a memory.
 */

/** Believed chance that a lead of this class is ready: the rep's own experience and the team's, each a Beta mean. */
export function beliefIn(state: RunState, rep: number, seenClass: number): number {
  const { seats, classes } = state.company;
  return state.belief[rep * classes + seenClass] + state.belief[seats * classes + seenClass];
}

/** Believed chance that a lead like those that the rep has called is ready: beliefs in the classes, each by how many of it are remembered. */
export function believedOf(state: RunState, rep: number): number {
  const { classes } = state.company;
  let sum = 0;
  let weight = 0;
  for (let c = 0; c < classes; c++) {
    const remembered = state.ready[rep * classes + c] + state.unready[rep * classes + c];
    sum += remembered * beliefIn(state, rep, c);
    weight += remembered;
  }
  return sum / weight;
}

/** What somebody believes who has met none of marketing's leads: for a rep, or for the team as a whole (index `seats`). */
export function trustAnew(state: RunState, rep: number): void {
  const { readyShareAtFirst } = state;
  const { classes, seats, world } = state.company;
  const { trustReady, trustUnready, trustSharedShare } = world.sales;
  const strength = trustReady + trustUnready;
  const weight = rep < seats ? 1 - trustSharedShare : trustSharedShare;
  for (let c = 0; c < classes; c++) {
    const share = readyShareAtFirst[c];
    believe(state, rep * classes + c, strength * share, strength * (1 - share), weight);
  }
}

/** Updates own and team trust by what a lead turned out to be; experience beyond the memory fades in proportion. */
export function learn(state: RunState, rep: number, seenClass: number, wasReady: boolean): void {
  const { classes, seats, world } = state.company;
  const { trustMemoryLeads, trustSharedShare } = world.sales;
  remember(state, rep * classes + seenClass, wasReady, trustMemoryLeads, 1 - trustSharedShare);
  remember(state, seats * classes + seenClass, wasReady, trustMemoryLeads, trustSharedShare);
}

function remember(state: RunState, slot: number, wasReady: boolean, memory: number, weight: number): void {
  const { ready, unready } = state;
  let good = ready[slot];
  let bad = unready[slot];
  if (wasReady) good += 1;
  else bad += 1;
  const total = good + bad;
  if (total > memory) {
    const keep = memory / total;
    good *= keep;
    bad *= keep;
  }
  believe(state, slot, good, bad, weight);
}

/** Sets what a slot of trust remembers, and what that adds to beliefs. */
function believe(state: RunState, slot: number, ready: number, unready: number, weight: number): void {
  state.ready[slot] = ready;
  state.unready[slot] = unready;
  state.belief[slot] = (weight * ready) / (ready + unready);
}
