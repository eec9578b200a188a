import { hashOf } from '../../../core/hash.ts';
import { purposeOf } from '../../../random/luck.ts';

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
  segment: purposeOf(44),
  ownSegment: purposeOf(45),
} as const;

/**
 * Purposes of a draw for a deal: the tables of deals from leads and of deals found by sellers are numbered
 * apart.
 */
export interface DealPurposes {
  readonly fromLead: number;
  readonly own: number;
}

/** Purposes that the catalogue names stand under this number. */
const NAMED = 255;

/**
 * A purpose for a draw of a catalogue entry, from a name of its own: nobody has to look for a free number. It
 * leaves no room for a sub-draw.
 *
 * @example const purpose = purposeNamed('split-deals.whether')
 */
export function purposeNamed(name: string): number {
  return purposeOf(NAMED) | (Number.parseInt(hashOf(name).slice(0, 6), 16) & 0xffffff);
}
