import { ASSUMPTION, choice, count, quantity, share } from '../../../model/parameter.ts';
import { salesPeopleParameters } from './salesPeople.ts';

const CALL_HOURS = `${ASSUMPTION}: no sound public source for hours per lead was found`;

/** The sales floor: people, hours, deals, trust, quotas. Games declare their own parameters. */
export const salesParameters = {
  reps: count(5, {
    unit: 'people',
    min: 1,
    max: 100000,
    about: 'Account executives.',
    source: `${ASSUMPTION}: the handful of sellers of the Catherine story`,
  }),
  sellingHoursPerDay: quantity(4.4, {
    unit: 'hours per day',
    max: 24,
    about:
      'Selling hours of one rep in a working day at baseline effort, which is given without pay for results.',
    low: 3,
    high: 6,
    source: `${ASSUMPTION} for a small company; surveys find about 30% of the day (Salesforce State of Sales)`,
  }),
  quotaUsdPerMonth: quantity(50000, { unit: 'USD per month', min: 1, about: 'Quota of one rep.' }),
  annualGoalUsd: quantity(3000000, {
    unit: 'USD per year',
    min: 1,
    about: 'The company’s revenue goal for a year.',
  }),
  screeningHours: quantity(0, {
    unit: 'hours',
    max: 1000,
    about: 'Hours to look at a lead before any follow-up.',
    source: CALL_HOURS,
  }),
  readyLeadHours: quantity(3, {
    unit: 'hours',
    max: 1000,
    about: 'Hours to follow up a lead that is ready.',
    low: 2,
    high: 5,
    source: CALL_HOURS,
  }),
  unreadyLeadHours: quantity(7, {
    unit: 'hours',
    max: 1000,
    about: 'Hours spent on a lead that is not ready before it is given up.',
    low: 4,
    high: 10,
    source: CALL_HOURS,
  }),
  readyOpportunityShare: share(0.7, {
    about: 'Chance that a fresh ready lead becomes an opportunity.',
    source: '40-70% of sales-accepted leads become opportunities (First Page Sage; waterfall definitions)',
  }),
  unreadyOpportunityShare: share(0.04, {
    about: 'Chance that a fresh unready lead becomes an opportunity.',
    source: `${ASSUMPTION}: a few in a hundred, against seven in ten of the ready`,
  }),
  coolingDays: quantity(15, {
    unit: 'working days',
    min: 0.01,
    max: 1e6,
    about: 'Time in which a waiting lead’s chance of conversion falls to 37%.',
    low: 5,
    high: 60,
    source: `${ASSUMPTION}; studies of response time agree on fast decay and disagree on its size (Oldroyd et al., HBR 2011)`,
  }),
  dropAfterDays: quantity(21, {
    unit: 'working days',
    max: 1e6,
    about: 'Age at which a lead nobody called is dropped.',
  }),
  opportunityHours: quantity(8, {
    unit: 'hours',
    max: 10000,
    about: 'Hours of work an opportunity needs.',
    source: CALL_HOURS,
  }),
  opportunityHoursPerDay: quantity(1, {
    unit: 'hours per day',
    min: 0.01,
    max: 24,
    about: 'Upper bound on the hours that one opportunity takes in a day.',
  }),
  cycleDays: quantity(15, {
    unit: 'working days',
    max: 2500,
    about:
      'Sales cycle: time from opportunity to decision, at least as long as its work takes; the mean of won deals where it varies (`cycleCv`).',
    low: 10,
    high: 40,
    source: 'median 18 days from opportunity to deal (Implisit 2014); longer for larger deals',
  }),
  cycleCv: quantity(0.5, {
    unit: 'cv',
    max: 10,
    about:
      'Spread of the sales cycle between deals: standard deviation over mean. 0: every deal takes as long.',
    source: `${ASSUMPTION}: four stages of exponential length, one after the other; quartiles of 40, 84 and 150 days between companies are a cv of 1.3 (imboard 2026), an online marketplace’s own sellers one of 4`,
    low: 0,
    high: 4,
  }),
  lostCycleTimes: quantity(1, {
    unit: 'times',
    min: 0.05,
    max: 20,
    about: 'How long lost deals take, as a multiple of won ones.',
    source: `${ASSUMPTION}; sources disagree whether lost deals take longer`,
    low: 0.5,
    high: 2,
  }),
  stalledShare: share(0, {
    about:
      'Share of the deals that will be lost that stall: they take `stalledTimes` as long as a lost deal.',
    source: `${ASSUMPTION}, off unless a scenario says otherwise; a third and more of deals end without a decision in surveys`,
    low: 0,
    high: 0.5,
  }),
  stalledTimes: quantity(4, {
    unit: 'times',
    min: 1,
    max: 100,
    about: 'How long a stalled deal stays open, as a multiple of a lost one that does not stall.',
    low: 2,
    high: 8,
    source: `${ASSUMPTION}; range: twice and half of the default`,
  }),
  neglectDays: quantity(60, {
    unit: 'working days',
    min: 1,
    max: 1e6,
    about: 'Age at which an unfinished opportunity is lost to neglect.',
    source: 'win rate falls from 47% to 21% after 50 days without a next step (Outreach 2025)',
  }),
  winShare: share(0.4, {
    about: 'Chance that a worked opportunity of average fit is won.',
    low: 0.25,
    high: 0.5,
    source: `${ASSUMPTION} for a warm small-company funnel; 15-30% is usual (First Page Sage)`,
  }),
  winSharePerFit: quantity(0.08, {
    unit: 'share per fit',
    max: 1,
    about: 'Rise of the win chance with one unit of fit.',
  }),
  winSharePerReadiness: quantity(0, {
    unit: 'share per readiness',
    min: -10,
    max: 10,
    about: 'Rise of the win chance with one unit of readiness.',
  }),
  dealMeanUsd: quantity(23000, {
    unit: 'USD',
    min: 0.01,
    about: 'Mean size of a deal (log-normal).',
    low: 15000,
    high: 35000,
    source: `${ASSUMPTION}: a yearly contract of a small software company, of which five sellers win eleven a month`,
  }),
  dealCv: quantity(0.6, {
    unit: 'cv',
    max: 5,
    about: 'Coefficient of variation of deal size; within a product line, where there is a price list.',
    low: 0.6,
    high: 1.5,
    source: `${ASSUMPTION}; 0.6 to 1.5 spans surveys of deal sizes`,
  }),
  leadOrder: choice(
    'newest',
    ['newest', 'oldest'],
    'Order in which sellers call leads that they cannot tell apart. newest: last in, first out; oldest: first in, first out.',
  ),
  prospectingElasticity: quantity(0.67, {
    unit: 'ratio',
    min: 0.05,
    max: 1,
    low: 0.34,
    high: 1,
    about:
      'Elasticity of self-sourced opportunities with respect to prospecting hours in a territory; below 1, returns diminish.',
    source: `${ASSUMPTION}: half-way between that of personal selling on sales (0.34, a mean of 506 estimates in Albers, Mantrala and Sridhar 2010) and proportion`,
  }),
  usualProspectingHours: quantity(80, {
    unit: 'hours per month',
    max: 1e9,
    about: 'Monthly prospecting hours of all sellers together at which prospectingHours applies.',
    source: `${ASSUMPTION}: those of five sellers in the default company`,
  }),
  prospectingHours: quantity(26, {
    unit: 'hours',
    max: 1e6,
    about: 'Mean hours of own prospecting for one opportunity; 0: reps do not prospect.',
    low: 15,
    high: 35,
    source: CALL_HOURS,
  }),
  trustReady: quantity(7, {
    unit: 'leads',
    min: 0.01,
    max: 1e6,
    about: 'Prior belief in marketing’s leads: ready leads of the Beta prior.',
  }),
  trustUnready: quantity(3, {
    unit: 'leads',
    min: 0.01,
    max: 1e6,
    about: 'Prior belief in marketing’s leads: unready leads of the Beta prior.',
  }),
  trustMemoryLeads: quantity(60, {
    unit: 'leads',
    min: 1,
    max: 1e9,
    about: 'Leads that trust remembers; older experience fades.',
  }),
  trustSharedShare: share(0.5, {
    about: 'Weight of the team’s experience in a rep’s belief, against the rep’s own.',
  }),
  trialShare: share(0.03, {
    about: 'Share of leads not believed worth the hours that are tried anyway.',
  }),
  collateralLookHours: quantity(1, {
    unit: 'hours',
    max: 100,
    about: 'Hours that each rep spends on a piece of collateral to see what it is.',
  }),
  collateralLiftShare: share(0.25, {
    about: 'Largest lift of the win chance by collateral in use, as a share of it.',
    low: 0.1,
    high: 0.4,
    source: `${ASSUMPTION}; range: from a tenth to two fifths more deals`,
  }),
  collateralShelfPieces: quantity(15, {
    unit: 'pieces',
    min: 0.1,
    max: 1e4,
    about: 'Pieces in use that bring 63% of that lift.',
  }),
  quotaRatchetShare: share(0, {
    about:
      'Quota ratchet: share of the difference between bookings and quota by which a rep’s next quota moves; 0: quotas stay.',
    source: 'Weitzman, Bell J. Econ. 11 (1980) 302, for the rule; off unless a scenario says otherwise',
  }),
  activityHours: quantity(0.5, {
    unit: 'hours',
    min: 0.01,
    max: 100,
    about: 'Hours of selling that make one entry in the log of activities.',
  }),
  deadDealMonths: quantity(3, {
    unit: 'months',
    max: 120,
    about: 'Mean months for which a lost deal can pass as alive; 0: everybody sees when a buyer has said no.',
    low: 1,
    high: 6,
    source: `${ASSUMPTION}; range: from the next review to half a year`,
  }),
  territoryCv: quantity(0, {
    unit: 'cv',
    max: 2,
    about:
      'Coefficient of variation of territories: leads that come to a position, and opportunities an hour of prospecting finds (log-normal, mean 1). 0: leads go round.',
    low: 0,
    high: 0.6,
    source: `${ASSUMPTION}: off; where they differ by 0.5, sellers’ wins differ as in a real funnel (Olist: 0.56)`,
  }),
  quotaByTerritoryShare: share(0, {
    about:
      'How far quotas follow territories. 0: one quota for all. 1: in proportion to what the territory holds.',
  }),
  ...salesPeopleParameters,
};
