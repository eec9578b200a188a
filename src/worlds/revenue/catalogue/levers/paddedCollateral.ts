import { inflates } from './inflates.ts';

/** Old pieces with a new cover, counted as output. */
export const paddedCollateral = inflates('padded-collateral', 'piecesMade');
