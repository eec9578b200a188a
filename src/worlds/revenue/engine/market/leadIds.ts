/** A lead's id: channel, day of play and rank within both, packed into 32 bits. */
export const RANK_BITS = 14;
export const DAY_BITS = 13;
export const MAX_RANK = 1 << RANK_BITS;
export const MAX_DAYS = 1 << DAY_BITS;
/** Number of the first day of play in a lead's id: draws do not depend on the length of the warm-up. */
export const FIRST_DAY_OF_PLAY = MAX_DAYS / 2;

/**
 * Id of a day's first opportunity from a source other than a channel; later ones add their rank.
 *
 * @param dayOfPlay negative in the warm-up
 */
export function sourcedEntity(source: number, dayOfPlay: number): number {
  return (source << (DAY_BITS + RANK_BITS)) | ((FIRST_DAY_OF_PLAY + dayOfPlay) << RANK_BITS);
}

/** Channel index of a lead, or number of the source of another opportunity, by its id. */
export function channelOfEntity(entity: number): number {
  return entity >>> (DAY_BITS + RANK_BITS);
}
