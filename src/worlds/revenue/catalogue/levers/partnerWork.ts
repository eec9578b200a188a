import type { ProductiveLever } from '../../contract/lever.ts';

/** Brings opportunities from channel partners. */
export const partnerWork: ProductiveLever = { kind: 'productive', id: 'partner-work', moves: 'partners' };
