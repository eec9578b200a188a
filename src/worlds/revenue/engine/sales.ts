import type { Floor, SellerHooks } from '../contract/game.ts';

/** Hooks of one group's games, by moment; lists are empty if nobody plays. */
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
  /** Pay for an opportunity from marketing's leads, relative to a self-sourced one. */
  readonly leadPerOwn: number;
  /** Share of quotas lobbied away, and hours per day spent on it. */
  readonly quotaOffShare: number;
  readonly lobbyingHoursPerDay: number;
  /** Padded log entries per day, and hours that each takes. */
  readonly entriesPerDay: number;
  readonly hoursPerEntry: number;
}

/** The sales floor under the plan in force: its actions, and how its people work. */
export interface Sales {
  readonly floor: Floor;
  /** By row of the group. */
  readonly groups: readonly SalesGroup[];
  /** Moments at which some group has hooks. */
  readonly played: Readonly<Record<keyof SellerMoments, boolean>>;
}

/** Moments at which some group has hooks. */
export function playedBy(groups: readonly SalesGroup[]): Sales['played'] {
  const isPlayed = (moment: keyof SellerMoments) => groups.some(({ moments }) => moments[moment].length > 0);
  return {
    monthBegins: isPlayed('monthBegins'),
    leadInHand: isPlayed('leadInHand'),
    lineChosen: isPlayed('lineChosen'),
    termsProposed: isPlayed('termsProposed'),
    dealPitched: isPlayed('dealPitched'),
    dealWon: isPlayed('dealWon'),
    monthEnds: isPlayed('monthEnds'),
    coverageMissing: isPlayed('coverageMissing'),
  };
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
