import { inflates } from './inflates.ts';

/** Leads marked as called on the day they came. */
export const paperCalls = inflates('paper-calls', 'waits');
