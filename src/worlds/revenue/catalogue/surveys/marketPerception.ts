import type { SurveyDefinition } from '../../contract/survey.ts';

export const marketPerception: SurveyDefinition = {
  id: 'marketPerception',
  title: 'Market perception',
  about: 'perception',
  usualShare: ({ surveys }) => surveys.favourableShare,
  asked: (world) => world.surveys.buyersAsked,
};
