import type { ParameterGroup } from '../../../model/parameter.ts';
import { worldParameters } from '../numbers/index.ts';
import { GAMES } from './games/index.ts';

/** Parameters of the games of one kind of mind. */
function numbersOf(mind: 'seller' | 'caller'): ParameterGroup {
  return Object.assign({}, ...GAMES.filter((game) => game.mind === mind).map(({ parameters }) => parameters));
}

/** Parameter sections of a scenario file: the engine's, plus the parameters of each role's games. */
export const SECTIONS: typeof worldParameters & Readonly<Record<string, ParameterGroup>> = {
  ...worldParameters,
  sales: { ...worldParameters.sales, ...numbersOf('seller') },
  inside: { ...worldParameters.inside, ...numbersOf('caller') },
};
