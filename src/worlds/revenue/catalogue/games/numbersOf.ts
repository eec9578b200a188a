import type { ParameterGroup, ValuesOf } from '../../../../model/parameter.ts';
import type { RevenueWorld } from '../../contract/world.ts';

/** The values that a world has for the numbers of a sellers' game, which stand in section `sales`. */
export function salesNumbers<Group extends ParameterGroup>(
  { sales }: RevenueWorld,
  _: Group,
): ValuesOf<Group> {
  return sales as unknown as ValuesOf<Group>;
}

/** The same for inside sales, section `inside`. */
export function insideNumbers<Group extends ParameterGroup>(
  { inside }: RevenueWorld,
  _: Group,
): ValuesOf<Group> {
  return inside as unknown as ValuesOf<Group>;
}
