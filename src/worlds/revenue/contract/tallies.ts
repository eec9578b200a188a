/** Expected wins by the fate of leads: the terms of the blame ledger. */
export const BLAME = {
  /** Ready leads whose fate is known, each at its chance when fresh. */
  potential: 0,
  /** Ready and never passed to sales. */
  notPassed: 1,
  passedLate: 2,
  /** Passed and ready, and never called for want of time, or of belief. */
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

/** Sums over the months of play that no counter holds. */
export const TALLY = {
  sellerPay: 0,
  quotaMonths: 1,
  quotaReached: 2,
  /** Bookings of filled chairs, and their quotas, in dollars. */
  bookedByFilled: 3,
  quotaOfFilled: 4,
  teamMonthsMissed: 5,
  quarters: 6,
  quartersMissed: 7,
  years: 8,
  yearsReached: 9,
  replacementCost: 10,
  effortSum: 11,
  sellersLeft: 12,
  hiringCost: 13,
  seatMonths: 14,
  callerPay: 15,
  judgePay: 16,
  sellersDismissed: 17,
  dealLuck: 18,
} as const;
export const TALLY_COUNT = 19;

/** Sums over the months of play of one planner. */
export const PERSON = {
  basePaid: 0,
  bonusPaid: 1,
  bonusEarned: 2,
  bonusHollow: 3,
  clawedBack: 4,
  /** Pay days, with the whole bonus, and with any. */
  bonusMonths: 5,
  wholeBonusMonths: 6,
  anyBonusMonths: 7,
  effortCost: 8,
  integrityCost: 9,
  gamingEffort: 10,
  penalty: 11,
  discoveries: 12,
  dismissals: 13,
  /** Month in which the first holder of the chair left, 1-based; 0 while they are there. */
  firstExitMonth: 14,
} as const;
export const PERSON_COUNT = 15;
