import { expect, test } from 'vitest';
import { remembered } from '../../src/core/remembered.ts';

test('a memoised function does not repeat work until its cache is full', () => {
  const asked: string[] = [];
  const sum = remembered(2, (x: number, y: number) => {
    asked.push(`${x} ${y}`);
    return x + y;
  });
  expect([sum(1, 2), sum(1, 2), sum(2, 1), sum(12, 0), sum(12, 0), sum(1, 2)]).toEqual([3, 3, 3, 12, 12, 3]);
  expect(asked).toEqual(['1 2', '2 1', '12 0', '1 2']);
});

test('arguments with the same concatenated digits are not confused', () => {
  const order = remembered(10, (x: number, y: number) => `${x}|${y}`);
  expect([order(1, 23), order(12, 3)]).toEqual(['1|23', '12|3']);
});
