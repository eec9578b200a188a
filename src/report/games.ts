import { GAMES as CATALOGUE } from '../worlds/revenue/catalogue/games/index.ts';
import type { GameWords } from '../worlds/revenue/contract/game.ts';

/** A game as reports describe it: its wording, and the id of the outcome that counts it. */
export interface Game extends GameWords {
  readonly id: string;
}

/** Wording for deals brought forward. */
export const EARLY_SIGNING: Pick<Game, 'title' | 'link' | 'why'> = {
  title: 'Deals brought forward',
  link: 'deals brought forward',
  why:
    'a dollar booked before the month ends can count for more in pay than one booked after it, by ' +
    'more than the discount takes off',
};

/** Games of the catalogue with an outcome and wording; discounts and forecasts are worded separately. */
export const GAMES: readonly Game[] = CATALOGUE.flatMap(({ outcome, words }) =>
  outcome === undefined || words === undefined ? [] : [{ ...words, id: outcome.id }],
);
