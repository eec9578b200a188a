import type { ValuesOf } from '../../../model/parameter.ts';
import type { Beliefs, Integrity, Motive, ScriptLine } from '../../../model/person.ts';
import type { ChannelValues, ProductValues, WorldValues } from '../numbers/index.ts';
import type { personParameters, plannerParameters } from '../numbers/people.ts';
import type { Dimension } from './dimensions.ts';
import type { Slice } from './slices.ts';

/** One person, or one group of identical people, under a name. */
export interface PersonValues extends ValuesOf<typeof personParameters>, ValuesOf<typeof plannerParameters> {
  readonly name: string;
  /** Id of a role in the catalogue. */
  readonly role: string;
  /**
   * Place among the people of this role, from 0; it keys the person's random draws. It depends on settings
   * and pay, not on name or order, so renaming or reordering people changes nobody's draws.
   */
  readonly place: number;
  readonly motive: Motive;
  readonly beliefs: Beliefs;
  readonly integrityUsd: Integrity;
  readonly script: readonly ScriptLine[];
  /** Working hours per month; default: an equal share of the office's remaining hours. */
  readonly hoursPerMonth?: number;
  /** Headcount under this name; default: an equal share of the remaining positions. */
  readonly count?: number;
  /** Working time of sellers as a share of full time: hours, quota and leads are in proportion. */
  readonly timeShare: number;
  /** Month of play at whose beginning sellers' positions are first filled; 0: filled before play. */
  readonly startMonth: number;
  /** Ids of tactics and games switched on for this person, besides those of the role. */
  readonly tactics: readonly string[];
  readonly games: readonly string[];
}

/** A fully resolved world: plain data, the same for every replicate. Plans are separate. */
export interface RevenueWorld extends WorldValues {
  readonly horizonMonths: number;
  /** Dimensions by which outcomes are broken down. */
  readonly breakdownBy?: readonly Dimension[];
  /** Metrics of which plans pay a part; absent if there are none. */
  readonly slices?: readonly Slice[];
  readonly channels: readonly ({ readonly name: string } & ChannelValues)[];
  /** Product lines of the price list; none: deals are all alike. */
  readonly products: readonly ({ readonly name: string } & ProductValues)[];
  /** Leads in each month of play, the last one repeated, instead of growth and season. */
  readonly leadsByMonth?: readonly number[];
  /** Parameter values of each tactic in the catalogue, by id. */
  readonly tactics: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly people: readonly PersonValues[];
}
