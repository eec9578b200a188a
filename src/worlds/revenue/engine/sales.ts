import type { Floor, SellerHooks } from '../contract/game.ts';

/** Hooks of the sellers' games of one group, moment by moment: lists are empty where nobody plays. */
export interface SellerMoments {
  readonly monthBegins: readonly Required<Pick<SellerHooks, 'monthBegins'>>[];
  readonly leadInHand: readonly Required<Pick<SellerHooks, 'leadInHand'>>[];
  readonly lineChosen: readonly Required<Pick<SellerHooks, 'lineChosen'>>[];
  readonly termsProposed: readonly Required<Pick<SellerHooks, 'termsProposed'>>[];
  readonly dealPitched: readonly Required<Pick<SellerHooks, 'dealPitched'>>[];
  readonly dealWon: readonly Required<Pick<SellerHooks, 'dealWon'>>[];
  readonly monthEnds: readonly Required<Pick<SellerHooks, 'monthEnds'>>[];
  readonly coverageMissing: readonly Required<Pick<SellerHooks, 'coverageMissing'>>[];
}

/** How one group of sellers works under the plan in force. */
export interface SalesGroup {
  readonly moments: SellerMoments;
  /** What an opportunity out of marketing's leads pays, per dollar that one of their own pays. */
  readonly leadPerOwn: number;
  /** Share of quotas that is lobbied away, and hours a day that this takes. */
  readonly quotaOffShare: number;
  readonly lobbyingHoursPerDay: number;
  /** Entries in the log of activities without selling, a day, and hours that each takes. */
  readonly entriesPerDay: number;
  readonly hoursPerEntry: number;
}

/** The sales floor under the plan in force: what can be done on it, and how its people work. */
export interface Sales {
  readonly floor: Floor;
  /** By row of the group. */
  readonly groups: readonly SalesGroup[];
  /** Whether any group has something to do when a month begins or ends. */
  readonly hasMonthBegins: boolean;
  readonly hasMonthEnds: boolean;
}

/** Splits hooks by moment. */
export function momentsOf(hooks: readonly SellerHooks[]): SellerMoments {
  const having = <K extends keyof SellerHooks>(moment: K) =>
    hooks.filter((hook) => hook[moment] !== undefined) as Required<Pick<SellerHooks, K>>[];
  return {
    monthBegins: having('monthBegins'),
    leadInHand: having('leadInHand'),
    lineChosen: having('lineChosen'),
    termsProposed: having('termsProposed'),
    dealPitched: having('dealPitched'),
    dealWon: having('dealWon'),
    monthEnds: having('monthEnds'),
    coverageMissing: having('coverageMissing'),
  };
}
