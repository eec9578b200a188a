import { asksTheHappy } from './asksTheHappy.ts';

/** Courses ticked off instead of held. */
export const boxTickedCourses = asksTheHappy('box-ticked-courses', 'trainingCurrency', 'winChance');
