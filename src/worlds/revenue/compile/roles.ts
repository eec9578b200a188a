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

/** Whether the planners act as a single decision maker for the company. */
export function runsAsOneMind(world: RevenueWorld): boolean {
  return peopleWith(world, 'planner').some(({ motive }) => motive === 'company');
}

/**
 * The same world with planners who maximise their own pay. The run's policy then decides whether gaming is
 * possible, and identical runs are played only once.
 */
export function asOwnPay(world: RevenueWorld): RevenueWorld {
  const planners = new Set(peopleWith(world, 'planner'));
  if ([...planners].every(({ motive }) => motive === 'own-pay')) return world;
  return {
    ...world,
    people: world.people.map((person) => (planners.has(person) ? { ...person, motive: 'own-pay' } : person)),
  };
}
