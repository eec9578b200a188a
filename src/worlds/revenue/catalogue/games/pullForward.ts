import { ASSUMPTION, quantity, share } from '../../../../model/parameter.ts';
import { mostDiscountForClosingNow } from '../../../../people/dealTiming.ts';
import { exponentialFrom } from '../../../../random/distributions.ts';
import type { Floor, SellerGame, SellerView } from '../../contract/game.ts';
import { ratio } from '../../contract/outcome.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { salesNumbers } from './numbersOf.ts';

const parameters = {
  discountAuthorityShare: share(0, {
    about:
      'Discount authority: largest discount that a rep may give to have a deal signed this month; 0: none.',
  }),
  earlySigningShare: share(0.15, {
    about: 'Mean discount that a buyer asks for signing a month early, as a share of the price; exponential.',
    low: 0.05,
    high: 0.3,
    source: `${ASSUMPTION}; range: a third and twice of the default, the size of discounts that buyers are used to at quarter’s ends`,
  }),
  buyerBargainingShare: share(0.5, {
    about:
      'Share of the gap between the discount asked for and the most a rep would give that goes to the buyer.',
    source: 'symmetric bargaining, Nash, Econometrica 18 (1950) 155; assumption that it describes buyers',
  }),
  earlySigningEffortUsd: quantity(100, {
    unit: 'USD per deal',
    about: 'Cost to a rep of bringing a deal forward.',
    low: 0,
    high: 500,
    source: `${ASSUMPTION}; range: from nothing to half a day’s work`,
  }),
};

/**
 * Pulling deals forward: on the last day of a month sellers sign deals that would be decided next month, at
 * a discount.
 *
 * The buyer's asking discount is exponential, with mean `earlySigningShare` per month of early signature. The
 * seller's reservation discount leaves the commission worth as much today as that on the full price next
 * month, within discount authority. If it is no less than the asking discount, the buyer gets
 * `buyerBargainingShare` of the difference, and the deal is decided today by the same random draw as later.
 * It happens at the end of every month, the last one before play included: what the last month gains, the
 * first one has lost.
 *
 * @source I. Larkin, "The cost of high-powered incentives", Journal of Labor Economics 32 (2014) 199-227, for
 * the behaviour
 */
export const pullForward: SellerGame = {
  id: 'pull-forward',
  title: 'Pulling deals forward',
  role: 'account-executive',
  mind: 'seller',
  about: 'Deals of next month signed this month, at a discount.',
  parameters,
  counters: [
    { id: 'discountUsd', ledgers: 'one' },
    { id: 'pulledForward', ledgers: 'one' },
  ],
  outcome: {
    id: 'pulledForwardShare',
    title: 'Deals pulled forward',
    unit: 'share',
    direction: 'neutral',
    about: 'Share of the deals won that were signed early at a discount.',
    measure: (run) => ratio(run.total('pulledForward'), run.total('wins')),
  },
  isPossible: (world) => salesNumbers(world, parameters).discountAuthorityShare > 0,
  begin(seller) {
    const { discountAuthorityShare: authority, buyerBargainingShare } = salesNumbers(
      seller.world,
      parameters,
    );
    const [discountUsd, listUsd, pulled] = ['discountUsd', 'listUsd', 'pulledForward'].map((id) =>
      seller.slot(id),
    );
    return {
      monthEnds(floor, seat) {
        if (!floor.isFilled(seat)) return;
        floor.eachWaitingDeal(seat, (deal) => {
          const asked = discountAsked(seller, floor, deal);
          if (asked > authority) return false;
          const chance = floor.chooseLine(deal, floor.winChance(deal));
          const most = Math.min(
            authority,
            mostDiscount(seller, floor, seat, floor.creditedUsd(deal), chance),
          );
          if (!(most > 0) || asked > most) return false;
          const given = asked + buyerBargainingShare * (most - asked);
          if (!floor.decide(deal, chance, 1 - given)) {
            floor.lose(deal);
            return true;
          }
          floor.count(discountUsd, given * floor.valueUsd(deal));
          floor.count(listUsd, given * floor.valueUsd(deal));
          floor.count(pulled, 1);
          floor.scaleValue(deal, 1 - given);
          floor.book(deal);
          return true;
        });
      },
    };
  },
};

/** Buyer's asking discount for signing today, as a share of the price; 1 for deals not due next month. */
function discountAsked({ world }: SellerView, floor: Floor, deal: number): number {
  const { earlySigningShare } = salesNumbers(world, parameters);
  const early = floor.daysToDecision(deal) / world.calendar.daysPerMonth;
  if (!(early > 0 && early <= 1)) return 1;
  const u = floor.draw(deal, { fromLead: PURPOSE.early, own: PURPOSE.ownEarly });
  return earlySigningShare * early * exponentialFrom(u);
}

/**
 * Reservation discount: the largest at which a rep would rather have a deal today than at full price in an
 * ordinary next month. It is a share of the price, whatever the discount authority.
 *
 * @param dealUsd commission credit of the deal
 * @param chance win chance of the deal when decided; the effort of bringing it forward is spent either way
 */
export function mostDiscount(
  seller: SellerView,
  floor: Floor,
  seat: number,
  dealUsd: number,
  chance: number,
): number {
  const { person, world } = seller;
  const ordinary = seller.ordinaryOf(floor, seat);
  const next = floor.commissionNext(seat);
  return mostDiscountForClosingNow({
    now: floor.commission(seat),
    costShare: seller.quotaCostShare(seat),
    bookedNowUsd: floor.bookedUsd(seat),
    worthNext: (moreUsd) => seller.worth(next, ordinary, moreUsd),
    dealUsd,
    keepShare: 1 - person.discountSharePerMonth,
    effortUsd: salesNumbers(world, parameters).earlySigningEffortUsd / Math.max(chance, 1e-9),
    riskAversionPerUsd: person.riskAversionPerUsd,
  });
}
