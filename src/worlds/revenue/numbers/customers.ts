import { ASSUMPTION, choice, count, quantity, share } from '../../../model/parameter.ts';

export const customersParameters = {
  marginShare: share(0.75, {
    about: 'Gross margin on revenue.',
    source: 'software gross margins of 70-80% are usual; assumption for this company',
  }),
  contractMonths: count(12, {
    unit: 'months',
    min: 1,
    max: 120,
    about: 'Contract term, after which a customer renews or churns.',
  }),
  atStart: choice(
    'grown',
    ['grown', 'stated'],
    'Installed base at the start of play, the same in all arms. grown: what past wins leave after churn, if wins have grown at growthBeforeSharePerYear to their present level under the reference plan; stated: countAtStart.',
  ),
  growthBeforeSharePerYear: quantity(0.3, {
    unit: 'share per year',
    min: 0,
    max: 10,
    low: 0,
    high: 1,
    about: 'Past growth of wins if atStart is grown; 0: a steady state, in which churn equals wins.',
    source: `${ASSUMPTION}: a steady state would give five sellers who win 130 deals a year 1,400 customers`,
  }),
  countAtStart: quantity(0, {
    unit: 'customers',
    max: 1e9,
    about:
      'Customers at the start of play if atStart is stated; renewals fall due evenly over a contract term.',
  }),
  discountSharePerYear: share(0.1, {
    about: 'Discount rate on the margin of renewals in economic profit.',
    low: 0.05,
    high: 0.15,
    source: `${ASSUMPTION}: about the cost of capital that is usual for software companies`,
  }),
  churnShare: share(0.1, {
    about: 'Chance that a ready buyer of average fit churns at renewal.',
    low: 0.05,
    high: 0.2,
    source: 'logo churn about 10% a year (Pacific Crest 2013-16)',
  }),
  unreadyChurnShare: share(0.35, {
    about: 'Chance that a customer who was not ready when sold churns at renewal.',
    low: 0.2,
    high: 0.6,
    source: `${ASSUMPTION}: bad-fit hazard 2-4 times good-fit`,
  }),
  churnSharePerFit: quantity(0.05, {
    unit: 'share per fit',
    max: 1,
    about: 'Fall of the churn chance with one unit of fit.',
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
    about: 'Loss of satisfaction when a buyer who was not ready was sold to.',
  }),
  waitSatisfactionLoss: quantity(0.4, {
    unit: 'score per working day',
    max: 10,
    about: 'Loss of satisfaction for each day the lead had waited for a call.',
  }),
  referenceScore: quantity(80, {
    unit: 'score 0-100',
    max: 100,
    about: 'Satisfaction from which a customer is a reference and buys more.',
  }),
  referralsPerYear: quantity(0, {
    unit: 'leads per year',
    max: 1000,
    about:
      'Leads that a reference customer sends in a year, like any others; 0: word of mouth is not simulated.',
    source: `${ASSUMPTION}; off unless a scenario says otherwise`,
  }),
  expansionShare: share(0, {
    about: 'Growth of the contract of a reference customer at renewal.',
    source:
      'net retention of 100% to 106% at gross retention of 90% to 95% (SaaS Capital 2022); 0 unless a scenario says otherwise',
  }),
  unansweredSatisfactionLoss: quantity(10, {
    unit: 'score',
    max: 100,
    about: 'Loss of satisfaction of a ready inquirer whom nobody ever called.',
  }),
};
