/**
 * A small business-to-business software company with one director of marketing and a handful of reps, warm
 * enough a market that its site turns one visit in ten into a lead: the world of the Catherine story. Values
 * not named here are the parameters' defaults.
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
