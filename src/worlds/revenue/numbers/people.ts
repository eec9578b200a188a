import { ASSUMPTION, count, quantity, share } from '../../../model/parameter.ts';

/** Parameters of every person. */
export const personParameters = {
  integrityFixedShare: share(0.1, {
    about:
      'Part of the integrity cost of a month at scale 1 that gaming at all carries; the rest grows with the scale.',
  }),
  foresightMonths: count(24, {
    unit: 'months',
    min: 1,
    max: 60,
    about: 'Horizon of decisions: payments beyond it do not count. Payments within it are discounted.',
    source: `${ASSUMPTION}: far enough that no yearly bonus is cut`,
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
    source: `${ASSUMPTION}; 10% of bookings is half of on-target earnings at a quota of five times these`,
  }),
};

/** Parameters of planners, who plan their work and may game numbers: marketers. */
export const plannerParameters = {
  effortCostUsdPerMonth: quantity(90, {
    unit: 'USD per month',
    max: 1e9,
    source: `${ASSUMPTION}: with it, pay on traffic alone brings half as many visits again and costs three leads in ten`,
    about:
      'Cost of effort: half of this, times the squared relative change of a tactic’s hours, per 40 baseline hours.',
  }),
  troubleUsd: quantity(200, {
    unit: 'USD per month',
    max: 1e9,
    about:
      'Trouble of making an implausible number plausible, for a month in which gaming doubles it; it grows with the cube of the scale.',
    source: `${ASSUMPTION}: with the default integrity, a die on which lies pay $500 is answered as in the laboratory`,
    low: 50,
    high: 800,
  }),
  presentBiasShare: share(1, {
    about:
      'Weight of payments after this month beside those of it, on top of discounting; 1: no present bias.',
    source: `${ASSUMPTION}: none; estimates lie around 0.7 to 1 (Laibson, Quarterly J. Econ. 112 (1997) 443, for the form)`,
  }),
  priorEffectShare: quantity(0.5, {
    unit: 'share',
    max: 10,
    about: 'With beliefs `learning`: prior mean of what a tactic does, as a share of what it really does.',
  }),
  priorDoubtShare: quantity(0.5, {
    unit: 'share',
    max: 10,
    about: 'With beliefs `learning`: standard deviation of that prior.',
  }),
  priorDiscoveryPerMonth: share(0.05, {
    about: 'With beliefs `learning`: prior chance that a month of gaming at scale 1 is discovered.',
  }),
  priorDiscoveryMonths: quantity(6, {
    unit: 'months',
    max: 1e6,
    about: 'With beliefs `learning`: weight of that prior, in months of gaming at scale 1.',
  }),
};
