/**
 * Three companies that carry the plans of studies of sellers. They share one vector: the default cost of
 * effort, discount and risk aversion, and a spread of skill of 0.3. Sellers find all deals themselves, so
 * that bookings are in proportion to effort. Forms of pay are those of the studies; their sizes, and luck,
 * are assumptions where a study does not state them in what could be read.
 */
const COMPANY = `
schemaVersion: 1
extends: preset:smb-software
calendar: { warmUpMonths: 3 }
market:
  accounts: 1000000000
  channels:
    organic: { visitsPerMonth: 10, leadsPerVisitShare: 0.01, costUsdPerVisit: 0 }
    paid: { visitsPerMonth: 0, leadsPerVisitShare: 0.01 }
people: { director: { role: marketing-director, motive: honest }, reps: { role: account-executive, commissionShare: 0 } }
`;

const FIELD =
  'opportunityHours: 1, opportunityHoursPerDay: 8, cycleDays: 3, cycleCv: 0, prospectingElasticity: 1, winSharePerFit: 0, dealCv: 1';

/**
 * A maker of contact lenses: commission by the quarter from half of quota up to a ceiling, quotas that follow
 * results; then a straight commission.
 */
export const LENSES = `${COMPANY}
name: Contact lenses
question: { horizonMonths: 24, outcome: revenueUsd, reference: quota-and-ceiling, replicates: 60, seed: lenses }
sales: { reps: 10, sellingHoursPerDay: 4.7, prospectingHours: 3, dealMeanUsd: 5000, ${FIELD}, quotaUsdPerMonth: 50000, quotaRatchetShare: 0.1, skillCv: 0.3, marketPayUsdPerYear: 100000 }
plans:
  quota-and-ceiling:
    director: { baseUsdPerYear: 0 }
    reps:
      baseUsdPerYear: 50000
      commission: { period: quarter, tiers: [{ fromShare: 0, rateShare: 0 }, { fromShare: 0.5, rateShare: 0.1 }, { fromShare: 1.33, rateShare: 0 }] }
  straight: { director: { baseUsdPerYear: 0 }, reps: { baseUsdPerYear: 50000, commission: { rateShare: 0.1 } } }
arms:
  quota-and-ceiling: { plan: quota-and-ceiling }
  straight: { plan: straight, set: { sales.quotaRatchetShare: 0 } }
`;

/** A plan of the office-equipment supplier: salary, commission and bonuses for quotas. */
const officePlan = (name: string, bonusUsdPerYear: number, components: readonly string[]) => `
  ${name}:
    director: { baseUsdPerYear: 0 }
    reps:
      baseUsdPerYear: 43000
      commission: { rateShare: 0.02 }
      bonusUsdPerYear: ${bonusUsdPerYear}
      components: [${components.map((terms) => `{ metric: quota-attainment, target: 1, scope: own, ${terms} }`).join(', ')}]`;

const OVERACHIEVEMENT = 'payout: { points: [[1, 0], [1.2, 1], [1.6, 3]] }';

/**
 * A supplier of office equipment: salary, commission, $1,500 for a quarter’s quota, $4,000 for the year’s,
 * and a rate on what beats the year’s; then the same without one of these, with the commission alone, and
 * with a commission that costs as much.
 */
export const OFFICE = `${COMPANY}
name: Office equipment
question: { horizonMonths: 24, outcome: revenueUsd, reference: bonus-plan, replicates: 40, seed: office }
sales: { reps: 10, sellingHoursPerDay: 4.7, prospectingHours: 3, dealMeanUsd: 5000, ${FIELD}, quotaUsdPerMonth: 60000, skillCv: 0.3, marketPayUsdPerYear: 70000 }
plans:${officePlan('bonus-plan', 15000, [
  'period: quarter, weightShare: 0.4, payout: cliff',
  'period: year, weightShare: 0.25, payout: cliff',
  `period: year, weightShare: 0.35, ${OVERACHIEVEMENT}`,
])}${officePlan('no-quarterly', 9000, [
  'period: year, weightShare: 0.41667, payout: cliff',
  `period: year, weightShare: 0.58333, ${OVERACHIEVEMENT}`,
])}${officePlan('no-overachievement', 9750, [
  'period: quarter, weightShare: 0.61538, payout: cliff',
  'period: year, weightShare: 0.38462, payout: cliff',
])}
  commission-alone:
    director: { baseUsdPerYear: 0 }
    reps: { baseUsdPerYear: 43000, commission: { rateShare: 0.02 } }
  commission-equal:
    director: { baseUsdPerYear: 0 }
    reps: { baseUsdPerYear: 43000, commission: { rateShare: 0.034 } }
arms:
  bonus-plan: { plan: bonus-plan }
  no-quarterly: { plan: no-quarterly }
  no-overachievement: { plan: no-overachievement }
  commission-alone: { plan: commission-alone }
  commission-equal: { plan: commission-equal }
`;

/**
 * An installer of windshields: an hourly wage; then a piece rate with a guarantee a little below the
 * wage.
 */
export const WINDSHIELDS = `${COMPANY}
name: Windshields
question: { horizonMonths: 12, outcome: revenueUsd, reference: hourly, replicates: 60, seed: windshields }
sales: { reps: 10, sellingHoursPerDay: 4.7, prospectingHours: 1, opportunityHours: 0.7, opportunityHoursPerDay: 8, cycleDays: 0, cycleCv: 0, prospectingElasticity: 1, winShare: 1, winSharePerFit: 0, dealMeanUsd: 100, dealCv: 0, quotaUsdPerMonth: 5400, skillCv: 0.3, marketPayUsdPerYear: 27000 }
plans:
  hourly: { director: { baseUsdPerYear: 0 }, reps: { baseUsdPerYear: 27000, commission: { rateShare: 0 } } }
  piece-rate:
    director: { baseUsdPerYear: 0 }
    reps: { baseUsdPerYear: 22000, commission: { rateShare: 0.34, thresholdShare: 1, thresholdOn: excess } }
arms:
  hourly: { plan: hourly }
  piece-rate: { plan: piece-rate }
`;

/** Rates of straight commissions, by plan. */
export const STRAIGHT_RATES = {
  none: 0,
  fifth: 0.2,
  'two-fifths': 0.4,
  'three-fifths': 0.6,
  'four-fifths': 0.8,
};

/** Straight commissions from none to all of the margin, for the best of them. */
export const STRAIGHT = `${COMPANY.replace('account-executive', 'account-executive, discountSharePerMonth: 0')}
name: Straight commissions
question: { horizonMonths: 36, outcome: revenueUsd, reference: none, replicates: 30, seed: straight }

sales: { reps: 10, sellingHoursPerDay: 4.7, prospectingHours: 1, dealMeanUsd: 2500, ${FIELD}, quotaUsdPerMonth: 50000, effortCostTimes: 3 }
plans:
${Object.entries(STRAIGHT_RATES)
  .map(
    ([name, rate]) =>
      `  ${name}: { director: { baseUsdPerYear: 0 }, reps: { baseUsdPerYear: 60000, commission: { rateShare: ${rate} } } }`,
  )
  .join('\n')}
arms:
${Object.keys(STRAIGHT_RATES)
  .map((name) => `  ${name}: { plan: ${name} }`)
  .join('\n')}
`;
