import type { GameDefinition } from '../../contract/game.ts';
import { allOrNothing } from './allOrNothing.ts';
import { holdBack } from './holdBack.ts';
import { hollowMeetings } from './hollowMeetings.ts';
import { keepLostDeals } from './keepLostDeals.ts';
import { lineThatPays } from './lineThatPays.ts';
import { lobbyForQuotas } from './lobbyForQuotas.ts';
import { padActivities } from './padActivities.ts';
import { promiseTooMuch } from './promiseTooMuch.ts';
import { pullForward } from './pullForward.ts';
import { rejectGoodLeads } from './rejectGoodLeads.ts';

/** Game catalogue. A new game is one file and one line here; games are called in this order. */
export const GAMES: readonly GameDefinition[] = [
  pullForward,
  holdBack,
  allOrNothing,
  promiseTooMuch,
  lineThatPays,
  rejectGoodLeads,
  padActivities,
  lobbyForQuotas,
  keepLostDeals,
  hollowMeetings,
];
