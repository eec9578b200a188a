import { ASSUMPTION, count, quantity, share } from '../../../model/parameter.ts';

const OFF = `${ASSUMPTION}; off unless a scenario says otherwise`;

/** How the opportunities of a source other than leads differ from others. */
const traits = (of: string) => ({
  fitShift: quantity(0, {
    unit: 'fit',
    min: -20,
    max: 20,
    about: `Mean fit of ${of}, relative to all buyers; fit drives win chance, churn and satisfaction.`,
    source: OFF,
  }),
  dealTimes: quantity(1, {
    unit: 'times',
    min: 0.001,
    max: 1000,
    about: `Deal size of ${of}, as a multiple of dealMeanUsd, after any margin kept by third parties.`,
    source: OFF,
  }),
  cycleTimes: quantity(1, {
    unit: 'times',
    min: 0.001,
    max: 100,
    about: `Sales cycle of ${of}, as a multiple of cycleDays.`,
    source: OFF,
  }),
});

/** Events and visits in the regions, which bring opportunities without a lead’s way through the funnel. */
export const fieldParameters = {
  opportunitiesPerMonth: quantity(0, {
    unit: 'opportunities per month',
    max: 1e5,
    about: 'Opportunities that field marketing produces at baseline hours; 0: there is no field marketing.',
    source: OFF,
  }),
  ...traits('opportunities that field marketing produces'),
};

/** Channel partners, who bring opportunities. */
export const partnersParameters = {
  count: count(0, {
    unit: 'partners',
    max: 10_000,
    about: 'Channel partners, each asked once a month how satisfied they are; 0: there are none.',
    source: OFF,
  }),
  opportunitiesPerMonth: quantity(0, {
    unit: 'opportunities per month',
    max: 1e5,
    about: 'Opportunities that partners bring at baseline hours of channel marketing.',
    source: OFF,
  }),
  ...traits('opportunities that partners bring'),
};

/** Requests from sales to marketing for help with a deal. */
export const enablementParameters = {
  requestsPerOpportunity: quantity(0, {
    unit: 'requests',
    max: 100,
    about: 'Requests for help that sellers make for an opportunity; 0: requests are not simulated.',
    source: OFF,
  }),
  capacityPerMonth: quantity(60, {
    unit: 'requests per month',
    min: 0.01,
    max: 1e6,
    about: 'Requests that can be answered in a month at baseline hours.',
  }),
  mostDays: quantity(15, {
    unit: 'working days',
    min: 0.1,
    max: 250,
    about: 'Maximum waiting time of a request.',
  }),
  lossSharePerDay: share(0.01, {
    about: 'Share of the win chance of a deal lost for each day that requests wait.',
    low: 0,
    high: 0.04,
    source: `${ASSUMPTION}; range: no loss at all, and four times the default`,
  }),
};

/** Market perception: a slow stock of reputation on which other work rests. */
export const brandParameters = {
  visitsElasticity: quantity(0.24, {
    unit: 'elasticity',
    max: 1,
    about: 'Elasticity of visits to market perception.',
    low: 0.12,
    high: 0.36,
    source:
      'mean long-run elasticity of advertising (Sethuraman, Tellis and Briesch, Journal of Marketing Research 48 (2011) 457); low end: the mean in the short run; high end: half as much again, assumption',
  }),
  winElasticity: quantity(0.1, {
    unit: 'elasticity',
    max: 1,
    about: 'Elasticity of the win chance to market perception.',
    low: 0,
    high: 0.2,
    source: `${ASSUMPTION}; range: no effect, and twice the default`,
  }),
  priceElasticity: quantity(0.03, {
    unit: 'elasticity',
    max: 1,
    about: 'Elasticity of deal values to market perception.',
    low: 0,
    high: 0.06,
    source: `${ASSUMPTION}; range: no effect, and twice the default`,
  }),
  renewalElasticity: quantity(0.1, {
    unit: 'elasticity',
    max: 1,
    about: 'Elasticity of retention to market perception: churn is divided by perception to this power.',
    low: 0,
    high: 0.2,
    source: `${ASSUMPTION}; range: no effect, and twice the default`,
  }),
};

/** Surveys and tests. */
export const surveysParameters = {
  elasticity: quantity(0.5, {
    unit: 'elasticity',
    max: 5,
    about:
      'Elasticity of the share who say no, or fail, to the work that a survey asks about: that share is divided by work to this power.',
    low: 0.25,
    high: 1,
    source: `${ASSUMPTION}; range: half and twice the default`,
  }),
  salesSatisfiedShare: share(0.6, { about: 'Sellers satisfied with enablement, at baseline work.' }),
  salesReadyShare: share(0.5, { about: 'Sellers who can explain the product, at baseline work.' }),
  trainedShare: share(0.6, { about: 'Sellers current on training, at baseline work.' }),
  proficientShare: share(0.5, { about: 'Sellers who pass a test of skill, at baseline work.' }),
  partnersSatisfiedShare: share(0.6, { about: 'Partners who are satisfied, at baseline work.' }),
  favourableShare: share(0.4, {
    about: 'Buyers with a favourable opinion of the company, at baseline work.',
  }),
  buyersAsked: count(40, {
    unit: 'buyers per month',
    max: 1e6,
    about: 'Buyers asked about the company each month.',
  }),
};
