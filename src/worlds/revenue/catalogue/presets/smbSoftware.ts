/**
 * Small B2B software company with one marketing director and a handful of reps, in a market so warm that
 * one visit in ten becomes a lead: the setting of the Catherine story. Values not set here are parameter
 * defaults.
 */
export const smbSoftware = {
  question: { horizonMonths: 12, outcome: 'revenueUsd' },
  market: {
    accounts: 40000,
    channels: {
      organic: { visitsPerMonth: 2000, leadsPerVisitShare: 0.105 },
      paid: { visitsPerMonth: 1000, leadsPerVisitShare: 0.11, costUsdPerVisit: 2.5 },
    },
  },
  people: {
    director: { role: 'marketing-director', baseUsdPerYear: 100000 },
    reps: { role: 'account-executive', baseUsdPerYear: 60000, commissionShare: 0.1 },
  },
};
