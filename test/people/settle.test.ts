import { describe, expect, test } from 'vitest';
import { settle } from '../../src/people/solver/settle.ts';

const RULES = { tolerance: 0.05, mostRounds: 8, dampedFrom: 2, averaged: 4 };
const from = (...amounts: number[]) => Float64Array.from(amounts);

describe('people who respond to each other', () => {
  test('a game with two equilibria ends in either, by where it starts', () => {
    // A stag hunt: to work pays only if the other works with a chance above 0.6.
    const respond = ([one, other]: Float64Array) => from(other > 0.6 ? 1 : 0, one > 0.6 ? 1 : 0);
    const high = settle(from(1, 1), respond, RULES);
    const low = settle(from(0, 0), respond, RULES);
    expect([...high.choices, high.settles]).toEqual([1, 1, true]);
    expect([...low.choices, low.settles]).toEqual([0, 0, true]);
  });

  test('a game without an equilibrium in pure choices is said to have none, and its cycle is averaged', () => {
    // Matching pennies: the auditor wants to match, the person to differ.
    const respond = ([audited, gamed]: Float64Array) => from(gamed > 0.5 ? 1 : 0, audited > 0.5 ? 0 : 1);
    const found = settle(from(0, 0), respond, RULES);
    expect(found.settles).toBe(false);
    expect(found.rounds).toBe(RULES.mostRounds);
    for (const amount of found.choices) {
      expect(amount).toBeGreaterThan(0);
      expect(amount).toBeLessThan(1);
    }
  });

  test('damping finds a fixed point that plain rounds overshoot', () => {
    // Substitutes with a slope of -1.2: plain rounds go further away each time. The fixed point is 1 / 2.2.
    const respond = ([one, other]: Float64Array) => from(1 - 1.2 * other, 1 - 1.2 * one);
    const found = settle(from(0.4, 0.4), respond, RULES);
    expect(found.settles).toBe(true);
    for (const amount of found.choices) expect(Math.abs(amount - 1 / 2.2)).toBeLessThan(0.05);
    expect(settle(from(0.4, 0.4), respond, { ...RULES, dampedFrom: RULES.mostRounds }).settles).toBe(false);
  });

  test('the order of people makes no difference', () => {
    const slopes = [0.5, -0.7, 0.2];
    const respond = (x: Float64Array) => x.map((_, i) => 1 + slopes[i] * x[(i + 1) % 3]);
    const turned = (x: Float64Array) => Float64Array.from([x[2], x[0], x[1]]);
    const there = settle(from(1, 0, 2), respond, RULES).choices;
    const back = settle(turned(from(1, 0, 2)), (x) => turned(respond(from(x[1], x[2], x[0]))), RULES).choices;
    expect([...back]).toEqual([...turned(there)]);
  });
});
