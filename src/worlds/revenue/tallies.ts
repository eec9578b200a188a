/** Expected wins by the fate of leads: the terms of the blame ledger. */
export const BLAME = {
  /** Ready leads whose fate is known, each at its chance when fresh. */
  potential: 0,
  /** Ready but never passed to sales. */
  notPassed: 1,
  passedLate: 2,
  /** Passed and ready, and never called: for want of time, or not believed in. */
  noTime: 3,
  cooled: 4,
  workedBadly: 5,
  /** Wins expected from leads that were not ready. */
  unreadyWins: 6,
  /** Wins expected from own prospecting. */
  ownWins: 7,
  notBelieved: 8,
} as const;
export const BLAME_COUNT = 9;

/** Sums over the months of play that outcomes are made from. */
export const TALLY = {
  bonusPaid: 0,
  bonusHollow: 1,
  bonusMonths: 2,
  wholeBonusMonths: 3,
  anyBonusMonths: 4,
  basePaid: 5,
  clawedBack: 6,
  repPay: 7,
  quotaMonths: 8,
  quotaReached: 9,
  /** Bookings of filled chairs, and their quotas, in dollars. */
  bookedByFilled: 10,
  teamMonthsMissed: 11,
  quarters: 12,
  quartersMissed: 13,
  years: 14,
  yearsReached: 15,
  effortCost: 16,
  integrityCost: 17,
  firstExitMonth: 18,
  dismissals: 19,
  discoveries: 20,
  replacementCost: 21,
  penalty: 22,
  repEffortSum: 23,
  bonusEarned: 24,
  repLeavers: 25,
  hiringCost: 26,
  seatMonths: 27,
  quotaOfFilled: 28,
  insidePay: 29,
  managerPay: 30,
  repsDismissed: 31,
  dealLuck: 32,
  /** Sums of monthly levels of marketing's work on sellers and with customers. */
  training: 33,
  customerDays: 34,
} as const;
export const TALLY_COUNT = 35;
