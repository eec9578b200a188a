import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { poissonQuantile } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { ORIGIN } from '../../contract/labels.ts';
import { RESPONSE } from '../../contract/lever.ts';
import { FIRST_SOURCE } from '../../contract/parts.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { BLAME } from '../../contract/tallies.ts';
import { sourcedEntity } from '../market/leadIds.ts';
import type { RunState } from '../state/state.ts';
import { accountsLeft } from './accountsLeft.ts';
import { plainWinShareOf } from './chances.ts';
import { openSourced } from './opening.ts';

/**
 * Opportunities that field marketing and partners bring to sellers, beside those that come of leads.
 *
 * A Poisson process with rate baseline x demand x response to their work x unsold share of the market,
 * thinned from one at the largest response, so that one more in an arm shifts nobody else's luck. They are
 * ready to buy, as those that sellers find themselves.
 */
export function sourceDeals(state: RunState, day: number): void {
  const { field, partners } = state.company.world;
  if (field.opportunitiesPerMonth > 0) bring(state, day, 0, field, RESPONSE.field, ORIGIN.field);
  if (partners.opportunitiesPerMonth > 0) bring(state, day, 1, partners, RESPONSE.partners, ORIGIN.partner);
}

function bring(
  state: RunState,
  day: number,
  source: number,
  { opportunitiesPerMonth, fitShift }: { readonly opportunitiesPerMonth: number; readonly fitShift: number },
  response: number,
  origin: number,
): void {
  const { company, market, marketing, customers } = state;
  const { buyers, calendar } = company.world;
  const { responseCap } = company.world.market;
  const most = (responseCap * opportunitiesPerMonth * market.demandOn(day)) / calendar.daysPerMonth;
  const share =
    (marketing.responses.value[response] * accountsLeft(company, customers.all.won)) / responseCap;
  const first = sourcedEntity(FIRST_SOURCE + source, day - company.warmUpDays);
  const potential = poissonQuantile(uniform(market.luck, first, PURPOSE.sourced), most);
  for (let rank = 0; rank < potential; rank++) {
    const entity = first + rank;
    if (uniform(market.luck, entity, PURPOSE.sourcedThinning) >= share) continue;
    const z = buyers.fitSd === 0 ? 0 : normalQuantile(uniform(market.luck, entity, PURPOSE.sourcedFit));
    state.books.blame[BLAME.ownWins] += plainWinShareOf(state, buyers.fitSd * z + fitShift, buyers.readyBar);
    openSourced(state, seatFor(state, entity), origin, entity, buyers.fitSd * z + fitShift);
  }
}

/** A filled position, drawn in proportion to working time; the first position if all are vacant. */
function seatFor({ company, market, floor }: RunState, entity: number): number {
  const { capacity } = floor.seats;
  const { timeShares } = company;
  let held = 0;
  for (let seat = 0; seat < company.seats; seat++) if (capacity[seat] > 0) held += timeShares[seat];
  let left = held * uniform(market.luck, entity, PURPOSE.sourcedSeat);
  for (let seat = 0; seat < company.seats; seat++) {
    if (capacity[seat] === 0) continue;
    left -= timeShares[seat];
    if (left < 0) return seat;
  }
  return 0;
}
