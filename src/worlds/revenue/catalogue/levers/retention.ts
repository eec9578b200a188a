import type { ProductiveLever } from '../../contract/lever.ts';

/** Keeps customers: divides the chance that they leave. */
export const retention: ProductiveLever = { kind: 'productive', id: 'retention', moves: 'retention' };
