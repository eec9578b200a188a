import { normalCdf } from '../core/numeric/normal.ts';
import { describe } from '../statistics/describe.ts';
import { COUNTER, SOUND } from '../worlds/revenue/contract/counters.ts';
import type { Check } from './check.ts';
import { DEMAND } from './demand.ts';
import {
  average,
  BATCH,
  bar,
  CHAIN,
  CHAIN_WINS,
  exact,
  INTENSITY,
  OCCUPANCY,
  precisionAbove,
  QUEUE,
  quotaRow,
  SELECTION,
  THINNING,
  TRUST,
  topTenth,
  worksLabel,
} from './flowWorlds.ts';
import { ageOfOpen, count, found, openOpportunities, sample, varianceFound, waitingLeads } from './funnel.ts';

/** Deals that take ten days on average, and as much a deviation. */
const UNEVEN = { 'sales.cycleDays': 10, 'sales.cycleCv': 1 };

/** Funnel and sales floor against exactly known distributions. */
export const FLOW: readonly Check[] = [
  exact('T22-leads', 'Thinned visits give leads of that mean', THINNING, ({ quick }) =>
    found(
      1000,
      sample(CHAIN, quick ? 200 : 2000, (_, outcomeOf) => outcomeOf('leadsCount')),
    ),
  ),
  exact('T22-wins', 'Wins are what is left after every stage', THINNING, ({ quick }) =>
    found(
      CHAIN_WINS,
      sample(CHAIN, quick ? 400 : 4000, (_, outcomeOf) => outcomeOf('winsCount')),
    ),
  ),
  exact('T22-spread', 'and their variance is their mean', THINNING, ({ quick }) =>
    varianceFound(
      CHAIN_WINS,
      CHAIN_WINS,
      sample(CHAIN, quick ? 400 : 4000, (_, outcomeOf) => outcomeOf('winsCount')),
    ),
  ),
  ...DEMAND,
  exact(
    'T20a',
    'Little’s law: open deals are what opens a day times the days they take',
    'Little, Operations Research 9 (1961) 383',
    ({ quick }) =>
      found(
        4 * 84,
        sample(
          { 'sales.cycleDays': 84 },
          quick ? 30 : 300,
          (_, __, monthly) => average(monthly),
          openOpportunities,
        ),
      ),
  ),
  exact('T22a-spread', 'Open deals on one day are a Poisson count', OCCUPANCY, ({ quick }) =>
    varianceFound(
      4 * 84,
      4 * 84,
      sample(
        { 'sales.cycleDays': 84, 'question.horizonMonths': 1 },
        quick ? 400 : 4000,
        (_, __, monthly) => monthly[0],
        openOpportunities,
      ),
    ),
  ),
  exact(
    'T22a-age',
    'Deals that take 84 days each are 41.5 days old on average at the end of a day (42 on a clock ' +
      'without days)',
    OCCUPANCY,
    ({ quick }) =>
      found(
        41.5,
        sample({ 'sales.cycleDays': 84 }, quick ? 30 : 300, (_, __, monthly) => average(monthly), ageOfOpen),
      ),
  ),
  exact(
    'T20a-uneven',
    'The same where times are log-normal with a deviation of their mean',
    'Little, Operations Research 9 (1961) 383',
    ({ quick }) =>
      found(
        4 * 10,
        sample(UNEVEN, quick ? 30 : 300, (_, __, monthly) => average(monthly), openOpportunities),
      ),
  ),
  exact('T22a-uneven', 'and their number on one day is Poisson all the same', OCCUPANCY, ({ quick }) =>
    varianceFound(
      4 * 10,
      4 * 10,
      sample(
        { ...UNEVEN, 'question.horizonMonths': 1 },
        quick ? 400 : 4000,
        (_, __, monthly) => monthly[0],
        openOpportunities,
      ),
    ),
  ),
  exact(
    'T22a-paradox',
    'but they are older: E[S²] / (2 E[S]), less half a day at the end of one',
    OCCUPANCY,
    ({ quick }) =>
      found(
        // Times are rounded to whole days, which adds a twelfth to their variance.
        (100 + 100 + 1 / 12) / 20 - 0.5,
        sample(UNEVEN, quick ? 30 : 300, (_, __, monthly) => average(monthly), ageOfOpen),
      ),
  ),
  exact(
    'T20a-lost',
    'Where lost deals take three times as long, and a fifth of them stalls for four times that, as many more are open',
    'Little, Operations Research 9 (1961) 383',
    ({ quick }) =>
      found(
        4 * 10 * (0.05 + 0.95 * 3 * (0.8 + 0.2 * 4)),
        sample(
          {
            'sales.cycleDays': 10,
            'sales.lostCycleTimes': 3,
            'sales.stalledShare': 0.2,
            'sales.stalledTimes': 4,
          },
          quick ? 30 : 300,
          (_, __, monthly) => average(monthly),
          openOpportunities,
        ),
      ),
  ),
  exact('queue', 'One call a day, 0.8 leads a day in batches: 1.6 leads wait at night', BATCH, ({ quick }) =>
    found(
      1.6,
      sample(QUEUE, quick ? 100 : 1000, (_, __, monthly) => average(monthly), waitingLeads),
    ),
  ),
  exact(
    'work',
    'Hours worked are the hours of leads and opportunities, less what is owed',
    'conservation',
    ({ quick }) => {
      const values = sample(
        {
          'buyers.readyBar': 0,
          'sales.readyLeadHours': 1,
          'sales.unreadyLeadHours': 4,
          'sales.opportunityHours': 12,
          'sales.sellingHoursPerDay': 6,
          'sales.cycleDays': 20,
          'calendar.warmUpMonths': 0,
        },
        quick ? 5 : 50,
        (state) => {
          let spent = count(state, COUNTER.worked, SOUND) + count(state, COUNTER.hoursWasted);
          for (let deal = 0; deal < state.deals.count; deal++) spent += state.deals.rows.hours[deal];
          const { debt, wastedDebt } = state.floor.seats;
          debt.forEach((owed, seat) => {
            spent -= owed - wastedDebt[seat];
          });
          return count(state, COUNTER.hoursWorked) - spent;
        },
      );
      return {
        expected: 0,
        simulated: values.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
        tolerance: 1e-8,
      };
    },
  ),
  quotaRow('T23-4', 4, 4),
  quotaRow('T23-5', 4, 5),
  quotaRow('T23-20', 20, 20),
  quotaRow('T23-25', 20, 25),
  exact(
    'T14-proxy',
    'The top tenth by a score that is half noise: the score is i(q) sqrt 2 above the mean',
    SELECTION,
    (effort) =>
      found(
        INTENSITY * Math.SQRT2,
        topTenth((state, i) => state.leads.rows.score[i], effort),
      ),
  ),
  exact(
    'T14-true',
    'and readiness only half as far: half of the gain is regression to the mean',
    SELECTION,
    (effort) =>
      found(
        INTENSITY / Math.SQRT2,
        topTenth((state, i) => state.market.readiness[i], effort),
      ),
  ),
  exact(
    'T15-count',
    'Lowering the bar from 1.5 to 0.5 deviations multiplies MQLs by 4.62',
    SELECTION,
    ({ quick }) => {
      const replicates = quick ? 150 : 1500;
      const many = sample(
        bar(0.5),
        replicates,
        (state) => count(state, COUNTER.mqls) / count(state, COUNTER.leads),
      );
      const few = sample(
        bar(1.5),
        replicates,
        (state) => count(state, COUNTER.mqls) / count(state, COUNTER.leads),
      );
      const [high, low] = [describe(many)!, describe(few)!];
      const ratio = high.mean / low.mean;
      return {
        expected: (1 - normalCdf(0.5)) / (1 - normalCdf(1.5)),
        simulated: ratio,
        se:
          ratio *
          Math.sqrt(
            (high.se / high.mean) * (high.se / high.mean) + (low.se / low.mean) * (low.se / low.mean),
          ),
      };
    },
  ),
  ...[1.5, 0.5].map((t) =>
    exact(`T15-${t}`, `Part of those above ${t} deviations who are truly ready`, SELECTION, ({ quick }) =>
      found(
        precisionAbove(t),
        sample(
          bar(t),
          quick ? 150 : 1500,
          (state) => count(state, COUNTER.mqls, SOUND) / count(state, COUNTER.mqls),
        ),
      ),
    ),
  ),
  exact(
    'T31-trust',
    'Trust in a label after n leads of which k were ready is (8 + k) / (10 + n)',
    'Beta posterior mean',
    ({ quick }) => {
      const values = sample(TRUST, quick ? 20 : 200, (state) => {
        const posterior = (8 + count(state, COUNTER.accepted)) / (10 + count(state, COUNTER.worked));
        const { belief } = state.floor.trust;
        const { seats, classes } = state.company;
        return Math.abs(belief[0] + belief[seats * classes] - posterior);
      });
      return {
        expected: 0,
        simulated: values.reduce((most, value) => Math.max(most, value), 0),
        tolerance: 1e-12,
      };
    },
  ),
  exact(
    'T31-threshold',
    'A label is worked down to the precision at which its hours are worth those of prospecting',
    'break-even',
    () => {
      let low = 0.0001;
      let high = 0.9999;
      for (let step = 0; step < 20; step++) {
        const middle = 0.5 * (low + high);
        if (worksLabel(middle)) high = middle;
        else low = middle;
      }
      return { expected: (0.25 + 3) / (0.5 * 26 - 1 + 3), simulated: high, tolerance: 1e-4 };
    },
  ),
];
