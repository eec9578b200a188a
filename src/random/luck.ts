import seedrandom from 'seedrandom';
import { hashOf } from '../core/hash.ts';
import { threefry13, threefry20 } from './threefry.ts';

/** The key of one replicate's luck: every draw of that replicate is a function of it and of what is drawn. */
export interface LuckKey {
  readonly key0: number;
  readonly key1: number;
}

const TWO_POW_MINUS_32 = 2.3283064365386963e-10;

/**
 * The two words of the seed that was asked for last: runs ask for one replicate after the other of the same.
 */
let lastSeed: string | undefined;
let lastWords: readonly [number, number] = [0, 0];

function wordsOf(seed: string): readonly [number, number] {
  if (seed !== lastSeed) {
    // seedrandom repeats short texts and looks at eight bits of each character, so it is given a digest of
    // the text.
    const words = seedrandom(hashOf(seed));
    lastWords = [words.int32(), words.int32()];
    lastSeed = seed;
  }
  return lastWords;
}

/**
 * The key of one replicate under a seed text.
 *
 * seedrandom turns a digest of the text into two words; those and the replicate's number give the key through
 * Threefry, so that replicate 17 has the same luck whichever worker runs it and however many replicates were
 * asked for.
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
 * A uniform number strictly between 0 and 1 (on a grid of 2^32), a pure function of its arguments.
 *
 * @param luck the replicate's key
 * @param entity who or what is drawn for (32 bits)
 * @param purpose what for: a {@link purposeOf} value, plus a sub-draw or a time below 2^24
 */
export function uniform(luck: LuckKey, entity: number, purpose: number): number {
  return ((threefry13(luck.key0, luck.key1, entity, purpose) >>> 0) + 0.5) * TWO_POW_MINUS_32;
}

/**
 * The counter word of a purpose: its number in the top 8 bits, leaving 24 for a time or a sub-draw.
 *
 * @param number 0 to 255, unique within a world
 */
export function purposeOf(number: number): number {
  return (number << 24) | 0;
}
