import type { SurveyDefinition } from '../../contract/survey.ts';

export const trainingCurrency: SurveyDefinition = {
  id: 'trainingCurrency',
  title: 'Sellers current on training',
  about: 'winChance',
  usualShare: ({ surveys }) => surveys.trainedShare,
  asked: (_, sellers) => sellers,
};
