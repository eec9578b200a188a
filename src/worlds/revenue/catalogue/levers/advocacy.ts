import type { ProductiveLever } from '../../contract/lever.ts';

/** Makes more of the satisfied customers speak well of the company. */
export const advocacy: ProductiveLever = { kind: 'productive', id: 'advocacy', moves: 'advocacy' };
