import { describe, expect, test } from 'vitest';
import { drawPairs, lists } from '../../src/random/lists.ts';
import { luckKey, purposeOf, uniform } from '../../src/random/luck.ts';

describe('luckKey', () => {
  test('equal seeds and replicates have equal keys', () => {
    expect(luckKey('catherine', 17)).toEqual(luckKey('catherine', 17));
  });

  test('the empty text is a valid seed', () => {
    expect(luckKey('', 0)).toEqual(luckKey('', 0));
    expect(luckKey('', 0)).not.toEqual(luckKey('catherine', 0));
  });

  test('different seed texts have different keys, even repetitions such as 1, 11 and 111', () => {
    const texts = [
      '',
      '\0',
      'a',
      'aa',
      'aaa',
      'ab',
      'abab',
      'A',
      '\u0161',
      'catherine',
      'catherinecatherine',
    ];
    for (let i = 0; i < 1200; i++) texts.push(String(i));
    const keys = new Map<string, string>();
    const shared: [string, string][] = [];
    for (const text of texts) {
      const { key0, key1 } = luckKey(text, 0);
      const other = keys.get(`${key0},${key1}`);
      if (other !== undefined) shared.push([other, text]);
      else keys.set(`${key0},${key1}`, text);
    }
    expect(shared.slice(0, 3)).toEqual([]);
  });

  test('different replicates of a seed have different keys', () => {
    const keys = new Set(
      Array.from({ length: 20_000 }, (_, replicate) => Object.values(luckKey('s', replicate)).join()),
    );
    expect(keys.size).toBe(20_000);
  });
});

describe('uniform', () => {
  test('a uniform lies strictly between 0 and 1', () => {
    const luck = luckKey('bounds', 0);
    for (let i = 0; i < 20_000; i++) {
      const u = uniform(luck, i, purposeOf(3));
      expect(u > 0 && u < 1).toBe(true);
    }
  });

  test('a pair begins with the single draw of the same entity and purpose', () => {
    const luck = luckKey('pairs', 4);
    const entities = Int32Array.of(0, 1, -1, 2 ** 31 - 1, -(2 ** 31));
    lists.ids.set(entities);
    drawPairs(luck, purposeOf(200) + 12, 5);
    entities.forEach((entity, i) => {
      expect(lists.first[i]).toBe(uniform(luck, entity, purposeOf(200) + 12));
      expect(lists.second[i]).not.toBe(lists.first[i]);
    });
  });

  test('a draw does not depend on the order in which draws are requested', () => {
    const luck = luckKey('order', 0);
    const forward = Array.from({ length: 50 }, (_, i) => uniform(luck, i, purposeOf(1)));
    const backward = Array.from({ length: 50 }, (_, i) => uniform(luck, 49 - i, purposeOf(1))).reverse();
    expect(backward).toEqual(forward);
  });
});

describe('purposeOf', () => {
  test('purposeOf leaves 24 bits below each purpose, and no two purposes overlap', () => {
    for (let number = 0; number < 256; number++) {
      expect(purposeOf(number) >>> 24).toBe(number);
      expect(purposeOf(number) & 0xffffff).toBe(0);
    }
  });
});
