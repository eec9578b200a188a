import { asksTheHappy } from './asksTheHappy.ts';

/** Courses recorded as completed but never held. */
export const boxTickedCourses = asksTheHappy('box-ticked-courses', 'trainingCurrency', 'winChance');
