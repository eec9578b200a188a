import type { ProductiveLever } from '../../contract/lever.ts';

/** Raises market perception, a slow stock on which visits, win chances, prices and renewals rest. */
export const perception: ProductiveLever = { kind: 'productive', id: 'perception', moves: 'perception' };
