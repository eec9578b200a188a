/** Blame ledger: expected wins by fate of leads. */
export const BLAME = {
  /** Ready leads whose fate is known, each at its win chance when fresh. */
  potential: 0,
  /** Ready, but never passed to sales. */
  notPassed: 1,
  passedLate: 2,
  /** Passed and ready, but never called for lack of time. */
  noTime: 3,
  cooled: 4,
  workedBadly: 5,
  /** Expected wins from leads that were not ready. */
  unreadyWins: 6,
  /** Expected wins from deals that come of no lead: of sellers, field marketing and partners. */
  ownWins: 7,
  notBelieved: 8,
} as const;
export const BLAME_COUNT = 9;

/** Sums over the months of play that are not counters. */
export const TALLY = {
  sellerPay: 0,
  quotaMonths: 1,
  quotaReached: 2,
  /** Bookings and quotas of filled positions, in dollars. */
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
  /** Cost of the hours in which people are rated, in dollars. */
  judging: 19,
  /** Cost of sellers’ effort beyond the baseline, in dollars. */
  sellerEffort: 20,
  targetedAudits: 21,
  /** Deals won in play, and the days that they took. */
  winWeight: 22,
  winDays: 23,
  /** Expected renewal margin of contracts signed in play, and of retention work on the others, in dollars. */
  laterMargin: 24,
  keptMargin: 25,
  /** Expected margin, renewals included, of the deals open at the start of play, in dollars. */
  openAtStart: 26,
} as const;
export const TALLY_COUNT = 27;

/** Sums over the months of play for one planner. */
export const PERSON = {
  basePaid: 0,
  bonusPaid: 1,
  bonusEarned: 2,
  bonusHollow: 3,
  clawedBack: 4,
  /** Pay days: all, with the whole bonus, and with any bonus. */
  bonusMonths: 5,
  wholeBonusMonths: 6,
  anyBonusMonths: 7,
  effortCost: 8,
  integrityCost: 9,
  gamingEffort: 10,
  penalty: 11,
  discoveries: 12,
  dismissals: 13,
  /** Month in which the first holder of the position left, 1-based; 0 while employed. */
  firstExitMonth: 14,
  /** Number of holders who left of their own accord, and 1 if the first was one of them. */
  quits: 15,
  firstQuit: 16,
} as const;
export const PERSON_COUNT = 17;
