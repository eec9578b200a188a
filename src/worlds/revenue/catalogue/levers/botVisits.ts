import { inflates } from './inflates.ts';

/** Bot traffic: reports visits that no human made. */
export const botVisits = inflates('bot-visits', 'visits');
