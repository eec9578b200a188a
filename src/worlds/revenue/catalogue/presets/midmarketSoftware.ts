/**
 * Mid-market B2B software company with a typical honest funnel: 2% of visits become leads, 25% of leads
 * qualify, sales accepts half of those passed, half of the accepted become opportunities, and one in five is
 * won. A deal is worth $40,000 on average and decided after 60 working days at the earliest. Values not set
 * here are parameter defaults.
 *
 * @source conversion rates: medians of surveys by First Page Sage, Gartner Digital Markets (half of qualified
 * leads pass as a potential good fit) and others; deal of $40,000 with a coefficient of variation of 1, cycle
 * of 84 calendar days and 30% of the day for selling likewise; hours per lead are assumptions
 */
export const midmarketSoftware = {
  question: { horizonMonths: 12, outcome: 'revenueUsd' },
  calendar: { warmUpMonths: 12 },
  market: {
    accounts: 100000,
    channels: {
      organic: { visitsPerMonth: 20000, leadsPerVisitShare: 0.02, costUsdPerVisit: 3.3 },
      paid: { visitsPerMonth: 10000, leadsPerVisitShare: 0.02, costUsdPerVisit: 6.2 },
    },
  },
  // At these bars a quarter of leads qualify, and half of those are ready.
  buyers: { readyBar: 1.1086 },
  marketing: { scoreNoiseSd: 0.45, mqlBar: 0.7396, sqlBar: 0.7396 },
  sales: {
    reps: 16,
    sellingHoursPerDay: 2.4,
    quotaUsdPerMonth: 21000,
    annualGoalUsd: 4000000,
    readyLeadHours: 2.5,
    unreadyLeadHours: 2.5,
    readyOpportunityShare: 0.52,
    unreadyOpportunityShare: 0,
    coolingDays: 60,
    opportunityHours: 10,
    cycleDays: 60,
    neglectDays: 120,
    winShare: 0.2,
    winSharePerFit: 0.04,
    dealMeanUsd: 40000,
    dealCv: 1,
    prospectingHours: 20,
    usualProspectingHours: 90,
    marketPayUsdPerYear: 95000,
  },
  people: {
    director: { role: 'marketing-director', baseUsdPerYear: 150000 },
    reps: { role: 'account-executive', baseUsdPerYear: 70000, commissionShare: 0.1 },
  },
};
