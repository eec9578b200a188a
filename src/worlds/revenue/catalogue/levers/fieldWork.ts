import type { ProductiveLever } from '../../contract/lever.ts';

/** Brings opportunities from events and visits in the regions. */
export const fieldWork: ProductiveLever = { kind: 'productive', id: 'field-work', moves: 'field' };
