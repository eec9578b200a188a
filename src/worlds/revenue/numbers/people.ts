import { ASSUMPTION, count, quantity, share } from '../../../model/parameter.ts';

/** Parameters of every person. */
export const personParameters = {
  integrityFixedShare: share(0.1, {
    about: 'Share of the integrity cost at scale 1 that is fixed; the rest is proportional to scale.',
  }),
  foresightMonths: count(24, {
    unit: 'months',
    min: 1,
    max: 60,
    about: 'Horizon of decisions: payments beyond it do not count.',
    source: `${ASSUMPTION}: longer than any pay period, so that it cuts no bonus`,
  }),
  discountSharePerMonth: share(0.01, { about: 'Fall in the value of pay for each month of waiting.' }),
  riskAversionPerUsd: quantity(0.00002, {
    unit: 'per USD',
    max: 1,
    about: 'Constant absolute risk aversion.',
    low: 0,
    high: 0.0001,
    source: `${ASSUMPTION}; range: 0 is neutral to risk; at a wealth of $100,000 the default is a relative risk aversion of 2, the high end of 10`,
  }),
  goalUsd: quantity(0, {
    unit: 'USD per month',
    max: 1e7,
    about:
      'Goal as a reference point: loss felt, beyond pay, from a month in which the whole quota or target is missed; proportional to the shortfall. For marketers it is divided among targets by weight, paid or not.',
    source: `${ASSUMPTION}: off; form of Allen and others, Management Science 63 (2017) 1657; unmet goals without pay: Schweitzer and others, Academy of Management Journal 47 (2004) 422; Ferraro and Tracy, Experimental Economics 25 (2022) 1441, find little of it at work`,
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
    source: `${ASSUMPTION}: calibrated so that pay on traffic alone raises visits by about half and cuts leads by about 30%`,
    about:
      'Cost of effort: half of this, times the squared relative change of a tactic’s hours, per 40 baseline hours.',
  }),
  troubleUsd: quantity(200, {
    unit: 'USD per month',
    max: 1e9,
    about:
      'Cost to the person of explaining an implausible number, for a month in which gaming doubles it; grows with the cube of the scale.',
    source: `${ASSUMPTION}: calibrated, with the default integrity, to lying about a die roll (rows L01 to L04 of the validation table)`,
    low: 50,
    high: 800,
  }),
  presentBiasShare: share(1, {
    about: 'Present bias: weight of payments later than this month, on top of discounting. 1: none.',
    source: `${ASSUMPTION}: off; form of Laibson, Quarterly J. Econ. 112 (1997) 443`,
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
