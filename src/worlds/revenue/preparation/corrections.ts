import { type Beliefs, type Effect, effectOf } from '../contract/beliefs.ts';

/**
 * Linear terms to be added to effects, per unit of response: [lag], by tactic and first slot of the counter.
 */
export type Corrections = ReadonlyMap<string, ReadonlyMap<number, Float64Array>>;

/** Adds linear terms to the total effects. */
export function corrected(beliefs: Beliefs, corrections: Corrections): Beliefs {
  const total = [...(beliefs.effects.total ?? [])];
  for (const [id, bySlot] of corrections)
    for (const [slot, slopes] of bySlot) {
      const before = effectOf(beliefs, 'total', id, slot);
      const next = tilted(before ?? nothing(beliefs, id, slot), beliefs.knots[id], slopes);
      if (before === undefined) total.push(next);
      else total[total.indexOf(before)] = next;
    }
  return { ...beliefs, effects: { ...beliefs.effects, total } };
}

/** Adds a linear term to an effect, by lag. */
function tilted(effect: Effect, knots: Float64Array, slopes: Float64Array): Effect {
  const values = effect.values.slice();
  const own = effect.slopes.slice();
  slopes.forEach((slope, lag) => {
    for (let n = 0; n < knots.length; n++) {
      values[lag * knots.length + n] += slope * knots[n];
      own[lag * knots.length + n] += slope;
    }
  });
  return { ...effect, values, slopes: own };
}

/** An effect that is 0 everywhere. */
function nothing({ lags, knots }: Beliefs, tactic: string, slot: number): Effect {
  const size = lags * knots[tactic].length;
  return { tactic, slot, values: new Float64Array(size), slopes: new Float64Array(size) };
}

/** Beliefs of a person who looks no further than the current month: effects at lag 0 only. */
export function withinMonth(beliefs: Beliefs): Beliefs {
  const only = (values: Float64Array, knots: number) => values.map((value, i) => (i < knots ? value : 0));
  const total = beliefs.effects.total?.map((effect) => {
    const { length } = beliefs.knots[effect.tactic];
    return { ...effect, values: only(effect.values, length), slopes: only(effect.slopes, length) };
  });
  return { ...beliefs, effects: { ...beliefs.effects, total } };
}

/** Mean of the corrections of two rounds. A missing one counts as 0. */
export function mixed(before: Corrections, now: Corrections): Corrections {
  const all = new Map<string, Map<number, Float64Array>>();
  for (const corrections of [before, now])
    for (const [id, bySlot] of corrections) {
      const own = all.get(id) ?? new Map<number, Float64Array>();
      all.set(id, own);
      for (const [slot, slopes] of bySlot) {
        const sum = own.get(slot) ?? new Float64Array(slopes.length);
        own.set(
          slot,
          sum.map((value, lag) => value + slopes[lag] / 2),
        );
      }
    }
  return all;
}
