import { ASSUMPTION, choice, count, quantity, share } from '../../../model/parameter.ts';

/** Management's decisions: definitions, agreements, systems, audits, budgets and owners. */
export const governanceParameters = {
  stage: choice(
    'ambiguous',
    ['ambiguous', 'structured', 'aligned'],
    'Stage of alignment: how far definitions, agreements and data are shared.',
    'three stages after C. Crandell (interview, Futurelab)',
  ),
  leadVisibility: choice(
    'by-stage',
    ['by-stage', 'label', 'score', 'readiness'],
    'What a rep sees of a lead: the label only, marketing’s score through noise, or true readiness. By stage: the label under ambiguous, the score otherwise.',
  ),
  visibleScoreNoiseSd: quantity(0.5, {
    unit: 'readiness',
    max: 100,
    about: 'Noise with which reps see a score.',
    low: 0,
    high: 2,
    source: `${ASSUMPTION}; range: from no noise to mostly noise`,
  }),
  owner: choice(
    'separate',
    ['separate', 'one'],
    'Who decides the definition of a qualified lead, what sellers see of leads and what they do first. separate: as the scenario has them. one: the head of marketing acts as chief revenue officer and arranges them to suit their own plan.',
    'one owner of the funnel, after comments on C. Crandell’s interview (Futurelab)',
  ),
  followUpShare: share(0, {
    about:
      'Share of the leads passed that sales has agreed to call and is held to, whatever it believes of them; 0: no agreement.',
    source: `${ASSUMPTION}; a service-level agreement between marketing and sales, off unless a scenario says so`,
  }),
  followUpOrder: choice(
    'deals-first',
    ['deals-first', 'leads-first'],
    'What a rep does first in a day: work on open deals, or call the leads that are worth it or promised.',
  ),
  auditRatePerMonth: share(0.01, {
    about: 'Chance per month that an audit finds gaming at scale 1.',
    low: 0,
    high: 0.05,
    source: `${ASSUMPTION}: rare: once in eight years for one who games at scale 1`,
  }),
  transparencyShare: share(0.2, {
    about:
      'How much of the trail a system records and people read: raises discovery through sales’ complaints.',
  }),
  complaintRatePerMonth: share(0.01, {
    about:
      'Chance per month, at full transparency, that complaints about gaming at scale 1 lead to discovery.',
  }),
  auditPowerShare: share(0, {
    about:
      'Power of a targeted audit: chance that it finds gaming at scale 1. Every metric somebody is paid on is audited after a month in which it is suspicious. 0: audits are random only.',
    source: `${ASSUMPTION}, off unless a scenario says otherwise; closer inspection after a coarse signal after E. Saig et al., "Adaptive contracts" (2026)`,
    low: 0.1,
    high: 0.9,
  }),
  suspicionTimes: quantity(1.4, {
    unit: 'times an ordinary month',
    min: 1,
    max: 100,
    about:
      'Threshold of suspicion: a metric is suspicious at this multiple of an ordinary month or more; where lower pays more, at an ordinary month divided by this or less.',
    source: `${ASSUMPTION}: an honest department of the default company is audited about once a year`,
    low: 1.1,
    high: 2,
  }),
  targetedAuditUsd: quantity(2000, {
    unit: 'USD',
    about: 'Cost of a targeted audit to the company. Random audits are part of overheads.',
    source: `${ASSUMPTION}: about three days of an auditor`,
    low: 500,
    high: 10000,
  }),
  penaltyUsd: quantity(15000, {
    unit: 'USD',
    about: 'Loss of a discovered person besides the bonus clawed back: the job and the name.',
  }),
  dismissalShare: share(1, { about: 'Chance that discovery ends in dismissal.' }),
  missedGoalDismissalRate: share(0, {
    about:
      'Chance that the head of marketing is dismissed after a quarter in which the company misses its goal.',
  }),
  salesVoiceShare: share(0, {
    about:
      'Say of sales in what collateral is made: raises the chance that a piece fits from `collateralFitShare` towards 1.',
  }),
  replacementMonth: count(0, {
    unit: 'month',
    max: 120,
    about:
      'Month at whose beginning the head of marketing is replaced, whatever the numbers; counted as a dismissal, with a vacancy before the successor. 0: never.',
  }),
  coverageTimes: quantity(0, {
    unit: 'monthly quotas',
    max: 1000,
    about:
      'Pipeline coverage that every seller has to show at the end of a month; who shows less sits in reviews in the next. 0: nobody asks.',
    source: `three times a quarter’s quota, which is nine monthly ones, is a rule of thumb; ${ASSUMPTION}, off unless a scenario says otherwise`,
    low: 3,
    high: 12,
  }),
  coverageReviewHours: quantity(8, {
    unit: 'hours per month',
    max: 200,
    about: 'Selling hours that these reviews take from a seller.',
    low: 2,
    high: 20,
    source: `${ASSUMPTION}; range: from two hours to half a week`,
  }),
  budgetRule: choice(
    'fixed',
    ['fixed', 'sales-is-king', 'outcome-based'],
    'What the board does with money at a review. sales-is-king: after a missed goal, marketing’s money pays for more reps. outcome-based: money goes to the side whose deals brought more margin per dollar.',
    'sales as king of the hill after C. Crandell (interview, Futurelab); assumption, not data, as a rule',
  ),
  budgetReviewMonths: count(12, {
    unit: 'months',
    min: 1,
    max: 120,
    about: 'Months between two reviews of the budget.',
  }),
  budgetShiftShare: share(0.2, {
    about: 'Share of marketing’s first budget that a review moves at most.',
    low: 0.1,
    high: 0.4,
    source: `${ASSUMPTION}; range: half and twice the default`,
  }),
  leastBudgetShare: share(0.2, {
    about: 'Share of marketing’s first budget that no review takes away.',
    low: 0,
    high: 0.5,
    source: `${ASSUMPTION}; range: from nothing to half of the budget`,
  }),
  replacementCostUsd: quantity(50000, {
    unit: 'USD',
    about: 'Cost of replacing a dismissed marketer.',
    source: `${ASSUMPTION}; at least $115,000 is quoted for a sales rep (Xactly)`,
  }),
};
