import type { ValuesOf } from '../../../model/parameter.ts';
import type { Beliefs, Integrity, Motive, ScriptLine } from '../../../model/person.ts';
import type { ChannelValues, WorldValues } from '../numbers/index.ts';
import type { personParameters, plannerParameters } from '../numbers/people.ts';

/** One person, or one group of people alike, under a name. */
export interface PersonValues extends ValuesOf<typeof personParameters>, ValuesOf<typeof plannerParameters> {
  readonly name: string;
  /** Id of a role in the catalogue. */
  readonly role: string;
  /**
   * Place among the people of this role, from 0. A person's luck follows it. It depends on what the file says
   * of a person, not on name or order, so that renaming or reordering people changes nobody's luck.
   */
  readonly place: number;
  readonly motive: Motive;
  readonly beliefs: Beliefs;
  readonly integrityUsd: Integrity;
  readonly script: readonly ScriptLine[];
  /** Working hours of this person; where absent, an equal part of what the office has left. */
  readonly hoursPerMonth?: number;
  /**
   * How many people stand under this name, where they are several; where absent, an equal part of the rest.
   */
  readonly count?: number;
  /** Ids of tactics and games that are switched on for this person besides those of the role. */
  readonly tactics: readonly string[];
  readonly games: readonly string[];
}

/** One world with all values resolved: plain data, the same for every replicate. Plans are apart. */
export interface RevenueWorld extends WorldValues {
  readonly horizonMonths: number;
  readonly channels: readonly ({ readonly name: string } & ChannelValues)[];
  /** Values of each tactic in the catalogue, by id. */
  readonly tactics: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly people: readonly PersonValues[];
}
