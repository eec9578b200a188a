import type { RunState } from '../state/state.ts';

/*
 * Trust: sellers' beliefs about the leads that marketing passes. For every class of leads that they can tell
 * apart, a seller and the team each hold a Beta belief that a lead is ready, with finite memory.
 */

/**
 * Believed chance that a lead like those a seller has called is ready, weighting classes by leads remembered.
 */
export function believedOf({ company, floor }: RunState, seat: number): number {
  const { classes, seats } = company;
  const { ready, unready, belief } = floor.trust;
  let sum = 0;
  let weight = 0;
  for (let c = 0; c < classes; c++) {
    const own = seat * classes + c;
    const remembered = ready[own] + unready[own];
    sum += remembered * (belief[own] + belief[seats * classes + c]);
    weight += remembered;
  }
  return sum / weight;
}

/**
 * Resets a belief to the prior: that of someone who has met none of marketing's leads.
 *
 * @param seat a position, or `company.seats` for the team as a whole
 * @param readyShares prior mean share of ready leads in each class
 */
export function trustAnew(state: RunState, seat: number, readyShares: Float64Array): void {
  const { classes, seats, world } = state.company;
  const { trustReady, trustUnready, trustSharedShare } = world.sales;
  const strength = trustReady + trustUnready;
  const weight = seat < seats ? 1 - trustSharedShare : trustSharedShare;
  for (let c = 0; c < classes; c++)
    believe(state, seat * classes + c, strength * readyShares[c], strength * (1 - readyShares[c]), weight);
}

/** Updates own and team trust with a lead's true readiness; beyond the memory, old evidence fades. */
export function learn(state: RunState, seat: number, seenClass: number, wasReady: boolean): void {
  const { classes, seats, world } = state.company;
  const { trustMemoryLeads, trustSharedShare } = world.sales;
  remember(state, seat * classes + seenClass, wasReady, trustMemoryLeads, 1 - trustSharedShare);
  remember(state, seats * classes + seenClass, wasReady, trustMemoryLeads, trustSharedShare);
}

function remember(state: RunState, row: number, wasReady: boolean, memory: number, weight: number): void {
  const { ready, unready } = state.floor.trust;
  let good = ready[row];
  let bad = unready[row];
  if (wasReady) good += 1;
  else bad += 1;
  const total = good + bad;
  if (total > memory) {
    const keep = memory / total;
    good *= keep;
    bad *= keep;
  }
  believe(state, row, good, bad, weight);
}

/** Sets the evidence in a row of trust, and its contribution to beliefs. */
function believe({ floor }: RunState, row: number, ready: number, unready: number, weight: number): void {
  floor.trust.ready[row] = ready;
  floor.trust.unready[row] = unready;
  floor.trust.belief[row] = (weight * ready) / (ready + unready);
}
