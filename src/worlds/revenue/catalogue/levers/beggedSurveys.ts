import { asksTheHappy } from './asksTheHappy.ts';

/** Favours asked of sellers before a survey. */
export const beggedSurveys = asksTheHappy('begged-surveys', 'salesSatisfaction');
