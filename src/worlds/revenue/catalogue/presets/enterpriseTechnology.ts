/**
 * Large vendor of enterprise technology: forty field reps, deals of about $600,000 with a half-year sales
 * cycle, a broad web presence, collateral for everything. Values not set here are parameter defaults. Values
 * set here are assumptions for a company of this kind unless the parameter cites a source.
 */
export const enterpriseTechnology = {
  question: { horizonMonths: 12, outcome: 'profitUsd' },
  calendar: { warmUpMonths: 12 },
  market: {
    accounts: 20000,
    channels: {
      organic: { visitsPerMonth: 9000, leadsPerVisitShare: 0.02 },
      paid: { visitsPerMonth: 6000, leadsPerVisitShare: 0.02, costUsdPerVisit: 15 },
      events: { visitsPerMonth: 120, leadsPerVisitShare: 0.5, costUsdPerVisit: 1000 },
    },
  },
  buyers: { readyBar: 1.4 },
  marketing: { sqlBar: 1.5, scoreNoiseSd: 0.6, collateralPiecesPerMonth: 12 },
  sales: {
    reps: 40,
    sellingHoursPerDay: 2.5,
    quotaUsdPerMonth: 40000,
    annualGoalUsd: 18000000,
    screeningHours: 0.5,
    readyLeadHours: 8,
    unreadyLeadHours: 5,
    readyOpportunityShare: 0.5,
    unreadyOpportunityShare: 0.02,
    coolingDays: 30,
    dropAfterDays: 42,
    opportunityHours: 105,
    opportunityHoursPerDay: 2,
    cycleDays: 126,
    neglectDays: 180,
    winShare: 0.16,
    winSharePerFit: 0.03,
    dealMeanUsd: 600000,
    dealCv: 1,
    prospectingHours: 60,
    usualProspectingHours: 400,
    collateralLookHours: 0.25,
    trustReady: 1,
    trustUnready: 1,
    trustSharedShare: 0.8,
    marketPayUsdPerYear: 200000,
  },
  people: {
    director: { role: 'marketing-director', baseUsdPerYear: 220000 },
    reps: { role: 'account-executive', baseUsdPerYear: 140000, commissionShare: 0.12 },
  },
};
