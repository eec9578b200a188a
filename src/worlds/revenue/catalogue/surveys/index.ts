import type { SurveyDefinition } from '../../contract/survey.ts';
import { fieldReadiness } from './fieldReadiness.ts';
import { marketPerception } from './marketPerception.ts';
import { partnerSatisfaction } from './partnerSatisfaction.ts';
import { proficiency } from './proficiency.ts';
import { salesSatisfaction } from './salesSatisfaction.ts';
import { trainingCurrency } from './trainingCurrency.ts';

/** Survey catalogue. A new survey is one file and one line at the end: places key its draws. */
export const SURVEYS: readonly SurveyDefinition[] = [
  salesSatisfaction,
  fieldReadiness,
  trainingCurrency,
  proficiency,
  partnerSatisfaction,
  marketPerception,
];
