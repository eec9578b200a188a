import { normalQuantile } from '../core/numeric/normal.ts';

/** Gain in a person's net by one deviation, as a share of the target bonus, with its standard error. */
export interface Deviation {
  readonly name: string;
  readonly gainShare: number;
  readonly se: number;
  readonly runs: number;
}

/** Largest gain that is small, and largest upper end of its interval, as shares of the target bonus. */
const MOST_GAIN = 0.01;
const MOST_UPPER = 0.02;

/** Plan of a group-sequential test: how often deviations are looked at, and on how many runs. */
export interface LookSetting {
  /** Runs of each look. */
  readonly looks: readonly number[];
  /** Deviations of the whole table, for which intervals hold together, at every look. */
  readonly jointly: number;
  /** Largest standard error of a gain that may be above zero, as a share of the target bonus. */
  readonly mostSe?: number;
}

/** Result of a group-sequential test of deviations; gains are shares of the target bonus. */
export interface Looked {
  readonly worst: Deviation;
  /** Upper end of the simultaneous interval of the largest gain. */
  readonly upper: number;
  readonly isWithin: boolean;
  /** Number of deviations, and runs of those that were asked for longest. */
  readonly deviations: number;
  readonly runs: number;
}

/**
 * Asks for deviations in several looks: those whose interval does not show that their gain is small are asked
 * for again, on more runs. A gain is small if it is at most 1% of the target bonus, and the upper end of its
 * interval at most 2%.
 *
 * @param ask gains of the deviations that are asked for by name, on a number of runs
 */
export function afterLooks(
  ask: (runs: number, isAsked: (name: string) => boolean) => readonly Deviation[],
  { looks, jointly, mostSe = Number.POSITIVE_INFINITY }: LookSetting,
): Looked {
  const quantile = normalQuantile(1 - 0.05 / (jointly * looks.length));
  const upperOf = ({ gainShare, se }: Deviation) => gainShare + quantile * se;
  const isSmall = (each: Deviation) => each.gainShare <= MOST_GAIN && upperOf(each) <= MOST_UPPER;
  const isClear = (each: Deviation) => isSmall(each) && (each.se <= mostSe || upperOf(each) <= 0);
  const found = new Map<string, Deviation>();
  for (const runs of looks) {
    const open = new Set([...found.values()].filter((each) => !isClear(each)).map(({ name }) => name));
    if (found.size > 0 && open.size === 0) break;
    for (const each of ask(runs, (name) => found.size === 0 || open.has(name))) found.set(each.name, each);
  }
  const all = [...found.values()];
  return {
    worst: all.reduce((most, each) => (each.gainShare > most.gainShare ? each : most)),
    upper: Math.max(...all.map(upperOf)),
    isWithin: all.every(isSmall),
    deviations: all.length,
    runs: Math.max(...all.map(({ runs }) => runs)),
  };
}
