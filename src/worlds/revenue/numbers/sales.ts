import { ASSUMPTION, count, quantity, share } from '../../../model/parameter.ts';

const CALL_HOURS = `${ASSUMPTION}: no sound public source for hours per lead was found`;

/** The sales floor: people, hours, deals, trust, quotas. Games declare their own parameters. */
export const salesParameters = {
  reps: count(5, { unit: 'people', min: 1, max: 100000, about: 'Account executives.' }),
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
  unreadyOpportunityShare: share(0.04, { about: 'Chance that a fresh unready lead becomes an opportunity.' }),
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
    about: 'Sales cycle: least time from opportunity to decision.',
    low: 10,
    high: 40,
    source: 'median 18 days from opportunity to deal (Implisit 2014); longer for larger deals',
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
  }),
  dealCv: quantity(0.6, {
    unit: 'cv',
    max: 5,
    about: 'Coefficient of variation of deal size.',
    low: 0.6,
    high: 1.5,
    source: `${ASSUMPTION}; 0.6 to 1.5 spans surveys of deal sizes`,
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
  }),
  collateralShelfPieces: quantity(15, {
    unit: 'pieces',
    min: 0.1,
    max: 1e4,
    about: 'Pieces in use that bring 63% of that lift.',
  }),
  marketPayUsdPerYear: quantity(120000, {
    unit: 'USD per year',
    min: 1,
    about:
      'What a rep of ordinary skill earns elsewhere in a year: the measure of effort cost and of a lost job.',
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
      'Cost of losing a job over low attainment, in months of market pay. It moves choices where attainment changes the chance to stay.',
    source: `${ASSUMPTION}: about the mean duration of unemployment (22 weeks, US Bureau of Labor Statistics 2024), without benefits`,
    low: 2,
    high: 12,
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
  }),
  turnoverSharePerYear: share(0, {
    max: 0.99,
    about: 'Chance that a rep leaves within a year, whatever the numbers; 0: nobody ever leaves.',
    source: '22-36% a year in surveys (CSO Insights 25.8%, Ebsta 2023); 0 unless a scenario says otherwise',
  }),
  lowAttainmentTurnoverTimes: quantity(2, {
    unit: 'times',
    max: 100,
    about: 'Turnover hazard of a rep whose recent attainment is below `lowAttainmentShare`, as a multiple.',
    low: 1,
    high: 4,
  }),
  lowAttainmentShare: share(0.7, {
    max: 10,
    about: 'Recent attainment below which reps leave more often.',
  }),
  quitElasticity: quantity(2, {
    unit: 'percent per percent',
    max: 20,
    about:
      'How much more likely reps leave, in percent, for each percent that the plan is worth less to them than what they earn elsewhere.',
    source:
      '2 to 3 in experiments (Naidu and Carr, If you don’t like your job, can you always quit?, Economic Policy Institute 2022)',
    low: 0,
    high: 3,
  }),
  recruitElasticity: quantity(2, {
    unit: 'percent per percent',
    max: 20,
    about:
      'How much more likely an applicant accepts, in percent, for each percent that the plan is worth more than what the applicant earns elsewhere; who declines keeps the chair empty.',
    source:
      'about 2 (Dal Bó, Finan and Rossi, Quarterly Journal of Economics 128 (2013) 1169); 1.4 to 2.2 in other studies',
    low: 0,
    high: 4,
  }),
  vacancyMonths: count(4, {
    unit: 'months',
    max: 36,
    about: 'Months until the chair of a rep who left, or a new chair, is filled.',
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
  }),
  skillCv: quantity(0, {
    unit: 'cv',
    max: 2,
    about:
      'Coefficient of variation of skill, a factor on the win chance (log-normal, mean 1); 0: all reps are alike.',
    source: `${ASSUMPTION}; gamma shapes of 2 to 4 (0.5 to 0.7) fit the spread of attainment; 0: alike`,
  }),
  territoryCv: quantity(0, {
    unit: 'cv',
    max: 2,
    about:
      'Coefficient of variation of territories: leads that come to a chair, and opportunities an hour of prospecting finds (log-normal, mean 1). 0: leads go round.',
    low: 0,
    high: 0.6,
  }),
  quotaByTerritoryShare: share(0, {
    about:
      'How far quotas follow territories. 0: one quota for all. 1: in proportion to what the territory holds.',
  }),
};
