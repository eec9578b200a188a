import type { ProductiveLever } from '../../contract/lever.ts';

/** Knows customers better: less noise of scores, less collateral that does not fit. */
export const insight: ProductiveLever = { kind: 'productive', id: 'insight', moves: 'insight' };
