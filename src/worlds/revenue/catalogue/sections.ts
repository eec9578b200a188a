import type { ParameterGroup } from '../../../model/parameter.ts';
import { worldParameters } from '../numbers/index.ts';
import { GAMES } from './games/index.ts';

/** Numbers of the games of one kind of mind. */
function numbersOf(mind: 'seller' | 'caller'): ParameterGroup {
  return Object.assign({}, ...GAMES.filter((game) => game.mind === mind).map(({ parameters }) => parameters));
}

/**
 * Every section of numbers that a scenario file has: the engine's, and what games add to those of their
 * people.
 */
export const SECTIONS: typeof worldParameters & Readonly<Record<string, ParameterGroup>> = {
  ...worldParameters,
  sales: { ...worldParameters.sales, ...numbersOf('seller') },
  inside: { ...worldParameters.inside, ...numbersOf('caller') },
};
