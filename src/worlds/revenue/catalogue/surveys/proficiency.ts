import type { SurveyDefinition } from '../../contract/survey.ts';

export const proficiency: SurveyDefinition = {
  id: 'proficiency',
  title: 'Test of selling skills',
  about: 'winChance',
  usualShare: ({ surveys }) => surveys.proficientShare,
  asked: (_, sellers) => sellers,
};
