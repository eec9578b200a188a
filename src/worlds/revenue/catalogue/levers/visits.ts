import type { ProductiveLever } from '../../contract/lever.ts';

/** Brings human visits. */
export const visits: ProductiveLever = { kind: 'productive', id: 'visits', moves: 'visits' };
