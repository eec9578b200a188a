import { MONTHS_IN, type PersonPlan } from '../../../model/plan.ts';
import { CommissionWorth } from '../../../plans/commissionWorth.ts';
import { monthLattice } from '../../../plans/compoundLattice.ts';
import { scaled, stretched } from '../../../plans/curveParts.ts';
import { type PayoutCurve, sumOfCurves } from '../../../plans/payoutCurve.ts';
import type { PayComponent } from '../../../plans/payroll.ts';
import { productCurve } from '../../../plans/productCurve.ts';
import type { PayState } from '../../../plans/worthSetting.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import type { CompiledPay } from '../contract/company.ts';
import { COUNTER } from '../contract/counters.ts';
import type { TeamWorth } from '../contract/teamWorth.ts';
import type { PersonValues } from '../contract/world.ts';
import { bookingsConditions } from './bookingsConditions.ts';
import { dealUsdOf, factorOf, paidShareOf } from './ordinaryPay.ts';

/** Points of a month's bookings on a lattice; step in bookings of a difference. */
const MONTH_POINTS = 48;
/** The same where both the year's bookings and the balance of a draw are states. */
const COARSE_POINTS = 24;
const MORE = 0.02;
const MONTHS_PER_YEAR = 12;

/** A person's commission on the team's bookings, and the forecast of these. */
export interface TeamCommissionSetting {
  readonly component: PayComponent;
  readonly written: PersonPlan;
  readonly pay: CompiledPay;
  readonly person: PersonValues;
  readonly beliefs: Beliefs;
  readonly quotaUsdPerMonth: number;
  readonly dealCv: number;
  /** Credit for a dollar booked. */
  readonly creditShare: number;
}

/** Whether a commission has terms that carry over from one pay day to the next: a draw, or a yearly cap. */
export function carriesOver(written: PersonPlan): boolean {
  const { commission } = written;
  return commission !== undefined && (commission.draw !== undefined || capOf(written) < Infinity);
}

/** Most commission of a year; a cap on all variable pay counts if there is nothing else. */
function capOf({ commission, meetings, components = [], capUsdPerYear = Infinity }: PersonPlan): number {
  const { capUsdPerYear: own = Infinity, ownDealExtraShare, perActivityUsd } = commission ?? {};
  const isAlone =
    components.length === 0 &&
    meetings === undefined &&
    ownDealExtraShare === undefined &&
    perActivityUsd === undefined;
  return isAlone ? Math.min(own, capUsdPerYear) : own;
}

/** Worth of a commission on the team's bookings with a draw or a yearly cap, to somebody who stays. */
export class TeamCommission implements TeamWorth {
  private readonly setting: TeamCommissionSetting;
  private readonly usualWorth: CommissionWorth;

  constructor(setting: TeamCommissionSetting) {
    this.setting = setting;
    this.usualWorth = this.worthWith(1);
  }

  get perDollarUsd(): number {
    const mean = this.setting.beliefs.baseline[COUNTER.bookingsUsd];
    if (!(mean > 0)) return 0;
    const at = (times: number) => this.worthWith(times).perMonthUsd;
    return (at(1 + MORE) - at(1 - MORE)) / (2 * MORE * mean);
  }

  recoveryOf(balanceUsd: number): number {
    return this.usualWorth.recoveryOf(balanceUsd);
  }

  at(month: number, earnedUsd: number, balanceUsd: number): PayoutCurve {
    const { component, quotaUsdPerMonth, creditShare } = this.setting;
    const before = component.terms?.isYearToDate === true ? month : component.months - 1;
    const state: PayState = {
      month,
      bookedUsd: 0,
      quotaUsd: before * quotaUsdPerMonth,
      quotaOfMonthUsd: quotaUsdPerMonth,
      earnedUsd,
      balanceUsd,
      levelBeforeUsd: NaN,
    };
    const curve = scaled(this.usualWorth.worthAt(state), this.outside);
    return creditShare === 1 ? curve : stretched(curve, 1 / creditShare);
  }

  /** The mean over the pay days of a year; year to date, the last of them. */
  usual(): PayoutCurve {
    const { months, terms } = this.setting.component;
    const last = MONTHS_PER_YEAR - 1;
    if (terms?.isYearToDate === true) return this.at(last, 0, 0);
    const days = Array.from({ length: MONTHS_PER_YEAR / months }, (_, day) => (day + 1) * months - 1);
    const curves = days.map((month) =>
      scaled(this.at(month, this.usualWorth.usualState(month).earnedUsd, 0), 1 / days.length),
    );
    return curves.length === 1 ? curves[0] : sumOfCurves(curves);
  }

  /** Present value of a dollar of the worth; 1 under a draw, whose worth already counts deferral. */
  private get outside(): number {
    return this.setting.written.commission?.draw === undefined ? this.presentShare : 1;
  }

  private get presentShare(): number {
    const { pay, person, component } = this.setting;
    return paidShareOf(pay, 1 - person.discountSharePerMonth, component);
  }

  private worthWith(times: number): CommissionWorth {
    const { component, written, pay, person, beliefs, quotaUsdPerMonth, dealCv, creditShare } = this.setting;
    const { months, terms } = component;
    const { draw } = written.commission!;
    const most = capOf(written);
    const { rest, factorsAt } = bookingsConditions(component, dealUsdOf(beliefs));
    const factor = factorOf(rest, beliefs);
    const ofYear = terms?.isAgainstYear === true;
    const all = (periods: number) => (ofYear ? MONTHS_PER_YEAR / months : periods);
    const mean = times * creditShare * beliefs.baseline[COUNTER.bookingsUsd];
    const variance = times * creditShare * creditShare * beliefs.variance[COUNTER.bookingsUsd];
    const points = draw !== undefined && terms?.isYearToDate === true ? COARSE_POINTS : MONTH_POINTS;
    return new CommissionWorth({
      terms: {
        period: months === 1 ? 'month' : months === MONTHS_IN.quarter ? 'quarter' : 'year',
        measured: terms?.isYearToDate === true ? 'yearToDate' : 'period',
        draw,
        capUsdPerYear: most === Infinity ? undefined : most,
        curveAt: (quotaUsd, periods) => {
          const quota = (quotaUsd * all(periods)) / periods;
          const curve = scaled(component.commissionAt!(quota, all(periods)), factor);
          return productCurve(curve, factorsAt(quota, all(periods)));
        },
      },
      quotaUsd: quotaUsdPerMonth,
      month: monthLattice(Math.max(1, mean), variance, dealCv, points),
      keepShare: 1 - person.discountSharePerMonth,
      leaveShare: 0,
      leaversForfeit: false,
      ...(draw === undefined ? {} : { payableShare: 1 - pay.deferredShare, presentShare: this.presentShare }),
      riskAversionPerUsd: person.riskAversionPerUsd,
      foresightMonths: person.foresightMonths,
    });
  }
}
