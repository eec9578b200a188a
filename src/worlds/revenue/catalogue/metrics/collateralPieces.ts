import type { Metric } from './metric.ts';

export const collateralPieces: Metric = {
  id: 'collateral-pieces',
  title: 'Pieces of collateral',
  unit: 'pieces',

  direction: 'higher',
  numerator: 'piecesMade',

  producedBy: 'product-marketing',
  about: 'Pieces of sales collateral that marketing brought out.',
};
