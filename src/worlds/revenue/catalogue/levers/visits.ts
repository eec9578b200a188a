import type { ProductiveLever } from '../../contract/lever.ts';

/** Attracts human visits. */
export const visits: ProductiveLever = { kind: 'productive', id: 'visits', moves: 'visits' };
