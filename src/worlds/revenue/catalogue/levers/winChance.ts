import type { ProductiveLever } from '../../contract/lever.ts';

/** Raises sellers' win rate. */
export const winChance: ProductiveLever = { kind: 'productive', id: 'win-chance', moves: 'winChance' };
