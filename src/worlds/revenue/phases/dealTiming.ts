import { exponentialFrom } from '../../../random/distributions.ts';
import { uniform } from '../../../random/luck.ts';
import { COUNTER } from '../counters.ts';
import { ORIGIN } from '../labels.ts';
import { PURPOSE } from '../purposes.ts';
import type { RepMind } from '../repMind.ts';
import { REPORTED, type RunState } from '../state.ts';
import { countLuck, creditedUsd, winShareOf } from './chances.ts';
import { lose } from './coverage.ts';
import { win } from './customers.ts';
import { chooseLine, promise } from './dealTerms.ts';

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
      if (asked <= sales.discountAuthorityShare) chance = chooseLine(state, rep, o, day, chance, minds);
      const most =
        asked > sales.discountAuthorityShare
          ? 0
          : Math.min(
              sales.discountAuthorityShare,
              minds.mostDiscount(state, rep, creditedUsd(state, o), chance),
            );
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
      chance = promise(state, rep, o, day, chance, minds);
      const u = uniform(market.luck, state.oppEntity[o], own ? PURPOSE.ownWin : PURPOSE.win);
      countLuck(state, ((u < chance ? 1 : 0) - chance) * state.oppValue[o] * (1 - given));
      if (u < chance) {
        state.month[REPORTED + COUNTER.discountUsd] += given * state.oppValue[o];
        state.month[REPORTED + COUNTER.listUsd] += given * state.oppValue[o];
        state.month[REPORTED + COUNTER.pulledForward] += 1;
        state.oppValue[o] *= 1 - given;
        win(state, o, rep, 1);
      } else lose(state, rep, o);
      o = next;
    }
  }
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
      } else lose(state, rep, o);
      o = next;
    }
  }
}
