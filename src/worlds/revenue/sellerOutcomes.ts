import type { OutcomeDefinition } from '../../model/metric.ts';

/** Who sells, how well and how hard, who comes and who goes. */
export const SELLER_OUTCOMES = [
  {
    id: 'sellersCount',
    title: 'Sellers',
    unit: 'count',
    direction: 'neutral',
    about: 'Chairs of the sales floor that were filled, on average over the months.',
  },
  {
    id: 'sellersAtEndCount',
    title: 'Sellers at the end',
    unit: 'count',
    direction: 'neutral',
    about: 'Chairs of the sales floor that are filled at the end.',
  },
  {
    id: 'reviewedShare',
    title: 'Months with a pipeline review',
    unit: 'share',
    direction: 'lower',
    about:
      'Part of sellers’ months at whose end they showed less open pipeline than was asked for; where it is asked for.',
  },
  {
    id: 'repTurnoverShare',
    title: 'Sellers leaving in a year',
    unit: 'share',
    direction: 'lower',
    about: 'Sellers who left, per filled chair and year.',
  },
  {
    id: 'repsDismissedCount',
    title: 'Sellers who had to go',
    unit: 'count',
    direction: 'neutral',
    about: 'Sellers whom the sales manager parted with.',
  },
  {
    id: 'skillAtEndShare',
    title: 'Skill of sellers at the end',
    unit: 'share',
    direction: 'higher',
    about:
      'Mean factor on the chance of winning of those who are there at the end; 1 is an average applicant.',
  },
  {
    id: 'trainingShare',
    title: 'Training for sellers',
    unit: 'share',
    direction: 'neutral',
    about:
      'Hours that marketing gives to training, in parts of those at baseline; undefined where it gives none then.',
  },
  {
    id: 'customerDaysShare',
    title: 'Days with customers',
    unit: 'share',
    direction: 'neutral',
    about:
      'Hours that marketing gives to days with customers, in parts of those at baseline; undefined where it gives none then.',
  },
  {
    id: 'repEffortShare',
    title: 'Effort of the reps',
    unit: 'share',
    direction: 'neutral',
    about: 'Selling effort as a multiple of the baseline.',
  },
] as const satisfies readonly OutcomeDefinition[];
