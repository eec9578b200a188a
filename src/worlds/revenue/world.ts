import type { ValuesOf } from '../../model/parameter.ts';
import type { Beliefs, Integrity, Motive, ScriptLine } from '../../model/person.ts';
import type { ChannelValues, directorParameters, personParameters, WorldValues } from './parameters.ts';

/** The roles that the engine knows how to employ. */
export const ROLES = ['marketing-director', 'account-executive', 'inside-sales', 'sales-manager'] as const;
export type Role = (typeof ROLES)[number];

/** One person, or one group of people alike, under a name. */
export interface PersonValues extends ValuesOf<typeof personParameters>, ValuesOf<typeof directorParameters> {
  readonly name: string;
  readonly role: Role;
  readonly motive: Motive;
  readonly beliefs: Beliefs;
  readonly integrityUsd: Integrity;
  readonly script: readonly ScriptLine[];
}

/** One world with all values resolved: plain data, the same for every replicate. Plans are apart. */
export interface RevenueWorld extends WorldValues {
  readonly horizonMonths: number;
  readonly channels: readonly ({ readonly name: string } & ChannelValues)[];
  /** Values of each tactic in the catalogue, by id. */
  readonly tactics: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly people: readonly PersonValues[];
}
