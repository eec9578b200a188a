import { uniform } from '../../../../random/luck.ts';
import { LINE, ORIGIN } from '../../contract/labels.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { Sales } from '../sales.ts';
import type { RunState } from '../state/state.ts';
import { marginTimesOf } from './dealTraits.ts';

/**
 * Product-line choice: a buyer who would take either line is sold the one with the higher expected margin,
 * unless a seller who plays for pay decides otherwise. The first choice is final.
 *
 * @param chance win chance with the first line
 * @returns win chance with the line sold
 */
export function chooseLine(state: RunState, deal: number, chance: number, sales: Sales): number {
  const { company, market, deals } = state;
  const { otherShare, otherValueTimes, otherChanceTimes, otherMarginShare } = company.world.lines;
  if (otherShare === 0) return chance;
  const { line, valueUsd, origin, entity } = deals.rows;
  const purpose = origin[deal] === ORIGIN.own ? PURPOSE.ownLine : PURPOSE.line;
  const u = uniform(market.luck, entity[deal], purpose);
  if (u >= otherShare) return chance;
  const likelier = Math.min(1, chance * otherChanceTimes * (0.5 + u / otherShare));
  if ((line[deal] & LINE.decided) === 0) {
    line[deal] |= LINE.decided;
    const better =
      likelier * otherValueTimes * otherMarginShare >
      chance * company.world.customers.marginShare * marginTimesOf(state, deal);
    if (chosen(state, deal, chance, likelier, sales) ?? better) {
      line[deal] |= LINE.other;
      valueUsd[deal] *= otherValueTimes;
    }
  }
  return (line[deal] & LINE.other) > 0 ? likelier : chance;
}

/** Whether the seller prefers the other line; undefined if no player has a preference. */
function chosen(
  { company, deals, inPlay, floor }: RunState,
  deal: number,
  chance: number,
  likelier: number,
  sales: Sales,
): boolean | undefined {
  const seat = deals.rows.seat[deal];
  if (company.policy.expectedDeals || !inPlay || !(floor.seats.capacity[seat] > 0)) return undefined;
  if (!sales.played.lineChosen) return undefined;
  for (const game of sales.groups[company.groupOfSeat[seat]].moments.lineChosen) {
    const choice = game.lineChosen(sales.floor, deal, chance, likelier);
    if (choice !== undefined) return choice;
  }
  return undefined;
}
