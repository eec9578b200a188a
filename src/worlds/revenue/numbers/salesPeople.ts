import { ASSUMPTION, count, quantity, share } from '../../../model/parameter.ts';
import { participationParameters } from './participation.ts';

/** Sellers: cost of effort, cost of losing the job, turnover, recruitment and skill. */
export const salesPeopleParameters = {
  marketPayUsdPerYear: quantity(120000, {
    unit: 'USD per year',
    min: 1,
    about:
      'What a rep of average skill earns elsewhere in a year. Costs of effort and of losing the job are stated in months of it.',
    source: `${ASSUMPTION}: salary and commission of the preset at quota; $160,000 is a median for larger quotas (RepVue)`,
  }),
  effortCostTimes: quantity(2.5, {
    unit: 'times',
    max: 1e6,
    about:
      'Cost to a rep of doubling effort for a month, as a multiple of a month’s market pay; quadratic in the change.',
    source:
      'fitted so that sales of a maker of contact lenses rise by 9% without quota, ceiling and ratchet (Misra and Nair 2011; row S01 of the validation table); other studies give 1.2 to 3',
    low: 1,
    high: 6,
  }),
  effortMaxShare: quantity(2.5, {
    unit: 'times',
    min: 1,
    max: 3,
    about: 'Upper bound on effort, as a multiple of the baseline.',
  }),
  jobLossMonths: quantity(5, {
    unit: 'months',
    max: 120,
    about:
      'Cost of losing the job, in months of market pay. It matters where low attainment raises the chance to leave or to be dismissed.',
    source: `${ASSUMPTION}: about the mean duration of unemployment (22 weeks, US Bureau of Labor Statistics 2024), without benefits`,
    low: 2,
    high: 12,
  }),
  turnoverSharePerYear: share(0, {
    max: 0.99,
    about: 'Annual turnover of reps where the plan is worth what others pay; 0: nobody ever quits.',
    source: '22-36% a year in surveys (CSO Insights 25.8%, Ebsta 2023); 0 unless a scenario says otherwise',
  }),
  lowAttainmentTurnoverTimes: quantity(2, {
    unit: 'times',
    max: 100,
    about: 'Turnover hazard of a rep whose recent attainment is below `lowAttainmentShare`, as a multiple.',
    low: 1,
    high: 4,
    source: `${ASSUMPTION}; range: 1 is no effect; the high end is twice the default`,
  }),
  lowAttainmentShare: share(0.7, {
    max: 10,
    about: 'Recent attainment below which reps leave more often.',
  }),
  ...participationParameters('reps', 'for sales'),
  vacancyMonths: count(4, {
    unit: 'months',
    max: 36,
    about:
      'Months until the position of a rep who left, or a new position, is filled where the plan is worth what others pay.',
    source: 'about 4 months (CSO Insights 2018)',
  }),
  rampMonths: count(6, {
    unit: 'months',
    max: 36,
    about: 'Ramp: months in which a new rep comes to a full day’s work, in a straight line.',
    source: '5 to 9 months (CSO Insights 2018)',
  }),
  rampStartShare: share(0.2, { about: 'Share of a full day’s work that a new rep does in the first month.' }),
  hiringUsd: quantity(30000, {
    unit: 'USD',
    max: 1e8,
    about: 'Cost of hiring and training a rep; sales lost meanwhile are simulated and not part of it.',
    source: `${ASSUMPTION}; $115,000 and more, lost sales included, is quoted (Xactly)`,
  }),
  dismissalUsd: quantity(3000, {
    unit: 'USD',
    max: 1e9,
    about: 'Cost to a sales manager, in trouble and conscience, of dismissing a seller.',
    low: 500,
    high: 20000,
    source: `${ASSUMPTION}; range: from a day’s work to a month’s pay of a manager and more`,
  }),
  skillCv: quantity(0, {
    unit: 'cv',
    max: 2,
    about:
      'Coefficient of variation of skill, a factor on the win chance (log-normal, mean 1); 0: all reps are alike.',
    source: `${ASSUMPTION}; gamma shapes of 2 to 4 (0.5 to 0.7) fit the spread of attainment; 0: alike`,
  }),
};
