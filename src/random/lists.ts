import { fillNormalQuantiles } from '../core/numeric/normal.ts';
import { LIST_KERNEL } from './listKernel.ts';
import type { LuckKey } from './luck.ts';
import { fillThreefryUniforms } from './threefry.ts';

/** Maximum number of entries of a list. */
export const LIST = 1024;
/** Byte offsets of the lists in the kernel's memory; the ids start at 0. The last is where the lists end. */
export const FIRST_AT = 4 * LIST;
export const SECOND_AT = 12 * LIST;
const TAIL_AT = 20 * LIST;
export const END = 28 * LIST;
/** For shorter lists, calling the kernel costs more than it saves. */
const WORTH_A_CALL = 8;

interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Two uniforms for each of the first `count` ids. */
  uniforms(key0: number, key1: number, counter1: number, count: number): void;
  /**
   * Replaces the probabilities from 0.075 to 0.925 in the list at an address by normal quantiles. The other
   * entries then hold meaningless numbers.
   */
  quantiles(address: number, count: number): void;
  /** Normal quantiles of the remaining probabilities, collected in a list of their own. */
  tails(address: number, count: number): void;
}

/**
 * Vectorised WebAssembly for the loops over long lists of random draws, four or two entries at a time; the
 * source is scripts/listKernel.ts. It performs the same IEEE 754 operations in the same order as
 * `fillThreefryUniforms`, `fillNormalQuantiles` and `log`, so results are bit-identical. Those functions take
 * over for short lists, and where the engine has no vectors or the page forbids WebAssembly.
 */
const kernel = /* @__PURE__ */ loadKernel();
const buffer = kernel?.memory.buffer ?? new ArrayBuffer(END);

/** Buffers for entities and their draws. Shared by the whole thread: read them before the next draw. */
export const lists = {
  ids: /* @__PURE__ */ new Int32Array(buffer, 0, LIST),
  first: /* @__PURE__ */ new Float64Array(buffer, FIRST_AT, LIST),
  second: /* @__PURE__ */ new Float64Array(buffer, SECOND_AT, LIST),
} as const;

/** Probabilities in the tails, and their positions in the list. */
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
 * Draws two independent uniforms, strictly between 0 and 1, for each of the first `count` entities in
 * `lists.ids`. They are stored in `lists.first` and `lists.second`.
 *
 * @param luck the replicate's key
 * @param purpose a `purposeOf` value
 * @param count at most {@link LIST}; entries beyond it may change
 */
export function drawPairs(luck: LuckKey, purpose: number, count: number): void {
  if (kernel === undefined || count < WORTH_A_CALL)
    fillThreefryUniforms(luck.key0, luck.key1, purpose, count, lists);
  else kernel.uniforms(luck.key0, luck.key1, purpose, count);
}

/**
 * Replaces the first `count` uniforms of a list by standard normal variates. The uniforms must be draws, no
 * nearer to 0 or 1 than 2^-33.
 *
 * @param list `lists.first` or `lists.second`
 * @param count at most {@link LIST}; entries beyond it may change
 */
export function makeNormal(list: Float64Array, count: number): void {
  if (kernel === undefined || count < WORTH_A_CALL) {
    fillNormalQuantiles(list, count, list);
    return;
  }
  let tails = 0;
  for (let i = 0; i < count; i++) {
    const p = list[i];
    // Branch-free, because tail membership is unpredictable.
    tailAt[tails] = i;
    tail[tails] = p;
    tails += +!(Math.abs(p - 0.5) <= 0.425);
  }
  kernel.quantiles(list.byteOffset, count);
  kernel.tails(tail.byteOffset, tails);
  for (let n = 0; n < tails; n++) list[tailAt[n]] = tail[n];
}
