import { pow } from '../../../../core/numeric/elementary.ts';
import { binomialQuantile } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { RESPONSE } from '../../contract/lever.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { CompiledSurvey } from '../../contract/survey.ts';
import type { RunState } from '../state/state.ts';
import { addToAll } from './ledgers.ts';

/** Month end: surveys and tests are held. Answers gaming adds are already in the reported ledger. */
export function survey(state: RunState, month: number): void {
  const { company, books, market } = state;
  if (company.surveys.length === 0) return;
  const sellers = filledSeats(state);
  for (let n = 0; n < company.surveys.length; n++) {
    const each = company.surveys[n];
    const asked = each.definition.asked(company.world, sellers);
    if (asked === 0) continue;
    const share = yesShare(state, each);
    const u = uniform(market.luck, month, PURPOSE.survey | each.place);
    const yes = company.policy.expectedDeals ? asked * share : binomialQuantile(u, asked, share);
    addToAll(books.month, each.asked, asked);
    addToAll(books.month, each.yes, yes);
  }
}

/** Share of those asked who say yes. */
function yesShare(
  { company, marketing }: RunState,
  { definition, tactics, hourShares }: CompiledSurvey,
): number {
  const usual = definition.usualShare(company.world);
  if (tactics.length === 0) return usual;
  let work = 0;
  for (let n = 0; n < tactics.length; n++) work += hourShares[n] * marketing.tactics.stock[tactics[n]];
  work *= marketing.responses.unspoilt[RESPONSE[definition.about]];
  if (work === 1) return usual;
  const { elasticity } = company.world.surveys;
  return 1 - Math.min(1, (1 - usual) / pow(Math.max(1e-6, work), elasticity));
}

function filledSeats({ company, floor }: RunState): number {
  let filled = 0;
  for (let seat = 0; seat < company.seats; seat++) if (floor.seats.capacity[seat] > 0) filled++;
  return filled;
}
