import seedrandom from 'seedrandom';
import { hashOf } from '../core/hash.ts';
import { threefry13, threefry20 } from './threefry.ts';

/** Key of one replicate; every draw is a function of it, the entity drawn for and the draw's purpose. */
export interface LuckKey {
  readonly key0: number;
  readonly key1: number;
}

const TWO_POW_MINUS_32 = 2.3283064365386963e-10;

/** The last seed and its two words, cached because consecutive replicates share a seed. */
let lastSeed: string | undefined;
let lastWords: readonly [number, number] = [0, 0];

function wordsOf(seed: string): readonly [number, number] {
  if (seed !== lastSeed) {
    // seedrandom cycles short texts and uses only eight bits per character, so it receives a digest instead.
    const words = seedrandom(hashOf(seed));
    lastWords = [words.int32(), words.int32()];
    lastSeed = seed;
  }
  return lastWords;
}

/**
 * The key of one replicate under a seed.
 *
 * seedrandom turns a digest of the text into two words. Threefry combines those with the replicate's number
 * into the key. Replicate 17 therefore has the same draws on any worker and in a sample of any size.
 *
 * @param seed any text (the empty text is a seed too)
 * @param replicate 0-based number of the replicate
 * @example luckKey('catherine', 0)
 */
export function luckKey(seed: string, replicate: number): LuckKey {
  const [word0, word1] = wordsOf(seed);
  const [key0, key1] = threefry20(word0, word1, replicate | 0, 0x6b6579);
  return { key0, key1 };
}

/**
 * A uniform strictly between 0 and 1 (on a grid of 2^32), as a pure function of its arguments.
 *
 * @param luck the replicate's key
 * @param entity the entity drawn for (32 bits)
 * @param purpose a {@link purposeOf} value, plus a sub-draw or a time below 2^24
 */
export function uniform(luck: LuckKey, entity: number, purpose: number): number {
  return ((threefry13(luck.key0, luck.key1, entity, purpose) >>> 0) + 0.5) * TWO_POW_MINUS_32;
}

/**
 * The counter word of a purpose: its number in the top 8 bits, leaving 24 bits for a time or a sub-draw.
 *
 * @param number 0 to 255, unique within a world
 */
export function purposeOf(number: number): number {
  return (number << 24) | 0;
}
