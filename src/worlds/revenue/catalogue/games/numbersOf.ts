import type { ParameterGroup, ValuesOf } from '../../../../model/parameter.ts';
import type { RevenueWorld } from '../../contract/world.ts';

/** A world's parameter values for a sellers' game, from section `sales`. The group only sets the type. */
export function salesNumbers<Group extends ParameterGroup>(
  { sales }: RevenueWorld,
  _: Group,
): ValuesOf<Group> {
  return sales as unknown as ValuesOf<Group>;
}

/** A world's parameter values for a game of inside sales, from section `inside`; see {@link salesNumbers}. */
export function insideNumbers<Group extends ParameterGroup>(
  { inside }: RevenueWorld,
  _: Group,
): ValuesOf<Group> {
  return inside as unknown as ValuesOf<Group>;
}
