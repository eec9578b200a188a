import type { SurveyDefinition } from '../../contract/survey.ts';

export const salesSatisfaction: SurveyDefinition = {
  id: 'salesSatisfaction',
  title: 'Satisfaction of sales with enablement',
  about: 'support',
  usualShare: ({ surveys }) => surveys.salesSatisfiedShare,
  asked: (_, sellers) => sellers,
};
