import { COUNTER, SOUND } from '../../contract/counters.ts';
import { type OutcomeRecord, ratio } from '../../contract/outcome.ts';
import { TALLY } from '../../contract/tallies.ts';

/** Gaming outcomes: hollow shares of metrics, discounts, and forecast errors. Games define further ones. */
export const GAMING_OUTCOMES: readonly OutcomeRecord[] = [
  {
    id: 'hollowVisitsShare',
    title: 'Hollow visits',
    unit: 'share',
    direction: 'lower',
    about: 'Share of reported visits that gaming made.',
    measure: (run) => run.hollow(COUNTER.visits),
  },
  {
    id: 'notHumanVisitsShare',
    title: 'Visits not human',
    unit: 'share',
    direction: 'lower',
    about: 'Share of reported visits that nobody made: bots, bought and not.',
    measure: (run) =>
      ratio(run.total(COUNTER.visits) - run.total(COUNTER.visits, SOUND), run.total(COUNTER.visits)),
  },
  {
    id: 'hollowLeadsShare',
    title: 'Hollow leads',
    unit: 'share',
    direction: 'lower',
    about: 'Share of reported leads that gaming made.',
    measure: (run) => run.hollow(COUNTER.leads),
  },
  {
    id: 'hollowSqlsShare',
    title: 'Hollow SQLs',
    unit: 'share',
    direction: 'lower',
    about: 'Share of reported SQLs that gaming made.',
    measure: (run) => run.hollow(COUNTER.sqls),
  },
  {
    id: 'hollowPipelineShare',
    title: 'Hollow marketing pipeline',
    unit: 'share',
    direction: 'lower',
    about: 'Share of reported marketing pipeline that gaming made.',
    measure: (run) => run.hollow(COUNTER.marketingPipelineUsd, run.total(COUNTER.takenPipelineUsd)),
  },
  {
    id: 'targetedAuditsCount',
    title: 'Targeted audits made',
    unit: 'count',
    direction: 'neutral',
    about: 'Audits of metrics after months in which they were suspicious, false alarms included.',
    measure: (run) => run.tally(TALLY.targetedAudits),
  },
  {
    id: 'discountShare',
    title: 'Discounts given',
    unit: 'share',
    direction: 'lower',
    about:
      'Discounts that reps gave to have deals signed before the month ended, per dollar of list price booked.',
    measure: (run) => ratio(run.total('discountUsd'), run.total(COUNTER.listUsd)),
  },
  {
    id: 'forecastErrorShare',
    title: 'Forecast error',
    unit: 'share',
    direction: 'lower',
    about:
      'Absolute error of reps’ forecasts of a month, per dollar booked; where the plan asks for forecasts.',
    measure: (run) =>
      run.total(COUNTER.forecastUsd) > 0
        ? ratio(run.total(COUNTER.forecastErrorUsd), run.total(COUNTER.bookingsUsd))
        : NaN,
  },
  {
    id: 'forecastBiasShare',
    title: 'Forecast above bookings',
    unit: 'share',
    direction: 'neutral',
    about: 'Bias of reps’ forecasts, per dollar booked; negative when they forecast too little.',
    measure: (run) => {
      const booked = run.total(COUNTER.bookingsUsd);
      const forecast = run.total(COUNTER.forecastUsd);
      return forecast > 0 ? ratio(forecast - booked, booked) : NaN;
    },
  },
];
