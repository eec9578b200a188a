import { exp, log } from '../../../../core/numeric/elementary.ts';
import { ASSUMPTION, share } from '../../../../model/parameter.ts';
import type { Floor, SellerGame, SellerView } from '../../contract/game.ts';
import { ratio } from '../../contract/outcome.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { salesNumbers } from './numbersOf.ts';

const parameters = {
  gambleShare: share(0, {
    about: 'Share of deals for which a rep could propose twice the value, all or nothing; 0: none.',
  }),
  gambleChanceShare: share(0.45, {
    about:
      'Chance of winning such a proposal, as a share of the chance of the plain deal; below a half it costs revenue.',
    low: 0.35,
    high: 0.5,
    source: `${ASSUMPTION}; range: at 0.5 a gamble costs no revenue, at 0.35 nearly a third of the deal’s worth`,
  }),
};

/** All-or-nothing deals: twice the value at `gambleChanceShare` of the win chance, where variance pays. */
export const allOrNothing: SellerGame = {
  id: 'all-or-nothing',
  title: 'All-or-nothing deals',
  role: 'account-executive',
  mind: 'seller',
  about: 'Deals proposed at twice the value and less than half the chance.',
  parameters,
  counters: [{ id: 'gambled', ledgers: 'one' }],
  outcome: {
    id: 'gambledShare',
    title: 'Deals gambled on',
    unit: 'share',
    direction: 'lower',
    about: 'Share of the deals decided in which reps proposed twice the value, all or nothing.',
    measure: (run) => ratio(run.total('gambled'), run.total('decided')),
  },
  words: {
    title: 'Deals gambled on',
    column: 'gambled',
    note: 'deals made all or nothing',
    link: 'deals gambled on',
    says: (share) => `propose all or nothing in ${share} of deals`,
    why: 'twice the deal reaches what pays where the plain one would not, even at less than half the chance',
  },
  isPossible: (world) => salesNumbers(world, parameters).gambleShare > 0,
  begin(seller) {
    const { gambleShare, gambleChanceShare } = salesNumbers(seller.world, parameters);
    const gambled = seller.slot('gambled');
    return {
      termsProposed(floor, deal, chance) {
        if (floor.draw(deal, { fromLead: PURPOSE.gamble, own: PURPOSE.ownGamble }) >= gambleShare)
          return chance;
        if (!wouldGamble(seller, floor, floor.seat(deal), floor.creditedUsd(deal), chance)) return chance;
        floor.scaleValue(deal, 2);
        floor.count(gambled, 1);
        return chance * gambleChanceShare;
      },
    };
  },
};

/**
 * Whether a rep prefers an all-or-nothing proposal at twice the value to the plain deal.
 *
 * Compares certainty equivalents over winning and losing: -(1/r) ln(1 - p + p exp(-r g)), or p g if r is 0.
 * Here p is the win chance, and g the gain if the deal is won: the rise in the certainty equivalent of the
 * month's commission, less the ratchet cost.
 *
 * @param dealUsd commission credit of the plain deal
 * @param chance win chance of the plain deal
 */
export function wouldGamble(
  seller: SellerView,
  floor: Floor,
  seat: number,
  dealUsd: number,
  chance: number,
): boolean {
  const commission = floor.commission(seat);
  const expected = seller.lookAhead(floor, seat);
  const gained = (won: number) =>
    seller.worth(commission, expected, won) -
    seller.worth(commission, expected) -
    seller.quotaCostShare(seat) * won;
  const r = seller.person.riskAversionPerUsd;
  const equivalent = (p: number, won: number) =>
    r > 0 ? -log(1 - p + p * exp(-r * gained(won))) / r : p * gained(won);
  const { gambleChanceShare } = salesNumbers(seller.world, parameters);
  const plain = equivalent(chance, dealUsd);
  return equivalent(chance * gambleChanceShare, 2 * dealUsd) > plain + 1e-9 * Math.abs(plain);
}
