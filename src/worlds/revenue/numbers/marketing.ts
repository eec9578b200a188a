import { ASSUMPTION, choice, count, quantity, share } from '../../../model/parameter.ts';
import { participationParameters } from './participation.ts';

export const marketingParameters = {
  scoreAuc: quantity(0, {
    unit: 'area',
    max: 0.999,
    about:
      'Accuracy of marketing’s lead score: area under its ROC curve (AUC) against wins if all leads were called. It sets the error of the score; 0: the error is scoreNoiseSd, whose default gives 0.80.',
    source:
      'one company’s score was 0.66 before contact and 0.86 after (X Education’s leads, against conversion)',
  }),
  scoreNoiseSd: quantity(0.45, {
    unit: 'readiness',
    max: 100,
    about: 'Error of marketing’s lead score as a measure of readiness.',
    low: 0.2,
    high: 1,
    source: `${ASSUMPTION}: an area under the curve of 0.80, between the 0.66 and the 0.86 of one company’s score before and after contact`,
  }),
  mqlBar: quantity(0.5, {
    unit: 'readiness',
    min: -100,
    max: 100,
    about: 'Score from which a lead is marketing-qualified (MQL).',
  }),
  definitionGap: quantity(0, {
    unit: 'readiness',
    max: 100,
    about:
      'Gap between marketing’s own idea of an SQL and the definition of `sqlBar`. In force: all of it under stage ambiguous, half under structured, none when aligned.',
    source: `${ASSUMPTION}; 44% of marketing-qualified leads pass sales as a potential good fit (Gartner Digital Markets)`,
  }),
  sqlBar: quantity(1.09, {
    unit: 'readiness',
    min: -100,
    max: 100,
    about: 'Score from which a lead is passed to sales: the definition of an SQL in force.',
    source: `${ASSUMPTION}: passes as many leads as are ready, at the usual error of the score`,
  }),
  hoursPerMonth: quantity(160, {
    unit: 'hours per month',
    max: 1e6,
    about:
      'Working hours of the marketing office, gaming not counted; people without hours of their own share them.',
    source: `${ASSUMPTION}: one person’s working hours`,
  }),
  nurtureSd: quantity(0.5, {
    unit: 'readiness',
    max: 10,
    about: 'Rise of readiness when the response to nurturing doubles.',
    source: `${ASSUMPTION}: doubling the response makes twice as many leads ready`,
  }),
  campaignStandardShare: share(0.5, {
    min: 0.0001,
    about: 'Opportunities per passed lead that count as a campaign effectiveness of 1.',
    source: '40-70% of sales-accepted leads become opportunities (First Page Sage; waterfall definitions)',
  }),
  budgetUsdPerMonth: quantity(0, {
    unit: 'USD per month',
    max: 1e10,
    about:
      'Marketing budget for programmes, agencies and staff, besides media and the pay of marketers simulated.',
    source: `${ASSUMPTION}; marketing budgets are 5.8% to 7.7% of revenue (Gartner CMO Spend Survey 2025)`,
  }),
  budgetElasticity: quantity(0.3, {
    unit: 'elasticity',
    max: 1,
    about: 'Elasticity of visits to the marketing budget.',
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
    about: 'Chance that a piece is what sales needs when sales has no say in it.',
    source: '90% of collateral goes unused (industry figure quoted by C. Crandell)',
  }),
  collateralLifeMonths: quantity(9, {
    unit: 'months',
    min: 0.1,
    max: 120,
    about: 'Time in which the use of a piece falls to 37%.',
  }),
  collateralUsdPerPiece: quantity(5000, { unit: 'USD', max: 1e7, about: 'Cost of one piece of collateral.' }),
  vacancyShare: share(0.7, { about: 'A marketer’s intensity of work while the position is vacant.' }),
  rampMonths: count(3, {
    unit: 'months',
    max: 36,
    about: 'Months a new marketer takes to reach full intensity.',
  }),
  turnoverSharePerYear: share(0, {
    max: 0.99,
    about: 'Annual turnover of marketers where the plan is worth what others pay; 0: nobody quits.',
    source:
      '22% a year is a tenure of four years (Spencer Stuart: 4.1 to 4.3 years in 2024 and 2025, chiefs of marketing); 0 unless a scenario says otherwise',
  }),
  ...participationParameters('marketers', 'for marketing'),
  vacancyMonths: count(2, {
    unit: 'months',
    max: 24,
    about: 'Minimum months until a marketer who was dismissed or quit is replaced.',
  }),
  relabelOrder: choice(
    'best-score',
    ['best-score', 'newest'],
    'Which unqualified leads are passed first when leads are relabelled.',
  ),
  relabelTiming: choice('pro-rata', ['pro-rata', 'month-end'], 'When relabelled leads are passed.'),
};
