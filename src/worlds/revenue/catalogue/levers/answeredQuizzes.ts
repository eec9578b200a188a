import { asksTheHappy } from './asksTheHappy.ts';

/** Quizzes about the product, with the answers. */
export const answeredQuizzes = asksTheHappy('answered-quizzes', 'fieldReadiness');
