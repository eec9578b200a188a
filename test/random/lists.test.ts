import { describe, expect, test, vi } from 'vitest';
import { compiledKernel } from '../../scripts/listKernel.ts';
import { fillNormalQuantiles } from '../../src/core/numeric/normal.ts';
import { LIST_KERNEL } from '../../src/random/listKernel.ts';
import { drawPairs, LIST, lists, makeNormal } from '../../src/random/lists.ts';
import { luckKey, purposeOf } from '../../src/random/luck.ts';
import { fillThreefryUniforms } from '../../src/random/threefry.ts';

const IDS = Int32Array.from({ length: LIST }, (_, i) => (i % 7 === 0 ? -i : i * 0x9e3779b9) | 0);
const COUNTS = [1, 2, 3, 7, 8, 9, 10, 11, 12, 63, 514, LIST - 1, LIST];

/** Probabilities over the whole grid of draws, densest around the bounds between body and tails. */
function probabilities(): Float64Array {
  const grid = 2 ** -32;
  const bounds = [0.075, 0.925, 0.5, 0.5 - 0.425, 0.5 + 0.425];
  const near = bounds.flatMap((p) => Array.from({ length: 21 }, (_, i) => p * (1 + (i - 10) * 2 ** -52)));
  const ends = Array.from({ length: 40 }, (_, i) => (2 ** i % 2 ** 32) + 0.5).flatMap((w) => [
    w * grid,
    1 - w * grid,
  ]);
  return Float64Array.from([...near, ...ends, ...Array.from({ length: 819 }, (_, i) => (i + 0.5) / 819)]);
}

type Module = Pick<typeof import('../../src/random/lists.ts'), 'drawPairs' | 'lists' | 'makeNormal'>;

/** All results of the lists, from the given module. */
function all(module: Module): string {
  const seen: number[] = [];
  for (const count of COUNTS) {
    module.lists.ids.set(IDS);
    module.drawPairs(luckKey('lists', count), purposeOf(11) + count, count);
    seen.push(...module.lists.first.subarray(0, count), ...module.lists.second.subarray(0, count));
    for (const list of [module.lists.first, module.lists.second]) {
      list.set(probabilities().subarray(0, LIST));
      module.makeNormal(list, count);
      seen.push(...list.subarray(0, count));
    }
  }
  return Buffer.from(Float64Array.from(seen).buffer).toString('base64');
}

describe('lists of random draws', () => {
  test('the kernel is used', () => {
    // Only the kernel fills up to whole vectors. Without it, the other tests here would compare the loops
    // with themselves.
    lists.first.fill(-1);
    drawPairs(luckKey('lists', 0), purposeOf(1), 9);
    expect(lists.first[11]).not.toBe(-1);
    lists.first.fill(0.3);
    makeNormal(lists.first, 9);
    expect(lists.first[9]).not.toBe(0.3);
  });

  test('the stored kernel equals the compilation of its source', async () => {
    expect(LIST_KERNEL).toBe(await compiledKernel());
  });

  test.each(COUNTS)('%i pairs equal those drawn one by one', (count) => {
    const luck = luckKey('lists', count);
    const first = new Float64Array(count);
    const second = new Float64Array(count);
    fillThreefryUniforms(luck.key0, luck.key1, purposeOf(255) - 1, count, { ids: IDS, first, second });
    lists.ids.set(IDS);
    drawPairs(luck, purposeOf(255) - 1, count);
    expect(lists.first.slice(0, count)).toEqual(first);
    expect(lists.second.slice(0, count)).toEqual(second);
  });

  test('the kernel’s normal variates equal fillNormalQuantiles bit by bit in the body, in the tails and between', () => {
    const asked = probabilities();
    for (const list of [lists.first, lists.second])
      for (let begin = 0; begin < asked.length; begin += 64) {
        const part = asked.slice(begin, begin + 64);
        const plain = new Float64Array(part.length);
        fillNormalQuantiles(part, part.length, plain);
        list.set(part);
        makeNormal(list, part.length);
        expect(list.slice(0, part.length)).toEqual(plain);
      }
  });

  test('the lists hold the same bits where WebAssembly is forbidden', async () => {
    const withKernel = all({ drawPairs, lists, makeNormal });
    vi.stubGlobal('WebAssembly', undefined);
    // The query makes it a separate module, so that nothing else is reloaded.
    const again = '../../src/random/lists.ts?plain';
    const plain = (await import(again)) as Module;
    vi.unstubAllGlobals();
    plain.lists.first.fill(-1);
    plain.drawPairs(luckKey('lists', 0), purposeOf(1), 9);
    expect(plain.lists.first[9]).toBe(-1);
    expect(all(plain)).toBe(withKernel);
  });
});
