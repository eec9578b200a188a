import { hashOf } from '../../../core/hash.ts';
import { purposeOf } from '../../../random/luck.ts';

/** Purposes of random draws. Numbers are part of the meaning of a seed: never reuse or renumber one. */
export const PURPOSE = {
  arrivals: purposeOf(1),
  otherVisits: purposeOf(2),
  ambientBots: purposeOf(3),
  thinningAndJunk: purposeOf(4),
  readinessAndFit: purposeOf(5),
  scoreNoise: purposeOf(6),
  // 7 was the noise in the score that a rep sees; that is now the second word of scoreNoise.
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
  piece: purposeOf(30),
  pieceTrial: purposeOf(31),
  repLeaves: purposeOf(32),
  repSkill: purposeOf(33),
  taking: purposeOf(34),
  takingFound: purposeOf(35),
  territory: purposeOf(36),
  territorySize: purposeOf(37),
  insideError: purposeOf(38),
  hollowMeeting: purposeOf(39),
  promise: purposeOf(40),
  ownPromise: purposeOf(41),
  line: purposeOf(42),
  ownLine: purposeOf(43),
  product: purposeOf(44),
  ownProduct: purposeOf(45),
  insideCaller: purposeOf(46),
  rating: purposeOf(47),
  promisedBonus: purposeOf(48),
  repAccepts: purposeOf(49),
  marketerLeaves: purposeOf(50),
  marketerAccepts: purposeOf(51),
  cycle: purposeOf(52),
  ownCycle: purposeOf(53),
  stall: purposeOf(54),
  ownStall: purposeOf(55),
  dayDemand: purposeOf(56),
  weekDemand: purposeOf(57),
  monthDemand: purposeOf(58),
  oldRenewals: purposeOf(59),
  sourced: purposeOf(60),
  sourcedThinning: purposeOf(61),
  sourcedFit: purposeOf(62),
  sourcedSeat: purposeOf(63),
  survey: purposeOf(64),
} as const;

/** Purposes of a draw for a deal: deals from leads and self-sourced deals are numbered separately. */
export interface DealPurposes {
  readonly fromLead: number;
  readonly own: number;
}

/** Number that all named purposes of the catalogue share. */
const NAMED = 255;

/**
 * Purpose of a catalogue entry's draw, from a unique name, so that no free number has to be found. It leaves
 * no room for a sub-draw.
 *
 * @example const purpose = purposeNamed('split-deals.whether')
 */
export function purposeNamed(name: string): number {
  return purposeOf(NAMED) | (Number.parseInt(hashOf(name).slice(0, 6), 16) & 0xffffff);
}
