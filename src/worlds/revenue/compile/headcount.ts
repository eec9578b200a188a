import type { MindKind } from '../../../model/role.ts';
import type { PersonValues, RevenueWorld } from '../contract/world.ts';
import { peopleWith, roleOf } from './roles.ts';

/**
 * Monthly quota of a commission, in dollars: a seller's own, or for anybody else the team's.
 *
 * @param seller whose working time counts; default: full time
 */
export function quotaOf(
  world: RevenueWorld,
  mind: MindKind,
  { timeShare }: Pick<PersonValues, 'timeShare'> = { timeShare: 1 },
): number {
  return world.sales.quotaUsdPerMonth * (mind === 'seller' ? timeShare : fullTimeSellers(world));
}

/** Sellers in full-time equivalents, those who start later included. */
export function fullTimeSellers(world: RevenueWorld): number {
  const sellers = peopleWith(world, 'seller');
  // The stated number, to avoid rounding errors from summing groups.
  if (sellers.every(({ timeShare }) => timeShare === 1)) return world.sales.reps;
  return sellers.reduce((sum, seller) => sum + headcount(world, seller) * seller.timeShare, 0);
}

/** Headcount under a name: as stated, or an equal share of the positions that others leave. */
export function headcount(world: RevenueWorld, person: PersonValues): number {
  const { mind } = roleOf(person);
  if (mind !== 'seller' && mind !== 'caller') return 1;
  if (person.count !== undefined) return person.count;
  const groups = peopleWith(world, mind);
  const open = groups.filter(({ count }) => count === undefined);
  const taken = groups.reduce((sum, { count = 0 }) => sum + count, 0);
  const left = Math.max(0, (mind === 'seller' ? world.sales.reps : world.inside.reps) - taken);
  const place = open.findIndex(({ name }) => name === person.name);
  return Math.floor(left / open.length) + (place < left % open.length ? 1 : 0);
}

/** Monthly working hours of a planner: as stated, or an equal share of the office's remaining hours. */
export function officeHours(world: RevenueWorld, person: PersonValues): number {
  if (person.hoursPerMonth !== undefined) return person.hoursPerMonth;
  const office = peopleWith(world, 'planner');
  const open = office.filter(({ hoursPerMonth }) => hoursPerMonth === undefined).length;
  const taken = office.reduce((sum, { hoursPerMonth = 0 }) => sum + hoursPerMonth, 0);
  return Math.max(0, world.marketing.hoursPerMonth - taken) / open;
}
