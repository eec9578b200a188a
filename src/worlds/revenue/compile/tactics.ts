import { SLOTS } from '../catalogue/counters.ts';
import { TACTICS } from '../catalogue/tactics/index.ts';
import type { Tactic } from '../catalogue/tactics/tactic.ts';
import type { Assignment, CompiledTactic, Person } from '../contract/company.ts';
import { RESPONSE } from '../contract/lever.ts';
import { slotInThree } from '../contract/slots.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { tacticsOn } from './roles.ts';

/** A planner before their assignments are known. */
export interface Office extends Person {
  readonly hoursPerMonth: number;
}

/** Whether a tactic is available to a person. */
function isOn({ id }: Pick<Tactic, 'id'>, { values }: Person): boolean {
  return tacticsOn(values).includes(id);
}

/** A compiled tactic before its users are known. */
export type UnusedTactic = Omit<CompiledTactic, 'users'>;

/** Every tactic that someone uses, in catalogue order. */
export function compileTactics(world: RevenueWorld, offices: readonly Office[]): UnusedTactic[] {
  return TACTICS.flatMap((definition, luck) =>
    offices.some((office) => isOn(definition, office)) ? [compileTactic(world, definition, luck)] : [],
  );
}

function compileTactic(world: RevenueWorld, definition: Tactic, luck: number): UnusedTactic {
  const { lever } = definition;
  const values = world.tactics[definition.id];
  return {
    definition,
    lever,
    productive: lever.kind === 'productive',
    moves: lever.kind === 'productive' ? RESPONSE[lever.moves] : -1,
    adds: lever.kind === 'productive' ? lever.adds : undefined,
    hoursPerMonth: values.hoursPerMonth ?? 0,
    elasticity: values.elasticity ?? 1,
    carryOverDays: values.carryOverDays ?? 0,
    priceUsdEach: (values.priceUsdPerThousand ?? 0) / 1000,
    effortUsdEach: values.effortUsdEach ?? 0,
    severity: values.severity ?? 0,
    maxScale: values.maxScale ?? 0,
    spoils: lever.kind === 'gaming' && lever.harms !== undefined ? RESPONSE[lever.harms] : -1,
    harmPerScale: values.harmPerScale ?? 0,
    unitSlot: lever.kind === 'gaming' ? slotInThree(SLOTS, lever.counter) : -1,
    luck,
  };
}

/**
 * Assigns tactics to planners. Users share a tactic's baseline hours in proportion to their working hours, or
 * equally if none has any.
 */
export function assign(offices: readonly Office[], tactics: readonly UnusedTactic[]): Assignment[] {
  return offices.flatMap((office, planner) =>
    tactics.flatMap((tactic, index): Assignment[] => {
      if (!isOn(tactic.definition, office)) return [];
      const users = offices.filter((other) => isOn(tactic.definition, other));
      const hours = users.reduce((sum, { hoursPerMonth }) => sum + hoursPerMonth, 0);
      const weightShare = hours > 0 ? office.hoursPerMonth / hours : 1 / users.length;
      return [{ planner, tactic: index, weightShare, hoursPerMonth: tactic.hoursPerMonth * weightShare }];
    }),
  );
}
