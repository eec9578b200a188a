import type { ProductiveLever } from '../../contract/lever.ts';

/** Customer insight: less noise in scores and less collateral that does not fit. */
export const insight: ProductiveLever = { kind: 'productive', id: 'insight', moves: 'insight' };
