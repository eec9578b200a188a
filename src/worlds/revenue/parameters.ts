import { ASSUMPTION, choice, count, quantity, share, type ValuesOf } from '../../model/parameter.ts';
import { governanceParameters } from './governanceParameters.ts';
import { insideParameters } from './insideParameters.ts';
import { linesParameters } from './linesParameters.ts';
import { salesParameters } from './salesParameters.ts';

/*
 * Every parameter of the revenue engine, with unit, range and source. Defaults describe a small business-to-business
 * software company; presets and scenario files override them sparsely.
 */

export const calendarParameters = {
  daysPerMonth: count(21, { unit: 'working days', min: 1, max: 31, about: 'Working days in a month.' }),
  warmUpMonths: count(6, {
    unit: 'months',
    max: 60,
    about:
      'Months run under honest salaried people before month 1, so that queues, pipeline and trust are steady.',
    source: `${ASSUMPTION}: several times the longest mean cycle`,
  }),
  tailDays: count(0, {
    unit: 'working days',
    max: 60,
    about: 'Days run after the last month; their bookings count for revenue but for no month.',
  }),
};

export const marketParameters = {
  accounts: count(40000, { unit: 'companies', min: 1, max: 1e9, about: 'Companies that could ever buy.' }),
  responseCap: quantity(2.5, {
    unit: 'times',
    min: 1,
    max: 10,
    about:
      'Most that tactics, money and word of mouth together can multiply the leads of the honest baseline by.',
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
    source: 'facts: 2-5% visitor to lead in B2B SaaS (First Page Sage)',
  }),
  ambientBotShare: share(0, {
    about: 'Share of visits that are bots nobody bought.',
    source:
      'bad bots were 37% of web traffic in 2024 (Imperva), 3% at premium publishers (DCN/White Ops 2015); 0 where analytics filters them',
  }),
  junkLeadShare: share(0, {
    about: 'Share of leads that are no buyers at all.',
    low: 0,
    high: 0.3,
    source: '10-30% in high-volume lead generation (LeadEnforce, vendor figure)',
  }),
  costUsdPerVisit: quantity(0, { unit: 'USD per visit', max: 1e5, about: 'Media money for each visit.' }),
};

export const buyersParameters = {
  readinessShape: choice('normal', ['normal', 'beta'], 'Shape of a lead’s latent readiness.'),
  readinessMean: quantity(0, {
    unit: 'readiness',
    min: -100,
    max: 100,
    about: 'Mean of readiness (normal shape).',
  }),
  readinessSd: quantity(1, {
    unit: 'readiness',
    max: 100,
    about: 'Standard deviation of readiness (normal shape).',
  }),
  readinessA: quantity(2, {
    unit: 'shape',
    min: 1,
    max: 100,
    about: 'First shape of readiness (beta shape).',
  }),
  readinessB: quantity(3, {
    unit: 'shape',
    min: 1,
    max: 100,
    about: 'Second shape of readiness (beta shape).',
  }),
  readyBar: quantity(1, {
    unit: 'readiness',
    min: -100,
    max: 100,
    about: 'Readiness from which a lead is truly sales-ready.',
  }),
  fitSd: quantity(1, { unit: 'fit', max: 10, about: 'Standard deviation of fit (mean 0).' }),
};

export const marketingParameters = {
  scoreNoiseSd: quantity(0.45, {
    unit: 'readiness',
    max: 100,
    about: 'Error with which marketing scores readiness.',
    low: 0.2,
    high: 1,
  }),
  mqlBar: quantity(0.5, {
    unit: 'readiness',
    min: -100,
    max: 100,
    about: 'Score from which a lead is marketing-qualified.',
  }),
  definitionGap: quantity(0, {
    unit: 'readiness',
    max: 100,
    about:
      'How far marketing’s own idea of a sales-qualified lead lies below the definition of `sqlBar`: all of it under stage ambiguous, half under structured, none when aligned.',
    source: `${ASSUMPTION}; 44% of marketing-qualified leads pass sales as a potential good fit (Gartner Digital Markets)`,
  }),
  sqlBar: quantity(1.09, {
    unit: 'readiness',
    min: -100,
    max: 100,
    about: 'Score from which a lead is passed to sales: the definition in force.',
  }),
  hoursPerMonth: quantity(160, {
    unit: 'hours per month',
    max: 1e6,
    about: 'Working hours the director’s office has, gaming not counted.',
  }),
  nurtureSd: quantity(0.5, {
    unit: 'readiness',
    max: 10,
    about: 'Rise in readiness when the response to nurturing doubles.',
  }),
  campaignStandardShare: share(0.5, {
    min: 0.0001,
    about: 'Opportunities per passed lead that count as a campaign effectiveness of 1.',
    source: 'SAL to opportunity 50% (facts 2H; First Page Sage)',
  }),
  budgetUsdPerMonth: quantity(0, {
    unit: 'USD per month',
    max: 1e10,
    about: 'Marketing’s money for programmes, agencies and staff, beside media and the director’s pay.',
    source: `${ASSUMPTION}; marketing budgets are 5.8% to 7.7% of revenue (Gartner CMO Spend Survey 2025)`,
  }),
  budgetElasticity: quantity(0.3, {
    unit: 'elasticity',
    max: 1,
    about: 'Rise of visits, in percent, with one percent more of that money.',
    low: 0.12,
    high: 0.6,
    source:
      'advertising elasticities of 0.12 in the short and 0.24 in the long run (Sethuraman, Tellis and Briesch, Journal of Marketing Research 48 (2011) 457); staff included here: assumption',
  }),
  collateralPiecesPerMonth: quantity(0, {
    unit: 'pieces per month',
    max: 1000,
    about:
      'Pieces of sales collateral (sheets, decks, cases) that marketing makes; 0: collateral is not simulated.',
  }),
  collateralFitShare: share(0.1, {
    about: 'Chance that a piece is what sales needs, without a say of sales in it.',
    source: '90% of collateral goes unused (industry figure quoted by C. Crandell)',
  }),
  collateralLifeMonths: quantity(9, {
    unit: 'months',
    min: 0.1,
    max: 120,
    about: 'Time in which the use of a piece falls to 37%.',
  }),
  collateralUsdPerPiece: quantity(5000, {
    unit: 'USD',
    max: 1e7,
    about: 'Money for one piece of collateral.',
  }),
  vacancyShare: share(0.7, { about: 'Marketing’s intensity while the director’s chair is empty.' }),
  rampMonths: count(3, {
    unit: 'months',
    max: 36,
    about: 'Months a new director takes to reach full intensity.',
  }),
  vacancyMonths: count(2, {
    unit: 'months',
    max: 24,
    about: 'Months until a dismissed director is replaced.',
  }),
  relabelOrder: choice(
    'best-score',
    ['best-score', 'newest'],
    'Which unqualified leads are passed first when leads are relabelled.',
  ),
  relabelTiming: choice('pro-rata', ['pro-rata', 'month-end'], 'When relabelled leads are passed.'),
};

export const customersParameters = {
  marginShare: share(0.75, {
    about: 'Gross margin on revenue.',
    source: 'software gross margins of 70-80% are usual; assumption for this company',
  }),
  contractMonths: count(12, {
    unit: 'months',
    min: 1,
    max: 120,
    about: 'Months after which a customer renews or leaves.',
  }),
  churnShare: share(0.1, {
    about: 'Chance that a ready buyer of average fit leaves at renewal.',
    low: 0.05,
    high: 0.2,
    source: 'logo churn about 10% a year (Pacific Crest 2013-16)',
  }),
  unreadyChurnShare: share(0.35, {
    about: 'Chance that a customer who was not ready when sold leaves at renewal.',
    low: 0.2,
    high: 0.6,
    source: `${ASSUMPTION}: bad-fit hazard 2-4 times good-fit`,
  }),
  churnSharePerFit: quantity(0.05, {
    unit: 'share per fit',
    max: 1,
    about: 'Fall of that chance with one unit of fit.',
  }),
  satisfactionScore: quantity(78, {
    unit: 'score 0-100',
    max: 100,
    about: 'Satisfaction of a ready buyer of average fit, served at once.',
  }),
  satisfactionPerFit: quantity(6, {
    unit: 'score per fit',
    max: 50,
    about: 'Rise of satisfaction with one unit of fit.',
  }),
  unreadySatisfactionLoss: quantity(15, {
    unit: 'score',
    max: 100,
    about: 'Fall of satisfaction when a buyer who was not ready was sold to.',
  }),
  waitSatisfactionLoss: quantity(0.4, {
    unit: 'score per working day',
    max: 10,
    about: 'Fall of satisfaction for each day the lead had waited for a call.',
  }),
  referenceScore: quantity(80, {
    unit: 'score 0-100',
    max: 100,
    about: 'Satisfaction from which a customer speaks well of the company, and buys more.',
  }),
  referralsPerYear: quantity(0, {
    unit: 'leads per year',
    max: 1000,
    about: 'Leads that such a customer sends in a year, like any others; 0: word of mouth is not simulated.',
    source: `${ASSUMPTION}; off unless a scenario says otherwise`,
  }),
  expansionShare: share(0, {
    about: 'Rise of the contract of such a customer at renewal.',
    source:
      'net retention of 100% to 106% at gross retention of 90% to 95% (SaaS Capital 2022); 0 unless a scenario says otherwise',
  }),
  unansweredSatisfactionLoss: quantity(10, {
    unit: 'score',
    max: 100,
    about: 'Fall of a ready inquirer’s satisfaction with the company when nobody ever called.',
  }),
};

export const directorParameters = {
  effortCostUsdPerMonth: quantity(60, {
    unit: 'USD per month',
    max: 1e9,
    about:
      'Cost to the person of doubling one tactic’s hours for a month, per 40 baseline hours, quadratic in the change.',
  }),
  priorEffectShare: quantity(0.5, {
    unit: 'share',
    max: 10,
    about: 'With beliefs `learning`: what a tactic is expected to do at first, as a part of what it does.',
  }),
  priorDoubtShare: quantity(0.5, {
    unit: 'share',
    max: 10,
    about: 'With beliefs `learning`: standard deviation of that expectation.',
  }),
  priorDiscoveryPerMonth: share(0.05, {
    about:
      'With beliefs `learning`: chance, at first, that a month of gaming at scale 1 is expected to be discovered.',
  }),
  priorDiscoveryMonths: quantity(6, {
    unit: 'months',
    max: 1e6,
    about:
      'With beliefs `learning`: how many months of gaming at scale 1 that expectation weighs as much as.',
  }),
};

export const personParameters = {
  integrityFixedShare: share(0.25, {
    about: 'Part of the integrity cost that gaming at all carries, whatever the amount.',
  }),
  foresightMonths: count(6, {
    unit: 'months',
    min: 1,
    max: 60,
    about: 'How far ahead payments count in decisions.',
  }),
  discountSharePerMonth: share(0.01, { about: 'Fall in the value of pay for each month of waiting.' }),
  riskAversionPerUsd: quantity(0.00002, {
    unit: 'per USD',
    max: 1,
    about: 'Constant absolute risk aversion.',
    low: 0,
    high: 0.0001,
  }),
  baseUsdPerYear: quantity(60000, { unit: 'USD per year', about: 'Salary where the plan names none.' }),
  commissionShare: share(0, {
    about: 'Commission on bookings where the plan names none.',
    source: 'about 10% of contract value is usual (facts 2E)',
  }),
};

/** All groups of a world that are single (channels, tactics, people and plans are tables and stand apart). */
export const worldParameters = {
  calendar: calendarParameters,
  market: marketParameters,
  buyers: buyersParameters,
  marketing: marketingParameters,
  sales: salesParameters,
  inside: insideParameters,
  lines: linesParameters,
  customers: customersParameters,
  governance: governanceParameters,
};

export type ChannelValues = ValuesOf<typeof channelParameters>;
export type WorldValues = ValuesOf<typeof worldParameters>;
