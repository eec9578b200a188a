import { exponentialFrom } from '../../../random/distributions.ts';
import { uniform } from '../../../random/luck.ts';
import { COUNTER } from '../counters.ts';
import { ORIGIN, TRAIT } from '../labels.ts';
import { PURPOSE } from '../purposes.ts';
import type { RepMind } from '../repMind.ts';
import { REPORTED, type RunState } from '../state.ts';
import { TALLY } from '../tallies.ts';
import { creditedUsd, winShareOf } from './chances.ts';
import { win } from './customers.ts';

/**
 * The last day of a month: sellers bring forward deals that would be decided next month, at the discount that the buyer asks for signing early.
 *
 * A buyer asks for an exponential share of the price, with mean `earlySigningShare` for every month that the signature comes early. The most that a seller
 * would give is what leaves the commission worth as much today as that on the full price next month (`mostDiscountForClosingNow`), within their authority. Where that is more, the
 * two divide the difference and the deal is decided today, by the luck that would have decided it later. In the last month of a run nobody does: what is signed in it would not be missing from a month
 * after.
 *
 * @source I. Larkin, "The cost of high-powered incentives", Journal of Labor Economics 32 (2014) 199-227, for the behaviour
 */
export function pullForward(state: RunState, day: number, minds: RepMind): void {
  const { company, market, oppNext } = state;
  const { sales, calendar } = company.world;
  for (let rep = 0; rep < company.seats; rep++) {
    if (state.capacity[rep] === 0) continue;
    let previous = -1;
    let o = state.closeHead[rep];
    while (o >= 0) {
      const next = oppNext[o];
      const early = (state.oppOpened[o] + sales.cycleDays - day) / calendar.daysPerMonth;
      const own = state.oppOrigin[o] === ORIGIN.own;
      const asked =
        early > 0 && early <= 1
          ? sales.earlySigningShare *
            early *
            exponentialFrom(uniform(market.luck, state.oppEntity[o], own ? PURPOSE.ownEarly : PURPOSE.early))
          : 1;
      let chance = winShareOf(state, o);
      if (asked <= sales.discountAuthorityShare && company.world.lines.otherShare > 0)
        chance *= chooseLine(state, rep, o, day, chance, minds);
      const most =
        asked > sales.discountAuthorityShare
          ? 0
          : Math.min(sales.discountAuthorityShare, minds.mostDiscount(state, rep, creditedUsd(state, o), chance));
      if (!(most > 0) || asked > most) {
        previous = o;
        o = next;
        continue;
      }
      if (previous < 0) state.closeHead[rep] = next;
      else oppNext[previous] = next;
      if (next < 0) state.closeTail[rep] = previous;
      const given = asked + sales.buyerBargainingShare * (most - asked);
      state.month[REPORTED + COUNTER.decided] += 1;
      if (minds.promises && promise(state, rep, o, day, chance, minds))
        chance = Math.min(1, chance * (1 + sales.promiseLiftShare));
      const u = uniform(market.luck, state.oppEntity[o], own ? PURPOSE.ownWin : PURPOSE.win);
      state.tally[TALLY.dealLuck] += ((u < chance ? 1 : 0) - chance) * state.oppValue[o] * (1 - given);
      if (u < chance) {
        state.month[REPORTED + COUNTER.discountUsd] += given * state.oppValue[o];
        state.month[REPORTED + COUNTER.listUsd] += given * state.oppValue[o];
        state.month[REPORTED + COUNTER.pulledForward] += 1;
        state.oppValue[o] *= 1 - given;
        win(state, o, rep, 1);
      }
      o = next;
    }
  }
}

/**
 * A rep proposes twice the value, all or nothing, where the deal allows it and the plan makes it worth more.
 *
 * @returns whether that was done: the deal is worth twice as much then, and its chance is to be cut by the caller
 */
export function gamble(state: RunState, rep: number, o: number, day: number, chance: number, minds: RepMind): boolean {
  const { company, market } = state;
  const purpose = state.oppOrigin[o] === ORIGIN.own ? PURPOSE.ownGamble : PURPOSE.gamble;
  if (uniform(market.luck, state.oppEntity[o], purpose) >= company.world.sales.gambleShare) return false;
  if (!minds.wouldGamble(state, rep, creditedUsd(state, o), chance, day)) return false;
  state.oppValue[o] *= 2;
  state.month[REPORTED + COUNTER.gambled] += 1;
  return true;
}

/**
 * A rep sells the other product line where the buyer would take either, and it is worth more to who decides: to a rep by what it counts for, to one who is honest by its margin.
 *
 * @returns how much likelier the deal is won then; 1 where the first line is sold
 */
export function chooseLine(
  state: RunState,
  rep: number,
  o: number,
  day: number,
  chance: number,
  minds: RepMind,
): number {
  const { company, market } = state;
  const { otherShare, otherValueTimes, otherChanceTimes } = company.world.lines;
  const own = state.oppOrigin[o] === ORIGIN.own;
  const u = uniform(market.luck, state.oppEntity[o], own ? PURPOSE.ownLine : PURPOSE.line);
  if (u >= otherShare) return 1;
  const times = otherChanceTimes * (0.5 + u / otherShare);
  const likelier = chance > 0 ? Math.min(1, chance * times) / chance : times;
  const traits = state.oppTraits[o];
  if ((traits & TRAIT.decided) > 0) return (traits & TRAIT.otherLine) > 0 ? likelier : 1;
  state.oppTraits[o] |= TRAIT.decided;
  const honestly = company.policy.expectedDeals || !state.inPlay || state.capacity[rep] === 0;
  if (!minds.prefersOther(state, rep, state.oppValue[o], chance, likelier, day, honestly)) return 1;
  state.oppTraits[o] |= TRAIT.otherLine;
  state.oppValue[o] *= otherValueTimes;
  return likelier;
}

/** Whether a rep promises more for a deal than the product does; the chance is to be raised by the caller. */
export function promise(state: RunState, rep: number, o: number, day: number, chance: number, minds: RepMind): boolean {
  const { company, market } = state;
  const purpose = state.oppOrigin[o] === ORIGIN.own ? PURPOSE.ownPromise : PURPOSE.promise;
  const trouble = company.world.sales.promiseUsd * exponentialFrom(uniform(market.luck, state.oppEntity[o], purpose));
  if (!(minds.worthOfPromise(state, rep, creditedUsd(state, o), chance, day) > trouble)) return false;
  state.oppTraits[o] |= TRAIT.promised;
  return true;
}

/** A rep keeps a deal that is won in the drawer until next month. */
export function holdBack(state: RunState, rep: number, o: number): void {
  state.oppNext[o] = state.heldHead[rep];
  state.heldHead[rep] = o;
}

/** The first day of a month: deals that were held back are signed, but for buyers who have gone elsewhere. */
export function signHeld(state: RunState): void {
  const { company, market, oppNext } = state;
  const { sales } = company.world;
  for (let rep = 0; rep < company.seats; rep++) {
    let o = state.heldHead[rep];
    state.heldHead[rep] = -1;
    while (o >= 0) {
      const next = oppNext[o];
      const purpose = state.oppOrigin[o] === ORIGIN.own ? PURPOSE.ownHeld : PURPOSE.held;
      if (uniform(market.luck, state.oppEntity[o], purpose) >= sales.heldLossShare) {
        state.month[REPORTED + COUNTER.heldBack] += 1;
        win(state, o, rep, 1);
      }
      o = next;
    }
  }
}
