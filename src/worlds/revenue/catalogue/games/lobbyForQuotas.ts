import { ASSUMPTION, quantity, share } from '../../../../model/parameter.ts';
import type { SellerGame, SellerView } from '../../contract/game.ts';
import { salesNumbers } from './numbersOf.ts';

const parameters = {
  lobbyingShare: share(0, {
    max: 0.9,
    about: 'Share of their quotas that reps can have taken off by lobbying; 0: quotas are not negotiable.',
    low: 0.05,
    high: 0.2,
    source: `${ASSUMPTION}; range: from a rounding error to a fifth`,
  }),
  lobbyingHoursPerMonth: quantity(6, {
    unit: 'hours per month',
    max: 200,
    about: 'Selling hours that lobbying takes each of them.',
    low: 2,
    high: 15,
    source: `${ASSUMPTION}; range: from one talk to two days`,
  }),
};

/** Lobbying for a lower quota, where that is worth more in an ordinary month than the hours it takes. */
export const lobbyForQuotas: SellerGame = {
  id: 'lobby-for-quotas',
  title: 'Lobbying for quotas',
  role: 'account-executive',
  mind: 'seller',
  about: 'Selling hours spent on having quotas lowered.',
  parameters,
  outcome: {
    id: 'lobbiedShare',
    title: 'Quota lobbied away',
    unit: 'share',
    direction: 'lower',
    about: 'Share of their quotas that reps had taken off, at the end.',
    measure: (run) => run.floor.lobbiedShare,
  },
  words: {
    title: 'Quota lobbied away',
    column: 'lobbied',
    note: 'part of quotas that sellers had taken off',
    link: 'quota lobbied away',
    says: (share) => `lobby ${share} of their quotas away`,
    why: 'the same month pays more on a lower quota, even with fewer hours for selling',
  },
  isPossible: (world) => salesNumbers(world, parameters).lobbyingShare > 0,
  begin(seller) {
    if (!wouldLobby(seller)) return {};
    const { lobbyingShare, lobbyingHoursPerMonth } = salesNumbers(seller.world, parameters);
    return {
      quotaOffShare: lobbyingShare,
      hoursPerDay: lobbyingHoursPerMonth / seller.world.calendar.daysPerMonth,
    };
  },
};

/** Whether an ordinary month at the lower quota is worth more than one with all hours spent selling. */
function wouldLobby(seller: SellerView): boolean {
  const { world, ordinary } = seller;
  const { quotaUsdPerMonth, sellingHoursPerDay } = world.sales;
  const { lobbyingShare, lobbyingHoursPerMonth } = salesNumbers(world, parameters);
  const hours = seller.usualEffort * sellingHoursPerDay * world.calendar.daysPerMonth;
  const left = hours > 0 ? Math.max(0, 1 - lobbyingHoursPerMonth / hours) : 0;
  const { meanUsd, variance } = ordinary;
  // Fewer hours are fewer deals of the same size.
  const worth = (share: number, quotaUsd: number) =>
    seller.worth(seller.commissionAt(quotaUsd), {
      sureUsd: 0,
      meanUsd: share * meanUsd,
      variance: share * variance,
    });
  return worth(left, (1 - lobbyingShare) * quotaUsdPerMonth) > worth(1, quotaUsdPerMonth);
}
