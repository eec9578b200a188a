import { ASSUMPTION, count, share } from '../../../../model/parameter.ts';
import type { PayoutCurve } from '../../../../plans/payoutCurve.ts';
import type { Expectation, Floor, SellerGame, SellerView } from '../../contract/game.ts';
import { ratio } from '../../contract/outcome.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { salesNumbers } from './numbersOf.ts';

const parameters = {
  holdBackDays: count(0, {
    unit: 'working days',
    max: 31,
    about: 'Last days of a month in which a rep can hold a signature back until the next month; 0: never.',
  }),
  heldLossShare: share(0.05, {
    about: 'Chance that a buyer whose signature is held back is lost.',
    low: 0.01,
    high: 0.2,
    source: `${ASSUMPTION}; range: from one in a hundred to one in five`,
  }),
};

/** Sandbagging: a won deal is held back until the next month, if it is expected to earn more there. */
export const holdBack: SellerGame = {
  id: 'hold-back',
  title: 'Holding signatures back',
  role: 'account-executive',
  mind: 'seller',
  about: 'Deals won in a month that counts them for little, signed in the next.',
  parameters,
  counters: [{ id: 'heldBack', ledgers: 'one' }],
  outcome: {
    id: 'heldBackShare',
    title: 'Deals held back',
    unit: 'share',
    direction: 'neutral',
    about: 'Share of the deals won whose signature reps held back until the next month.',
    measure: (run) => ratio(run.total('heldBack'), run.total('wins')),
  },
  words: {
    title: 'Deals held back',
    column: 'held',
    note: 'deals kept back until the next month',
    link: 'deals held back',
    says: (share) => `hold ${share} of deals back until the next month`,
    why:
      'a deal in a month that counts it for little is worth more in the next, where it helps to ' +
      'reach what pays',
  },
  isPossible: (world) => salesNumbers(world, parameters).holdBackDays > 0,
  begin(seller) {
    const { heldLossShare } = salesNumbers(seller.world, parameters);
    const held = seller.slot('heldBack');
    return {
      dealWon(floor, deal) {
        const seat = floor.seat(deal);
        if (!floor.isFilled(seat) || !wouldHold(seller, floor, seat, floor.creditedUsd(deal))) return false;
        floor.hold(deal);
        return true;
      },
      monthBegins(floor, seat) {
        floor.releaseHeld(seat, (deal) => {
          if (floor.draw(deal, { fromLead: PURPOSE.held, own: PURPOSE.ownHeld }) >= heldLossShare) {
            floor.count(held, 1);
            floor.book(deal);
          } else floor.lose(deal);
        });
      },
    };
  },
};

/**
 * Whether a rep would rather book a won deal next month than today. It pays where the running month counts
 * the deal for little: short of a threshold out of reach, say, or past a quota above which the rate is lower.
 * Next month is an ordinary one plus the deals already held back, with a chance of losing the buyer.
 *
 * Possible in the last `holdBackDays` days of a month only.
 */
export function wouldHold(seller: SellerView, floor: Floor, seat: number, dealUsd: number): boolean {
  const { world, person } = seller;
  const ordinary = seller.ordinaryOf(floor, seat);
  const { daysPerMonth } = world.calendar;
  const { holdBackDays, heldLossShare } = salesNumbers(world, parameters);
  const { day } = floor;
  if (daysPerMonth - (day % daysPerMonth) > holdBackDays) return false;
  const gain = (commission: PayoutCurve, expected: Expectation, heldUsd: number) =>
    seller.worth(commission, expected, heldUsd + dealUsd) -
    seller.worth(commission, expected, heldUsd) -
    seller.quotaCostShare(seat) * dealUsd;
  const rest = seller.expectUntil(floor, seat, day - (day % daysPerMonth) + daysPerMonth);
  const now = gain(floor.commission(seat), rest, 0);
  const next = gain(floor.commissionNext(seat), ordinary, floor.heldUsd(seat));
  return (1 - person.discountSharePerMonth) * (1 - heldLossShare) * next > now;
}
