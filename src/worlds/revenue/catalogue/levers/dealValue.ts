import type { ProductiveLever } from '../../contract/lever.ts';

/** Raises what deals are sold for. */
export const dealValue: ProductiveLever = { kind: 'productive', id: 'deal-value', moves: 'dealValue' };
