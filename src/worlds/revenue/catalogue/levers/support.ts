import type { ProductiveLever } from '../../contract/lever.ts';

/** Answers requests from sales: raises how many can be answered in a month. */
export const support: ProductiveLever = { kind: 'productive', id: 'support', moves: 'support' };
