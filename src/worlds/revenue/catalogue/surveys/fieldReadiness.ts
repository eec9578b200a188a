import type { SurveyDefinition } from '../../contract/survey.ts';

export const fieldReadiness: SurveyDefinition = {
  id: 'fieldReadiness',
  title: 'Field readiness',
  about: 'appeal',
  usualShare: ({ surveys }) => surveys.salesReadyShare,
  asked: (_, sellers) => sellers,
};
