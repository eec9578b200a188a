import type { Commission, Plan } from '../../model/plan.ts';
import type { RevenueWorld } from './world.ts';

/** The games that a company leaves its sellers room for. */
export interface SellersGames {
  /** Bringing deals forward at a discount. */
  readonly times: boolean;
  /** Holding signatures back. */
  readonly holds: boolean;
  /** Making deals all or nothing. */
  readonly gambles: boolean;
  /** Rejecting good leads of marketing and entering them as found by themselves. */
  readonly takes: boolean;
  /** Selling the product line that pays more. */
  readonly picks: boolean;
  /** Making entries in the log of activities without having sold. */
  readonly pads: boolean;
  /** Lobbying for lower quotas. */
  readonly lobbies: boolean;
  /** Keeping lost deals in the pipeline. */
  readonly keepsDead: boolean;
  /** Promising more than the product does. */
  readonly promises: boolean;
}

/** Which games sellers of a world can play under these plans; none where they are honest. */
export function sellersGames(
  { sales, lines, governance, people }: RevenueWorld,
  ...commissions: readonly Commission[]
): SellersGames {
  const own = people.some((person) => person.role === 'account-executive' && person.motive === 'own-pay');
  return {
    times: own && sales.discountAuthorityShare > 0,
    holds: own && sales.holdBackDays > 0,
    gambles: own && sales.gambleShare > 0,
    picks: own && lines.otherShare > 0,
    pads: own && sales.paddedPerDay > 0 && commissions.some(({ perActivityUsd = 0 }) => perActivityUsd > 0),
    keepsDead: own && governance.coverageTimes > 0 && sales.deadDealMonths > 0,
    lobbies: own && sales.lobbyingShare > 0,
    promises: own && sales.promiseLiftShare > 0,
    takes: own && commissions.some(({ ownDealExtraShare = 0 }) => ownDealExtraShare > 0),
  };
}

/** Whether inside sales could arrange meetings against better knowledge, and is paid for meetings or what comes of them. */
export function arrangesHollow({ inside, people }: RevenueWorld, plan: Plan): boolean {
  const person = people.find(({ role }) => role === 'inside-sales');
  if (inside.reps === 0 || person?.motive !== 'own-pay') return false;
  const { perMeetingUsd = 0, perOpportunityUsd = 0 } = plan[person.name]?.meetings ?? {};
  return perMeetingUsd > 0 || perOpportunityUsd > 0;
}
