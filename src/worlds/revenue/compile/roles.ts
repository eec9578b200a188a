import type { RoleDefinition } from '../../../model/role.ts';
import { ROLES } from '../catalogue/roles/index.ts';
import { TACTICS } from '../catalogue/tactics/index.ts';
import type { PersonValues, RevenueWorld } from '../contract/world.ts';

/**
 * Catalogue role of a person.
 *
 * @throws Error if there is none
 */
export function roleOf({ role }: Pick<PersonValues, 'role'>): RoleDefinition {
  const found = ROLES.find(({ id }) => id === role);
  if (found === undefined) throw new Error(`no role ${role} in the catalogue`);
  return found;
}

/** Everyone in a world with a given kind of mind, in order of role, then of place. */
export function peopleWith({ people }: RevenueWorld, mind: RoleDefinition['mind']): PersonValues[] {
  return ROLES.filter((role) => role.mind === mind).flatMap(({ id }) =>
    people.filter(({ role }) => role === id).sort((a, b) => a.place - b.place),
  );
}

/** Ids of the tactics available to a person: by role, or switched on by the scenario. */
export function tacticsOn(person: PersonValues): readonly string[] {
  const role = roleOf(person);
  return TACTICS.filter(
    ({ id, roles }) =>
      role.tactics.includes(id) || (person.tactics.includes(id) && roles.includes(person.role)),
  ).map(({ id }) => id);
}

/** Whether a head of department owns both marketing and sales and pursues their own pay. */
export function hasOneOwner(world: RevenueWorld): boolean {
  if (world.governance.owner !== 'one') return false;
  return peopleWith(world, 'planner').some(
    (person) => roleOf(person).isHead && (person.motive === 'own-pay' || person.motive === 'honest'),
  );
}
