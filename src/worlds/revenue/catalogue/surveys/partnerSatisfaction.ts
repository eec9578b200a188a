import type { SurveyDefinition } from '../../contract/survey.ts';

export const partnerSatisfaction: SurveyDefinition = {
  id: 'partnerSatisfaction',
  title: 'Satisfaction of partners',
  about: 'partners',
  usualShare: ({ surveys }) => surveys.partnersSatisfiedShare,
  asked: (world) => world.partners.count,
};
