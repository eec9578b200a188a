import { ASSUMPTION, count, quantity, share } from '../../model/parameter.ts';

const PROTOTYPE_HOURS = `${ASSUMPTION}: no sound public source for hours per lead was found`;

/** What the sales floor can be told. */
export const salesParameters = {
  reps: count(5, { unit: 'people', min: 1, max: 100000, about: 'Account executives.' }),
  sellingHoursPerDay: quantity(4.7, {
    unit: 'hours per day',
    max: 24,
    about: 'Selling hours of one rep in a working day.',
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
    source: PROTOTYPE_HOURS,
  }),
  readyLeadHours: quantity(3, {
    unit: 'hours',
    max: 1000,
    about: 'Hours to follow up a lead that is ready.',
    low: 2,
    high: 5,
    source: PROTOTYPE_HOURS,
  }),
  unreadyLeadHours: quantity(7, {
    unit: 'hours',
    max: 1000,
    about: 'Hours lost on a lead that is not ready before it is given up.',
    low: 4,
    high: 10,
    source: PROTOTYPE_HOURS,
  }),
  readyOpportunityShare: share(0.7, {
    about: 'Chance that a fresh ready lead becomes an opportunity.',
    source: 'SAL to opportunity 40-70% (facts 2A)',
  }),
  unreadyOpportunityShare: share(0.04, { about: 'Chance that a fresh unready lead becomes an opportunity.' }),
  coolingDays: quantity(15, {
    unit: 'working days',
    min: 0.01,
    max: 1e6,
    about: 'Time in which a waiting lead’s chance falls to 37%.',
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
    source: PROTOTYPE_HOURS,
  }),
  opportunityHoursPerDay: quantity(1, {
    unit: 'hours per day',
    min: 0.01,
    max: 24,
    about: 'Most hours one opportunity takes in a day.',
  }),
  cycleDays: quantity(15, {
    unit: 'working days',
    max: 2500,
    about: 'Least time from opportunity to decision.',
    low: 10,
    high: 40,
    source: 'median 18 days from opportunity to deal (Implisit 2014); longer for larger deals',
  }),
  neglectDays: quantity(60, {
    unit: 'working days',
    min: 1,
    max: 1e6,
    about: 'Age at which an unfinished opportunity dies of neglect.',
    source: 'win rate falls from 47% to 21% after 50 days without a next step (Outreach 2025)',
  }),
  winShare: share(0.4, {
    about: 'Chance that a worked opportunity of average fit is won.',
    low: 0.25,
    high: 0.5,
    source: `${ASSUMPTION} for a warm small-company funnel; 15-30% is usual (facts 2A)`,
  }),
  winSharePerFit: quantity(0.08, {
    unit: 'share per fit',
    max: 1,
    about: 'Rise of the chance with one unit of fit.',
  }),
  winSharePerReadiness: quantity(0, {
    unit: 'share per readiness',
    min: -10,
    max: 10,
    about: 'Rise of the chance with one unit of readiness.',
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
    source: 'facts 2H range .6-1.5',
  }),
  prospectingHours: quantity(26, {
    unit: 'hours',
    max: 1e6,
    about: 'Mean hours of own prospecting for one opportunity; 0: reps do not prospect.',
    low: 15,
    high: 35,
    source: PROTOTYPE_HOURS,
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
    about: 'Part of the belief that is the whole team’s experience rather than the rep’s own.',
  }),
  trialShare: share(0.03, {
    about: 'Share of leads not believed worth the hours that are tried all the same.',
  }),
  collateralLookHours: quantity(1, {
    unit: 'hours',
    max: 100,
    about: 'Hours that each rep spends on a piece of collateral to see what it is.',
  }),
  collateralLiftShare: share(0.25, {
    about: 'Most that collateral in use can raise the chance of winning by, as a part of it.',
    low: 0.1,
    high: 0.4,
  }),
  collateralShelfPieces: quantity(15, {
    unit: 'pieces',
    min: 0.1,
    max: 1e4,
    about: 'Pieces in use that bring 63% of that.',
  }),
  effortCostUsdPerMonth: quantity(60000, {
    unit: 'USD per month',
    max: 1e9,
    about: 'Cost to a rep of doubling effort for a month, quadratic in the change.',
  }),
  effortMaxShare: quantity(1.3, {
    unit: 'times',
    min: 1,
    max: 3,
    about: 'Most effort, as a multiple of the baseline.',
  }),
  discountAuthorityShare: share(0, {
    about: 'Largest discount that a rep may give to have a deal signed this month instead of next; 0: none.',
  }),
  earlySigningShare: share(0.15, {
    about:
      'Mean discount that a buyer asks for signing a month early, as a share of the price; it varies between buyers.',
    low: 0.05,
    high: 0.3,
  }),
  buyerBargainingShare: share(0.5, {
    about:
      'Part of what there is between the discount that a buyer asks for and the most that a rep would give which goes to the buyer.',
    source: 'symmetric bargaining, Nash, Econometrica 18 (1950) 155; assumption that it describes buyers',
  }),
  earlySigningEffortUsd: quantity(100, {
    unit: 'USD per deal',
    about: 'What it costs a rep to bring a deal forward.',
    low: 0,
    high: 500,
  }),
  holdBackDays: count(0, {
    unit: 'working days',
    max: 31,
    about: 'Last days of a month in which a rep can hold a signature back until the next month; 0: never.',
  }),
  heldLossShare: share(0.05, {
    about: 'Chance that a buyer whose signature is held back is lost.',
    low: 0.01,
    high: 0.2,
  }),
  quotaRatchetShare: share(0, {
    about:
      'Part of the difference between a month’s bookings and quota by which a rep’s next quota moves; 0: quotas stay.',
    source: 'Weitzman, Bell J. Econ. 11 (1980) 302, for the rule; off unless a scenario says otherwise',
  }),
  lobbyingShare: share(0, {
    max: 0.9,
    about:
      'Part of their quotas that reps can have taken off by lobbying for it; 0: quotas are not talked about.',
    low: 0.05,
    high: 0.2,
  }),
  lobbyingHoursPerMonth: quantity(6, {
    unit: 'hours per month',
    max: 200,
    about: 'Selling hours that this takes each of them.',
    low: 2,
    high: 15,
  }),
  activityHours: quantity(0.5, {
    unit: 'hours',
    min: 0.01,
    max: 100,
    about: 'Hours of selling that make one entry in the log of activities.',
  }),
  paddedPerDay: quantity(0, {
    unit: 'entries per day',
    max: 1000,
    about: 'Most entries that a rep can make in a day without having sold; 0: none, or nobody counts.',
    low: 0,
    high: 20,
  }),
  paddingHours: quantity(0.1, {
    unit: 'hours',
    max: 100,
    about: 'Selling hours that such an entry takes.',
    low: 0.03,
    high: 0.3,
  }),
  paddingUsd: quantity(0.5, {
    unit: 'USD per entry',
    max: 1e6,
    about: 'What it costs a rep in conscience.',
    low: 0,
    high: 5,
  }),
  deadDealMonths: quantity(3, {
    unit: 'months',
    max: 120,
    about:
      'Months for which a deal that is lost can be said to be alive, on average; 0: everybody sees when a buyer has said no.',
    low: 1,
    high: 6,
  }),
  deadDealHours: quantity(0.5, {
    unit: 'hours per month',
    max: 200,
    about: 'Selling hours that it takes to keep such a deal in the pipeline.',
    low: 0.1,
    high: 1,
  }),
  deadDealUsd: quantity(5, {
    unit: 'USD per month',
    max: 1e6,
    about: 'What it costs a rep in conscience to keep one there.',
    low: 0,
    high: 50,
  }),
  turnoverSharePerYear: share(0, {
    max: 0.99,
    about: 'Chance that a rep leaves within a year, whatever the numbers; 0: nobody ever leaves.',
    source: '22-36% a year in surveys (CSO Insights 25.8%, Ebsta 2023); 0 unless a scenario says otherwise',
  }),
  lowAttainmentTurnoverTimes: quantity(2, {
    unit: 'times',
    max: 100,
    about:
      'How much likelier a rep is to leave whose attainment of the last months lies below `lowAttainmentShare`.',
    low: 1,
    high: 4,
  }),
  lowAttainmentShare: share(0.7, {
    max: 10,
    about: 'Attainment of the last months, in parts of quota, below which reps leave more often.',
  }),
  vacancyMonths: count(4, {
    unit: 'months',
    max: 36,
    about: 'Months until the chair of a rep who left is filled, or a new chair.',
    source: 'about 4 months (CSO Insights 2018)',
  }),
  rampMonths: count(6, {
    unit: 'months',
    max: 36,
    about: 'Months in which a new rep comes to a full day’s work, in a straight line.',
    source: '5 to 9 months (CSO Insights 2018)',
  }),
  rampStartShare: share(0.2, { about: 'Part of a full day’s work that a rep does in the first month.' }),
  hiringUsd: quantity(30000, {
    unit: 'USD',
    max: 1e8,
    about: 'Cost of finding and training a rep; sales lost meanwhile are simulated and not part of it.',
    source: `${ASSUMPTION}; $115,000 and more, lost sales included, is quoted (Xactly)`,
  }),
  dismissalUsd: quantity(3000, {
    unit: 'USD',
    max: 1e9,
    about: 'What it costs a sales manager in trouble and conscience to part with a seller.',
    low: 500,
    high: 20000,
  }),
  skillCv: quantity(0, {
    unit: 'cv',
    max: 2,
    about:
      'Coefficient of variation between reps of the factor on their chance of winning (log-normal, mean 1); 0: all are alike.',
    source:
      'gamma shapes of 2 to 4, a cv of 0.5 to 0.7, fit attainment in surveys; 0 unless a scenario says otherwise',
  }),
  gambleShare: share(0, {
    about: 'Part of deals for which a rep could propose twice the value, all or nothing; 0: none.',
  }),
  gambleChanceShare: share(0.45, {
    about:
      'Chance of winning such a proposal, as a part of the chance of the plain deal; below a half it costs revenue.',
    low: 0.35,
    high: 0.5,
  }),
  promiseLiftShare: share(0, {
    about:
      'How much likelier a deal is won where a rep promises more than the product does, as a part of its chance; 0: nobody ever does.',
    low: 0.1,
    high: 0.5,
  }),
  promiseChurnShare: share(0.3, {
    about: 'Added to the chance that such a customer leaves when the contract ends.',
    low: 0.1,
    high: 0.5,
  }),
  promiseSatisfactionLoss: quantity(15, {
    unit: 'points',
    max: 100,
    about: 'What such a customer is less satisfied.',
    low: 5,
    high: 30,
  }),
  promiseUsd: quantity(300, {
    unit: 'USD per deal',
    about:
      'What it costs a rep on average to promise too much: trouble and conscience, exponential between deals.',
    low: 50,
    high: 2000,
  }),
  territoryCv: quantity(0, {
    unit: 'cv',
    max: 2,
    about:
      'Coefficient of variation between chairs of what their territory holds: leads that come to them, and opportunities an hour of prospecting finds (log-normal, mean 1); 0: leads go round.',
    low: 0,
    high: 0.6,
  }),
  quotaByTerritoryShare: share(0, {
    about:
      'How far quotas follow territories: 0: the same quota for all, 1: in proportion to what the territory holds.',
  }),
  takingUsd: quantity(300, {
    unit: 'USD per lead',
    about:
      'What it costs a rep on average to reject a good lead of marketing and enter it as found by themself: trouble and conscience, exponential between leads. It pays where the plan pays extra for such deals.',
    low: 50,
    high: 2000,
  }),
  takingPenaltyUsd: quantity(2000, {
    unit: 'USD per lead',
    about:
      'What a rep pays when that comes to light, by audits and complaints as for gaming in marketing; only where both sides agreed what a qualified lead is.',
    low: 500,
    high: 10000,
  }),
};
