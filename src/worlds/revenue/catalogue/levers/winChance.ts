import type { ProductiveLever } from '../../contract/lever.ts';

/** Makes sellers win more often. */
export const winChance: ProductiveLever = { kind: 'productive', id: 'win-chance', moves: 'winChance' };
