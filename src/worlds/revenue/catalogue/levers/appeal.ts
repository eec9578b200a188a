import type { ProductiveLever } from '../../contract/lever.ts';

/** Raises the win chance by what is said of the product, for all sellers. */
export const appeal: ProductiveLever = { kind: 'productive', id: 'appeal', moves: 'appeal' };
