import { pow } from '../core/numeric/elementary.ts';
import { type Lattice, latticesOfMonths, momentsOf } from './compoundLattice.ts';
import { curveThroughFunction, shifted, stretched } from './curveParts.ts';
import { discreteEquivalent } from './discreteEquivalent.ts';
import { type PayoutCurve, payoutAt, payoutCurve } from './payoutCurve.ts';
import type { BookingsWorth, PayState } from './worthSetting.ts';

const NOTHING = payoutCurve(0, 0);
/** Kinks of the worth of a month, and the least level that growth is reckoned on, as a share of the mean. */
const PLACES = 32;
const LEAST_SHARE = 0.01;

/** Pay on the growth of bookings, and who values it. */
export interface GrowthSetting {
  /** Months of its period. */
  readonly length: number;
  /** Dollars as a function of growth, as a share of the level before. */
  readonly curve: PayoutCurve;
  /** Bookings of an ordinary month. */
  readonly month: Lattice;
  readonly keepShare: number;
  readonly leaveShare: number;
  readonly leaversForfeit: boolean;
  readonly riskAversionPerUsd: number;
  readonly foresightMonths: number;
}

/**
 * Worth of a month's bookings under pay on growth: what they earn on the level before, and what they take
 * from the growth of the next period, which is an ordinary one.
 *
 * Formula: V(x) = P(x / b - 1) + d CE[P(Y / x - 1)], with the level b of the last period, the next one's Y,
 * and d the discount and the chance to stay until then. In steady growth a dollar is worth (1 - d) of its
 * face: with d = 1 / (1 + r), r / (1 + r).
 */
export class GrowthWorth implements BookingsWorth {
  private readonly setting: GrowthSetting;
  /** Dollars as a function of the ratio of levels. */
  private readonly ratioCurve: PayoutCurve;
  private readonly lattices: readonly Lattice[];
  private readonly meanUsd: number;

  constructor(setting: GrowthSetting) {
    this.setting = setting;
    this.ratioCurve = shifted(setting.curve, -1);
    this.lattices = latticesOfMonths(setting.month, setting.length);
    this.meanUsd = setting.length * momentsOf(setting.month).mean;
  }

  get months(): number {
    return this.setting.length;
  }

  /** Certainty equivalent of an ordinary month's pay, in dollars. */
  get perMonthUsd(): number {
    const { length, foresightMonths } = this.setting;
    return (Math.min(1, foresightMonths / length) * this.nextOn(this.meanUsd)) / length;
  }

  recoveryOf(): number {
    return 0;
  }

  usualState(month: number): PayState {
    const since = month % this.setting.length;
    const bookedUsd = (since * this.meanUsd) / this.setting.length;
    return {
      month,
      bookedUsd,
      quotaUsd: 0,
      quotaOfMonthUsd: 0,
      earnedUsd: 0,
      balanceUsd: 0,
      levelBeforeUsd: this.meanUsd,
    };
  }

  worthAt({ month, bookedUsd, levelBeforeUsd }: PayState): PayoutCurve {
    const { length, keepShare, leaveShare, leaversForfeit, foresightMonths, riskAversionPerUsd } =
      this.setting;
    const left = length - 1 - (month % length);
    if (left >= foresightMonths) return NOTHING;
    const now = levelBeforeUsd > 0 ? stretched(this.ratioCurve, levelBeforeUsd) : NOTHING;
    const later = left + length <= foresightMonths ? pow(keepShare * (1 - leaveShare), length) : 0;
    const total = (x: number) => payoutAt(now, x) + later * this.nextOn(x);
    const { step, probability } = this.lattices[left];
    const weight = pow(keepShare * (leaversForfeit ? 1 - leaveShare : 1), left);
    const expected = (x: number) =>
      discreteEquivalent(probability, (k) => weight * total(bookedUsd + x + k * step), riskAversionPerUsd);
    const { month: one } = this.setting;
    const reach = one.step * one.probability.length;
    const kinks = left === 0 ? [...now.knots].map((knot) => knot - bookedUsd).filter((knot) => knot > 0) : [];
    const grid = Array.from({ length: PLACES + 1 }, (_, i) => (i * reach) / PLACES);
    return curveThroughFunction(expected, [...grid, ...kinks], kinks);
  }

  /** Certainty equivalent of what the next period's growth on a level pays, in dollars. */
  private nextOn(levelUsd: number): number {
    const level = Math.max(LEAST_SHARE * this.meanUsd, levelUsd);
    const { step, probability } = this.lattices[this.setting.length];
    const { riskAversionPerUsd } = this.setting;
    return discreteEquivalent(
      probability,
      (k) => payoutAt(this.ratioCurve, (k * step) / level),
      riskAversionPerUsd,
    );
  }
}
