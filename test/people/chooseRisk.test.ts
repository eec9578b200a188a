import { expect, test } from 'vitest';
import { chooseRisk } from '../../src/people/chooseRisk.ts';
import { payoutCurve } from '../../src/plans/payoutCurve.ts';

test('people gamble below a goal, play safe above it, and take the first of risks that are worth the same', () => {
  const goal = payoutCurve(0, 0, [{ at: 10, jump: 1000 }]);
  expect(chooseRisk(goal, 9, [1, 2])).toBe(2);
  expect(chooseRisk(goal, 11, [1, 2])).toBe(1);
  const straight = payoutCurve(0, 3);
  expect(chooseRisk(straight, 9, [2, 1, 5])).toBe(2);
  expect(chooseRisk(straight, 9, [2, 1, 5], 0.01)).toBe(1);
});
