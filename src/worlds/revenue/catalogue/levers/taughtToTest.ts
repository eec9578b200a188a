import { asksTheHappy } from './asksTheHappy.ts';

/** Answers of a test taught instead of the skill. */
export const taughtToTest = asksTheHappy('taught-to-test', 'proficiency', 'winChance');
