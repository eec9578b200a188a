import { ASSUMPTION, quantity, share } from '../../../../model/parameter.ts';
import { exponentialFrom } from '../../../../random/distributions.ts';
import type { Floor, SellerGame, SellerView } from '../../contract/game.ts';
import { ratio } from '../../contract/outcome.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { salesNumbers } from './numbersOf.ts';

const parameters = {
  promiseLiftShare: share(0, {
    about:
      'Lift of the win chance, as a share of it, where a rep promises more than the product does; 0: nobody does.',
    low: 0.1,
    high: 0.5,
    source: `${ASSUMPTION}; range: from a tenth more deals to half as many again`,
  }),
  promiseChurnShare: share(0.3, {
    about: 'Added to the chance that such a customer churns.',
    low: 0.1,
    high: 0.5,
    source: `${ASSUMPTION}; range: a third and nearly twice of the default`,
  }),
  promiseSatisfactionLoss: quantity(15, {
    unit: 'points',
    max: 100,
    about: 'Loss of satisfaction of such a customer.',
    low: 5,
    high: 30,
    source: `${ASSUMPTION}; range: a third and twice of the default`,
  }),
  promiseUsd: quantity(300, {
    unit: 'USD per deal',
    about: 'Mean cost to a rep of promising too much: trouble and conscience, exponential.',
    low: 50,
    high: 2000,
    source: `${ASSUMPTION}; range: a sixth to seven times the default: no study measures this cost`,
  }),
};

/** Overpromising: more wins now, more churn later. */
export const promiseTooMuch: SellerGame = {
  id: 'promise-too-much',
  title: 'Promising too much',
  role: 'account-executive',
  mind: 'seller',
  about: 'Deals won by promises that the product does not keep.',
  parameters,
  counters: [{ id: 'promised', ledgers: 'one' }],
  outcome: {
    id: 'promisedShare',
    title: 'Deals won by promising too much',
    unit: 'share',
    direction: 'lower',
    about: 'Share of the deals won for which a rep promised more than the product does.',
    measure: (run) => ratio(run.total('promised'), run.total('wins')),
  },
  words: {
    title: 'Promised too much',
    column: 'promised',
    note: 'deals won for which more was promised than the product does',
    link: 'deals won by promising too much',
    says: (share) => `promise too much for ${share} of the deals they win`,
    why:
      'a likelier deal pays now; the customer leaves later, and the commission stays unless the ' +
      'plan takes it back and the seller looks that far',
  },
  isPossible: (world) => salesNumbers(world, parameters).promiseLiftShare > 0,
  begin(seller) {
    const numbers = salesNumbers(seller.world, parameters);
    const promised = seller.slot('promised');
    return {
      dealPitched(floor, deal, chance) {
        const u = floor.draw(deal, { fromLead: PURPOSE.promise, own: PURPOSE.ownPromise });
        const trouble = numbers.promiseUsd * exponentialFrom(u);
        if (!(worthOfPromise(seller, floor, deal, chance) > trouble)) return chance;
        floor.sour(deal, numbers.promiseChurnShare, numbers.promiseSatisfactionLoss);
        floor.countWhenWon(deal, promised);
        return Math.min(1, chance * (1 + numbers.promiseLiftShare));
      },
    };
  },
};

/**
 * Gain to a rep from overpromising, before trouble and conscience, in dollars: the commission from the
 * higher win chance, less the rise in expected clawback. Clawback beyond the rep's foresight does not count.
 *
 * @param chance win chance without the promise
 */
function worthOfPromise(seller: SellerView, floor: Floor, deal: number, chance: number): number {
  const { promiseLiftShare, promiseChurnShare } = salesNumbers(seller.world, parameters);
  const { churnShare } = seller.world.customers;
  const seat = floor.seat(deal);
  const dealUsd = floor.creditedUsd(deal);
  const expected = seller.lookAhead(floor, seat);
  const commission = floor.commission(seat);
  const gained =
    seller.worth(commission, expected, dealUsd) -
    seller.worth(commission, expected) -
    seller.quotaCostShare(seat) * dealUsd;
  const lift = Math.min(1, chance * (1 + promiseLiftShare)) - chance;
  const leaves = (chance + lift) * Math.min(1, churnShare + promiseChurnShare) - chance * churnShare;
  return lift * gained - seller.clawbackShare * dealUsd * leaves;
}
