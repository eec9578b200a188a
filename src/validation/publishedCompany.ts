/**
 * One company for all published findings but those set in a textbook world. A row changes only features of
 * the finding's setting: pay and metrics, observability, available hours and what sellers may do. Two rows
 * change more: P13 the director's integrity, P19 the director's beliefs and the horizon. Integrity is below
 * the default (median $40 instead of $100, sigma 0.5 instead of 1); the rows also hold with the defaults.
 */
export const COMPANY = `
schemaVersion: 1
name: Company of the published findings
extends: preset:smb-software
question: { horizonMonths: 12, outcome: profitUsd, reference: salary, replicates: 100, seed: published }
people:
  director: { role: marketing-director, integrityUsd: { lognormal: { median: 40, sigma: 0.5 } } }
  reps: { role: account-executive }
plans:
  salary: { director: { baseUsdPerYear: 100000 } }
  leads-passed:
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 20000
      components: [{ metric: sqls, period: month, target: 100, weightShare: 1, payout: cliff }]
  leads-passed-double:
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 60000
      components: [{ metric: sqls, period: month, target: 100, weightShare: 1, payout: cliff }]
  leads-accepted:
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 20000
      components: [{ metric: accepted-leads, period: month, target: 45, weightShare: 1, payout: linear, gates: [{ metric: acceptance-rate, level: 0.65 }] }]
  leads-accepted-plain:
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 20000
      components: [{ metric: accepted-leads, period: month, target: 45, weightShare: 1, payout: linear }]
  leads-in-proportion:
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 20000
      components: [{ metric: sqls, period: month, target: 50, weightShare: 1, payout: linear }]
  fluff:
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 20000
      components:
        - { metric: visitors, period: month, target: 5000, weightShare: 0.34, payout: cliff }
        - { metric: sqls, period: month, target: 100, weightShare: 0.33, payout: cliff }
        - { metric: leads, period: month, target: 300, weightShare: 0.33, payout: cliff }
  visits-rewarded:
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 20000
      components: [{ metric: visitors, period: month, target: 4500, weightShare: 1, payout: linear }]
  judged-trusted:
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 20000
      judged: { period: quarter, sees: [{ metric: marketing-opportunities, target: 90, weightShare: 1 }], noiseShare: 0.2, hoursPerRating: 8, keeping: { chanceShare: 0.95 } }
      components: [{ metric: rating, period: quarter, target: 1, weightShare: 1, payout: linear }]
  judged-doubted:
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 20000
      judged: { period: quarter, sees: [{ metric: marketing-opportunities, target: 90, weightShare: 1 }], noiseShare: 0.2, hoursPerRating: 8, keeping: { chanceShare: 0.5 } }
      components: [{ metric: rating, period: quarter, target: 1, weightShare: 1, payout: linear }]
  team-none: { director: { baseUsdPerYear: 100000 }, reps: { baseUsdPerYear: 100000, commission: { rateShare: 0 } } }
  team-bonus:
    director: { baseUsdPerYear: 100000 }
    reps:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 12000
      components: [{ metric: quota-attainment, scope: team, period: month, target: 1, weightShare: 1, payout: cliff }]
  goal-unmet:
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 0
      components: [{ metric: sqls, period: month, target: 100, weightShare: 1, payout: cliff }]
  goal-reached:
    director:
      baseUsdPerYear: 100000
      bonusUsdPerYear: 0
      components: [{ metric: sqls, period: month, target: 40, weightShare: 1, payout: cliff }]
  commission-capped: { director: { baseUsdPerYear: 100000 }, reps: { baseUsdPerYear: 60000, commission: { rateShare: 0.1, aboveQuotaRateShare: 0 } } }
  commission-open: { director: { baseUsdPerYear: 100000 }, reps: { baseUsdPerYear: 60000, commission: { rateShare: 0.1, aboveQuotaRateShare: 0.1 } } }
  commission-none: { director: { baseUsdPerYear: 100000 }, reps: { baseUsdPerYear: 100000, commission: { rateShare: 0 } } }
  commission-straight: { director: { baseUsdPerYear: 100000 }, reps: { baseUsdPerYear: 60000, commission: { rateShare: 0.1 } } }
  commission-accelerated: { director: { baseUsdPerYear: 100000 }, reps: { baseUsdPerYear: 60000, commission: { rateShare: 0.02, aboveQuotaRateShare: 0.25 } } }
  commission-from-quota: { director: { baseUsdPerYear: 100000 }, reps: { baseUsdPerYear: 60000, commission: { rateShare: 0.1, thresholdShare: 1 } } }
arms:
  salary: { plan: salary }
  leads-passed: { plan: leads-passed }
  leads-passed-double: { plan: leads-passed-double }
  leads-accepted: { plan: leads-accepted }
  leads-accepted-plain: { plan: leads-accepted-plain }
  leads-in-proportion: { plan: leads-in-proportion }
  fluff: { plan: fluff }
  visits-rewarded: { plan: visits-rewarded }
  judged-trusted: { plan: judged-trusted }
  judged-doubted: { plan: judged-doubted }
  team-none: { plan: team-none }
  team-bonus: { plan: team-bonus }
  goal-unmet: { plan: goal-unmet }
  goal-reached: { plan: goal-reached }
  commission-capped: { plan: commission-capped }
  commission-open: { plan: commission-open }
  commission-none: { plan: commission-none }
  commission-straight: { plan: commission-straight }
  commission-accelerated: { plan: commission-accelerated }
  commission-from-quota: { plan: commission-from-quota }
`;
