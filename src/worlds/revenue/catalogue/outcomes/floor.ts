import { COUNTER } from '../../contract/counters.ts';
import { type OutcomeRecord, ratio } from '../../contract/outcome.ts';
import { TALLY } from '../../contract/tallies.ts';

/** Sales-floor outcomes: trust, headcount, reviews, turnover, skill, marketing's support and effort. */
export const FLOOR_OUTCOMES: readonly OutcomeRecord[] = [
  {
    id: 'trustShare',
    title: 'Trust at the end',
    unit: 'share',
    direction: 'higher',
    about: 'Chance that sellers give a lead like those that they called to be ready, at the end.',
    measure: (run) => run.floor.trustShare,
  },
  {
    id: 'sellersCount',
    title: 'Sellers',
    unit: 'count',
    direction: 'neutral',
    about: 'Filled positions of the sales floor, averaged over the months.',
    measure: (run) => run.tally(TALLY.seatMonths) / run.months,
  },
  {
    id: 'sellersAtEndCount',
    title: 'Sellers at the end',
    unit: 'count',
    direction: 'neutral',
    about: 'Filled positions of the sales floor at the end.',
    measure: (run) => run.floor.sellers,
  },
  {
    id: 'reviewedShare',
    title: 'Months with a pipeline review',
    unit: 'share',
    direction: 'lower',
    about:
      'Share of sellers’ months that ended with less open pipeline than was asked for; where it is asked for.',
    measure: (run) =>
      run.total(COUNTER.openPipelineUsd) > 0
        ? ratio(run.total(COUNTER.reviewed), run.total(COUNTER.filledChairs))
        : NaN,
  },
  {
    id: 'repTurnoverShare',
    title: 'Sellers leaving in a year',
    unit: 'share',
    direction: 'lower',
    about: 'Sellers who left, per filled position and year.',
    measure: (run) => ratio(run.tally(TALLY.sellersLeft), run.tally(TALLY.seatMonths) / 12),
  },
  {
    id: 'repsDismissedCount',
    title: 'Sellers who had to go',
    unit: 'count',
    direction: 'neutral',
    about: 'Sellers whom the sales manager dismissed.',
    measure: (run) => run.tally(TALLY.sellersDismissed),
  },
  {
    id: 'skillAtEndShare',
    title: 'Skill of sellers at the end',
    unit: 'share',
    direction: 'higher',
    about: 'Mean factor on the win chance of those who are there at the end; 1 is an average applicant.',
    measure: (run) => run.floor.skillShare,
  },
  {
    id: 'trainingShare',
    title: 'Training for sellers',
    unit: 'share',
    direction: 'neutral',
    about:
      'Hours that marketing gives to training, as a multiple of the baseline; undefined where that is none.',
    measure: (run) => run.meanLevel('winChance'),
  },
  {
    id: 'customerDaysShare',
    title: 'Days with customers',
    unit: 'share',
    direction: 'neutral',
    about:
      'Hours that marketing gives to days with customers, as a multiple of the baseline; undefined where that is none.',
    measure: (run) => run.meanLevel('insight'),
  },
  {
    id: 'repEffortShare',
    title: 'Effort of the reps',
    unit: 'share',
    direction: 'neutral',
    about: 'Selling effort as a multiple of the baseline.',
    measure: (run) => ratio(run.tally(TALLY.effortSum), run.tally(TALLY.quotaMonths)),
  },
  {
    id: 'openDealsCount',
    title: 'Open deals at the end',
    unit: 'count',
    direction: 'neutral',
    about: 'Opportunities that are neither won nor lost when the run ends, those that will be lost included.',
    measure: (run) => run.floor.openDeals.count,
  },
];
