import { fillNormalQuantiles } from '../core/numeric/normal.ts';
import { LIST_KERNEL } from './listKernel.ts';
import type { LuckKey } from './luck.ts';
import { fillThreefryUniforms } from './threefry.ts';

/** Entries that the lists have room for. */
export const LIST = 1024;
/** Where the lists begin in the kernel's memory, in bytes, the ids at 0, and where they end. */
export const FIRST_AT = 4 * LIST;
export const SECOND_AT = 12 * LIST;
const TAIL_AT = 20 * LIST;
export const END = 28 * LIST;
/** Shorter lists are not worth calling the kernel for. */
const WORTH_A_CALL = 8;

interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Two uniforms for each of the first ids. */
  uniforms(key0: number, key1: number, counter1: number, count: number): void;
  /**
   * Normal quantiles in the place of the probabilities from 0.075 to 0.925 in the list that begins at an
   * address, and anything in the place of the others.
   */
  quantiles(address: number, count: number): void;
  /** Those of the others. */
  tails(address: number, count: number): void;
}

/**
 * The loops that go over long lists of luck, four or two entries at a time (WebAssembly with vectors, written
 * in scripts/listKernel.ts). They do the same operations of IEEE 754 in the same order as
 * `fillThreefryUniforms`, `fillNormalQuantiles` and `log`, so not a bit differs; where an engine has no
 * vectors, or a page forbids WebAssembly, those do everything.
 */
const kernel = /* @__PURE__ */ loadKernel();
const buffer = kernel?.memory.buffer ?? new ArrayBuffer(END);

/**
 * A place for a list of entities and for what is drawn for them. One for the whole thread: to be read before
 * anything else is drawn.
 */
export const lists = {
  ids: /* @__PURE__ */ new Int32Array(buffer, 0, LIST),
  first: /* @__PURE__ */ new Float64Array(buffer, FIRST_AT, LIST),
  second: /* @__PURE__ */ new Float64Array(buffer, SECOND_AT, LIST),
} as const;

/** Probabilities in the tails, and where they stand in their list. */
const tail = /* @__PURE__ */ new Float64Array(buffer, TAIL_AT, LIST);
const tailAt = /* @__PURE__ */ new Int32Array(LIST);

function loadKernel(): Kernel | undefined {
  try {
    const { Module, Instance } = (globalThis as unknown as { WebAssembly: WasmEngine }).WebAssembly;
    const bytes = Uint8Array.from(atob(LIST_KERNEL), (character) => character.charCodeAt(0));
    return new Instance(new Module(bytes)).exports;
  } catch {
    return undefined;
  }
}

interface WasmEngine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Kernel };
}

/**
 * Two uniform numbers strictly between 0 and 1 for each of the first `count` entities in `lists.ids`,
 * independent of each other: into `lists.first` and `lists.second`.
 *
 * @param luck the replicate's key
 * @param purpose a `purposeOf` value
 * @param count at most {@link LIST}; what stands after so many may change
 */
export function drawPairs(luck: LuckKey, purpose: number, count: number): void {
  const { ids, first, second } = lists;
  if (kernel === undefined || count < WORTH_A_CALL)
    fillThreefryUniforms(luck.key0, luck.key1, purpose, ids, count, first, second);
  else kernel.uniforms(luck.key0, luck.key1, purpose, count);
}

/**
 * Standard normal variates in the place of the first `count` uniforms of a list, which are draws: no nearer
 * to 0 or 1 than 2^-33.
 *
 * @param list `lists.first` or `lists.second`
 * @param count at most {@link LIST}
 */
export function makeNormal(list: Float64Array, count: number): void {
  if (kernel === undefined || count < WORTH_A_CALL) {
    fillNormalQuantiles(list, count, list);
    return;
  }
  let tails = 0;
  for (let i = 0; i < count; i++) {
    const p = list[i];
    // Counted without a branch: which lie in the tails is what no branch predictor can guess.
    tailAt[tails] = i;
    tail[tails] = p;
    tails += +!(Math.abs(p - 0.5) <= 0.425);
  }
  kernel.quantiles(list.byteOffset, count);
  kernel.tails(tail.byteOffset, tails);
  for (let n = 0; n < tails; n++) list[tailAt[n]] = tail[n];
}
