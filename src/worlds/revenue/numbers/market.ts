import { ASSUMPTION, count, quantity, share } from '../../../model/parameter.ts';

export const marketParameters = {
  accounts: count(40000, { unit: 'companies', min: 1, max: 1e9, about: 'Companies that could ever buy.' }),
  responseCap: quantity(2.5, {
    unit: 'times',
    min: 1,
    max: 10,
    about:
      'Upper bound on leads, as a multiple of the honest baseline, from tactics, money and word of mouth together.',
    source: `${ASSUMPTION}: a bound that hardly ever binds`,
  }),
  dayCv: quantity(0.2, {
    unit: 'cv',
    max: 3,
    low: 0,
    high: 0.3,
    about: 'Coefficient of variation of daily demand, over and above Poisson variation; 0: constant demand.',
    source:
      'Olist marketing funnel, January to May 2018: 0.20, net of weekday and month (48 leads a working day with a variance of 3.0 times the mean); high end: assumption',
  }),
  weekCv: quantity(0, {
    unit: 'cv',
    max: 3,
    low: 0,
    high: 0.2,
    about: 'Coefficient of variation of weekly demand, over and above that of days.',
    source:
      'Olist marketing funnel, January to May 2018: none beyond that of days (21 whole weeks); high end: assumption',
  }),
  monthCv: quantity(0.1, {
    unit: 'cv',
    max: 3,
    low: 0,
    high: 0.3,
    about: 'Coefficient of variation of monthly demand, over and above those of days and weeks.',
    source:
      'Olist marketing funnel, January to May 2018: 0.11 over five months of leads per working day, growth included; high end: assumption',
  }),
  growthSharePerYear: quantity(0, {
    unit: 'share per year',
    min: -0.95,
    max: 20,
    about: 'Compound growth of demand. People do not anticipate it.',
    source: `${ASSUMPTION}; off unless a scenario says otherwise`,
  }),
  seasonShare: share(0, {
    about:
      'Amplitude of yearly seasonality: peak demand above the mean, as a share of it; the trough half a year later is as far below. People do not anticipate it.',
    source: `${ASSUMPTION}; off: in data, seasonality may be gaming`,
  }),
  seasonPeakMonth: count(1, { unit: 'month', min: 1, max: 12, about: 'Month of play at the seasonal peak.' }),
  weekdayShare: share(0, {
    about:
      'Amplitude of weekly seasonality: demand on the first day of a week above the mean, as a share of it, falling linearly to as far below on the fifth.',
    source: `${ASSUMPTION}; off unless a scenario says otherwise`,
  }),
};

export const channelParameters = {
  visitsPerMonth: quantity(1000, {
    unit: 'visits per month',
    max: 1e8,
    about: 'Human and ambient bot visits at baseline effort.',
  }),
  leadsPerVisitShare: share(0.02, {
    about: 'Share of human visits that become leads.',
    low: 0.01,
    high: 0.05,
    source: '2-5% of visitors become leads in B2B software (First Page Sage)',
  }),
  ambientBotShare: share(0, {
    about: 'Share of visits from bots that nobody bought.',
    source:
      'bad bots were 37% of web traffic in 2024 (Imperva), 3% at premium publishers (DCN/White Ops 2015); 0 where analytics filters them',
  }),
  junkLeadShare: share(0, {
    about: 'Share of leads that are no buyers at all.',
    low: 0,
    high: 0.3,
    source: '10-30% in high-volume lead generation (LeadEnforce, vendor figure)',
  }),
  readinessShift: quantity(0, {
    unit: 'readiness',
    min: -20,
    max: 20,
    about: 'Mean readiness to buy of this channel’s leads, relative to all buyers.',
    source: `${ASSUMPTION}; off unless a scenario says otherwise`,
  }),
  fitShift: quantity(0, {
    unit: 'fit',
    min: -20,
    max: 20,
    about:
      'Mean fit of this channel’s leads, relative to all buyers; fit drives win chance, churn and satisfaction.',
    source: `${ASSUMPTION}; off unless a scenario says otherwise`,
  }),
  dealTimes: quantity(1, {
    unit: 'times',
    min: 0.001,
    max: 1000,
    about: 'Deal size of this channel’s leads, as a multiple of dealMeanUsd.',
    source: `${ASSUMPTION}; off unless a scenario says otherwise`,
  }),
  cycleTimes: quantity(1, {
    unit: 'times',
    min: 0.001,
    max: 100,
    about: 'Sales cycle of this channel’s leads, as a multiple of cycleDays.',
    source: `${ASSUMPTION}; off unless a scenario says otherwise`,
  }),
  costUsdPerVisit: quantity(0, { unit: 'USD per visit', max: 1e5, about: 'Media cost of a visit.' }),
};
