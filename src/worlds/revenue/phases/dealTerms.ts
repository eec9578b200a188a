import { exponentialFrom } from '../../../random/distributions.ts';
import { uniform } from '../../../random/luck.ts';
import { COUNTER } from '../counters.ts';
import { ORIGIN, TRAIT } from '../labels.ts';
import { PURPOSE } from '../purposes.ts';
import type { RepMind } from '../repMind.ts';
import { REPORTED, type RunState } from '../state.ts';
import { creditedUsd } from './chances.ts';

/*
 * What a seller makes of a deal the day it is decided: which product line it is of, whether it is all or nothing, what is promised. Each takes the chance that the deal is won, and returns what
 * becomes of it; before play, and in chairs that nobody sits in, what an honest seller would do.
 */

/**
 * A buyer who would take either product line is sold the one that is worth more to who decides: to a rep by what it counts for, to one who is honest by its margin. A deal stays of the line that was
 * chosen for it first.
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
  if (otherShare === 0) return chance;
  const own = state.oppOrigin[o] === ORIGIN.own;
  const u = uniform(market.luck, state.oppEntity[o], own ? PURPOSE.ownLine : PURPOSE.line);
  if (u >= otherShare) return chance;
  const likelier = Math.min(1, chance * otherChanceTimes * (0.5 + u / otherShare));
  if ((state.oppTraits[o] & TRAIT.decided) === 0) {
    state.oppTraits[o] |= TRAIT.decided;
    const honestly = company.policy.expectedDeals || !isPlayed(state, rep);
    if (minds.prefersOther(state, rep, state.oppValue[o], chance, likelier, day, honestly)) {
      state.oppTraits[o] |= TRAIT.otherLine;
      state.oppValue[o] *= otherValueTimes;
    }
  }
  return (state.oppTraits[o] & TRAIT.otherLine) > 0 ? likelier : chance;
}

/** A rep proposes twice the value, all or nothing, where the deal allows it and the plan makes it worth more. */
export function gamble(
  state: RunState,
  rep: number,
  o: number,
  day: number,
  chance: number,
  minds: RepMind,
): number {
  if (!minds.gambles || !isPlayed(state, rep)) return chance;
  const { company, market } = state;
  const { gambleShare, gambleChanceShare } = company.world.sales;
  const purpose = state.oppOrigin[o] === ORIGIN.own ? PURPOSE.ownGamble : PURPOSE.gamble;
  if (uniform(market.luck, state.oppEntity[o], purpose) >= gambleShare) return chance;
  if (!minds.wouldGamble(state, rep, creditedUsd(state, o), chance, day)) return chance;
  state.oppValue[o] *= 2;
  state.month[REPORTED + COUNTER.gambled] += 1;
  return chance * gambleChanceShare;
}

/** A rep promises more for a deal than the product does, where that is worth more than the trouble and the conscience of it. */
export function promise(
  state: RunState,
  rep: number,
  o: number,
  day: number,
  chance: number,
  minds: RepMind,
): number {
  if (!minds.promises || !isPlayed(state, rep)) return chance;
  const { company, market } = state;
  const { promiseUsd, promiseLiftShare } = company.world.sales;
  const purpose = state.oppOrigin[o] === ORIGIN.own ? PURPOSE.ownPromise : PURPOSE.promise;
  const trouble = promiseUsd * exponentialFrom(uniform(market.luck, state.oppEntity[o], purpose));
  if (!(minds.worthOfPromise(state, rep, creditedUsd(state, o), chance, day) > trouble)) return chance;
  state.oppTraits[o] |= TRAIT.promised;
  return Math.min(1, chance * (1 + promiseLiftShare));
}

/** Whether somebody who plays for pay decides: not before play, and not for an empty chair. */
function isPlayed({ inPlay, capacity }: RunState, rep: number): boolean {
  return inPlay && capacity[rep] > 0;
}
