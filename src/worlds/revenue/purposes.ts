import { purposeOf } from '../../random/luck.ts';

/** What draws are for. Numbers are part of the meaning of a seed: never reuse one, never renumber. */
export const PURPOSE = {
  arrivals: purposeOf(1),
  otherVisits: purposeOf(2),
  ambientBots: purposeOf(3),
  thinningAndJunk: purposeOf(4),
  readinessAndFit: purposeOf(5),
  scoreNoise: purposeOf(6),
  // 7 was the noise of the score that a rep sees: it is the second word of scoreNoise now.
  conversion: purposeOf(8),
  win: purposeOf(9),
  dealSize: purposeOf(10),
  trial: purposeOf(11),
  prospecting: purposeOf(12),
  ownFit: purposeOf(13),
  ownWin: purposeOf(14),
  ownDealSize: purposeOf(15),
  renewal: purposeOf(16),
  ownRenewal: purposeOf(17),
  integrity: purposeOf(18),
  discovery: purposeOf(19),
  dismissal: purposeOf(20),
  missedGoal: purposeOf(21),
  ownReadiness: purposeOf(22),
  early: purposeOf(23),
  ownEarly: purposeOf(24),
  held: purposeOf(25),
  ownHeld: purposeOf(26),
  belief: purposeOf(27),
  gamble: purposeOf(28),
  ownGamble: purposeOf(29),
} as const;
