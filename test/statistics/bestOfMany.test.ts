import { expect, test } from 'vitest';
import { BestOfMany } from '../../src/statistics/bestOfMany.ts';

const PAIRS = 20;
/** Values whose differences from zero have mean 7 and variance `sd` squared. */
const alternating = (sd: number) =>
  Float64Array.from(
    { length: PAIRS },
    (_, i) => 7 + (i % 2 === 0 ? 1 : -1) * sd * Math.sqrt((PAIRS - 1) / PAIRS),
  );
const nothing = new Float64Array(PAIRS);

test('the boundary of two arms is (delta / 2) (N / r - 1), closed after N = 2 eta (n - 1) S² / delta² pairs', () => {
  // eta = ((2 x 0.05)^(-2 / 19) - 1) / 2 = 0.137137; N = 2 x 0.137137 x 19 x 9 / 0.25 = 187.6.
  const race = () => new BestOfMany([alternating(3), nothing], 0.5);
  expect(race().look([0, 0], 187)).toBe(false);
  expect(race().look([0, 0], 188)).toBe(true);
  // After 100 pairs the boundary is 0.25 x 0.876 = 0.219.
  const inside = race();
  expect(inside.look([-0.218, 0], 100)).toBe(false);
  expect(inside.isIn).toEqual([true, true]);
  const outside = race();
  expect(outside.look([-0.22, 0], 100)).toBe(true);
  expect(outside.isIn).toEqual([false, true]);
});

test('each pair of three arms has a boundary for its share of the 5% error; eliminated arms stay out', () => {
  // eta = ((0.1 / 2)^(-2 / 19) - 1) / 2 = 0.185363; N = 28.18 S² at a lead of 0.5: 253.6 against the first
  // arm, 28.2 between the others.
  const race = new BestOfMany([alternating(3), nothing, alternating(1)], 0.5);
  expect(race.look([0, -0.101, -0.1], 28)).toBe(false);
  expect(race.isIn).toEqual([true, true, true]);
  expect(race.look([0, -0.101, -0.1], 29)).toBe(false);
  expect(race.isIn).toEqual([true, false, true]);
  expect(race.look([0, 99, -0.001], 112)).toBe(false);
  expect(race.isIn).toEqual([true, false, true]);
  // Between the first and the third arm S² is 4: closed after 112.7 pairs.
  expect(race.look([0, 99, -0.001], 113)).toBe(true);
  expect(race.isIn).toEqual([true, false, false]);
});

test('identical arms are not separated, and the selection ends at once', () => {
  const race = new BestOfMany([alternating(2), alternating(2)], 1);
  expect(race.look([5, 5], 20)).toBe(true);
  expect(race.isIn).toEqual([true, true]);
});

test.each<[string, Float64Array[], number]>([
  ['one arm', [nothing], 1],
  ['nine pairs', [nothing.subarray(0, 9), nothing.subarray(0, 9)], 1],
  ['no lead', [nothing, nothing], 0],
])('%s is refused', (_, first, delta) => {
  expect(() => new BestOfMany(first, delta)).toThrow(RangeError);
});

test('ten first-stage pairs are accepted', () => {
  expect(() => new BestOfMany([nothing.subarray(0, 10), nothing.subarray(0, 10)], 1e-9)).not.toThrow();
});
