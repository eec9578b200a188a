import type { SellerGame } from '../../contract/game.ts';
import { ratio } from '../../contract/outcome.ts';

/** Selling the product line that pays more commission, not the one that earns the company more. */
export const lineThatPays: SellerGame = {
  id: 'line-that-pays',
  title: 'Selling the line that pays',
  role: 'account-executive',
  mind: 'seller',
  about: 'Buyers who would take either line are sold the one that pays more commission.',
  parameters: {},
  outcome: {
    id: 'otherLineShare',
    title: 'Deals of the other line',
    unit: 'share',
    direction: 'neutral',
    about: 'Share of the deals won that are of the other product line.',
    measure: (run) => ratio(run.total('otherLineWins'), run.total('wins')),
  },
  isPossible: ({ lines }) => lines.otherShare > 0,
  begin(seller) {
    const { otherValueTimes } = seller.world.lines;
    const creditShare = seller.terms.otherLineCreditShare ?? 1;
    return {
      choosesLines: true,
      lineChosen(floor, deal, firstChance, otherChance) {
        const seat = floor.seat(deal);
        const dealUsd = floor.valueUsd(deal);
        const expected = seller.lookAhead(floor, seat);
        const commission = floor.commission(seat);
        const now = seller.worth(commission, expected);
        const gained = (credit: number) =>
          seller.worth(commission, expected, credit) - now - seller.quotaCostShare(seat) * credit;
        const first = firstChance * gained(dealUsd);
        const otherUsd = otherValueTimes * dealUsd;
        const other =
          otherChance * (gained(otherUsd * creditShare) + seller.otherLineUsd(floor.day) * otherUsd);
        return first === other ? undefined : other > first;
      },
    };
  },
};
