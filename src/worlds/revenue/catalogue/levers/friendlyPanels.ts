import { asksTheHappy } from './asksTheHappy.ts';

/** Surveys of people who are known to like the company. */
export const friendlyPanels = asksTheHappy('friendly-panels', 'marketPerception');
