import type { Draw, PersonPlan } from '../model/plan.ts';

/** Balances of a person's pay that are carried from one pay day to the next, in dollars. */
export interface PayAccount {
  /** Commission, and all variable pay, of the plan year so far. */
  commissionOfYearUsd: number;
  variableOfYearUsd: number;
  /** Unrecovered draw. */
  drawBalanceUsd: number;
  /** Number of commission periods settled. */
  commissionPeriods: number;
  /** What the guarantee added on the last pay day. */
  toppedUpUsd: number;
}

/** What is settled on one day. */
export interface PayDay {
  /** Month of the plan that ends, 0-based, and number of months that the day settles. */
  readonly month: number;
  readonly months: number;
  /** Month in the job, 0-based, of the last one settled. */
  readonly monthInJob: number;
  readonly bonusUsd: number;
  readonly commissionUsd: number;
  /** Commission periods that end today: 0 if none, a part for one that is cut short. */
  readonly commissionPeriods: number;
}

/** Variable pay of one day, in dollars. */
export interface Settled {
  /** Earned, after caps and with any guarantee. */
  bonusUsd: number;
  commissionUsd: number;
  guaranteeUsd: number;
  /** Advanced beyond what was earned; recovered of earlier advances; forgiven. */
  drawUsd: number;
  recoveredUsd: number;
  forgivenUsd: number;
  /** Due today, before any deferral, and what of it is paid later. */
  dueUsd: number;
  deferredUsd: number;
}

const MONTHS_PER_YEAR = 12;

export function openAccount(): PayAccount {
  return {
    commissionOfYearUsd: 0,
    variableOfYearUsd: 0,
    drawBalanceUsd: 0,
    commissionPeriods: 0,
    toppedUpUsd: 0,
  };
}

/**
 * From what the components and the commission earn to what is due: caps of the year, the draw, the guarantee.
 *
 * A draw tops the commission that is paid at once up to its amount. What it advances is recovered from later
 * commission that exceeds the draw of its period, so that pay is never below the draw.
 *
 * Law, summed over days: due = earned + draw outstanding + draw forgiven, where earned is bonus, commission
 * and guarantee.
 *
 * @param account updated
 */
export function settle(pay: PersonPlan, day: PayDay, account: PayAccount): Settled {
  const { commission, capUsdPerYear = Infinity, guarantee, deferral } = pay;
  const commissionUsd = Math.min(
    day.commissionUsd,
    (commission?.capUsdPerYear ?? Infinity) - account.commissionOfYearUsd,
  );
  const room = capUsdPerYear - account.variableOfYearUsd;
  const earned = Math.min(commissionUsd + day.bonusUsd, room);
  // What a cap on the total takes, it takes from the bonus last.
  const settled: Settled = {
    bonusUsd: Math.min(day.bonusUsd, earned),
    commissionUsd: Math.max(0, earned - day.bonusUsd),
    guaranteeUsd: 0,
    drawUsd: 0,
    recoveredUsd: 0,
    forgivenUsd: 0,
    dueUsd: 0,
    deferredUsd: 0,
  };
  account.commissionOfYearUsd += settled.commissionUsd;
  account.variableOfYearUsd += earned;
  if (commission?.draw !== undefined && day.commissionPeriods > 0)
    drawOn(commission.draw, day.commissionPeriods, account, settled, 1 - (deferral?.share ?? 0));
  const { bonusUsd, drawUsd, recoveredUsd } = settled;
  const before = bonusUsd + settled.commissionUsd + drawUsd - recoveredUsd;
  if (guarantee !== undefined) {
    const months = Math.max(0, Math.min(day.months, guarantee.months - (day.monthInJob + 1 - day.months)));
    // What is cut short within a month that has been topped up comes out of that first.
    settled.guaranteeUsd =
      day.months > 0
        ? Math.max(0, guarantee.usdPerMonth * months - before)
        : -Math.min(account.toppedUpUsd, Math.max(0, before));
    account.toppedUpUsd = Math.max(0, settled.guaranteeUsd);
  }
  settled.dueUsd = before + settled.guaranteeUsd;
  if (deferral !== undefined) settled.deferredUsd = deferral.share * deferrable(pay, settled);
  if ((day.month + 1) % MONTHS_PER_YEAR === 0) {
    account.commissionOfYearUsd = 0;
    account.variableOfYearUsd = 0;
  }
  return settled;
}

/** What is subject to deferral, in dollars. An advance is not: a draw is set against what is paid at once. */
function deferrable({ deferral, commission }: PersonPlan, settled: Settled): number {
  const { bonusUsd, commissionUsd, dueUsd } = settled;
  if (deferral?.of === 'commission') return commissionUsd;
  return commission?.draw === undefined ? dueUsd : bonusUsd + commissionUsd;
}

/** @param payableShare share of commission that is paid at once */
function drawOn(
  draw: Draw,
  periods: number,
  account: PayAccount,
  settled: Settled,
  payableShare: number,
): void {
  const left = Math.max(0, Math.min(periods, (draw.periods ?? Infinity) - account.commissionPeriods));
  account.commissionPeriods += periods;
  const drawUsd = draw.usdPerPeriod * left;
  const payableUsd = payableShare * settled.commissionUsd;
  settled.drawUsd = Math.max(0, drawUsd - payableUsd);
  settled.recoveredUsd = Math.min(account.drawBalanceUsd, Math.max(0, payableUsd - drawUsd));
  account.drawBalanceUsd += settled.drawUsd - settled.recoveredUsd;
  if (draw.recoverable) return;
  settled.forgivenUsd = settled.drawUsd;
  account.drawBalanceUsd -= settled.drawUsd;
}

/** Closes the account of a leaver: the balance of a draw is owed, or forgiven. Returns what is forgiven. */
export function leave({ commission }: PersonPlan, account: PayAccount): number {
  if (commission?.draw?.owedOnLeaving === true) return 0;
  const forgiven = account.drawBalanceUsd;
  account.drawBalanceUsd = 0;
  return forgiven;
}
