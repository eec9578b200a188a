import { describe, expect, test } from 'vitest';
import { AnswerCache, isBetter } from '../../src/play/page/answerCache.ts';
import { neighboursOf } from '../../src/play/page/neighbours.ts';
import type { Answer, Field } from '../../src/play/protocol.ts';

const answer = (done: number, more: Partial<Answer> = {}): Answer => ({
  done,
  of: 400,
  isProvisional: false,
  html: `${done}`,
  headline: '',
  why: {},
  level: '',
  gains: [],
  ...more,
});
const arms = ['a', 'b'];

describe('answers that are kept', () => {
  test('by what is changed, in whatever order, and by the plans compared', () => {
    const answers = new AnswerCache();
    answers.keep({ set: { x: 1, y: 2 }, arms }, answer(25));
    expect(answers.of({ set: { y: 2, x: 1 }, arms })?.done).toBe(25);
    expect(answers.of({ set: { x: 1 }, arms })).toBeUndefined();
    expect(answers.of({ set: { x: 1, y: 2 }, arms: ['a', 'c'] })).toBeUndefined();
  });

  test('a first estimate is never kept, and fewer runs do not replace more', () => {
    const answers = new AnswerCache();
    answers.keep({ set: {}, arms }, answer(8, { isProvisional: true }));
    expect(answers.size).toBe(0);
    answers.keep({ set: {}, arms }, answer(400, { detail: 'charts' }));
    answers.keep({ set: {}, arms }, answer(25));
    expect(answers.of({ set: {}, arms })).toMatchObject({ done: 400, detail: 'charts' });
    expect(isBetter(answer(100), answer(8, { isProvisional: true }))).toBe(true);
    expect(isBetter(answer(8, { isProvisional: true }), answer(25))).toBe(false);
  });

  test('the oldest go first', () => {
    const answers = new AnswerCache();
    for (let x = 0; x < 400; x++) answers.keep({ set: { x }, arms }, answer(25));
    expect(answers.size).toBe(300);
    expect(answers.of({ set: { x: 99 }, arms })).toBeUndefined();
    expect(answers.of({ set: { x: 100 }, arms })?.done).toBe(25);
  });
});

test('the next moves of a slider lie on its steps and within its ends', () => {
  const field: Field = {
    path: 'x',
    label: '',
    unit: '',
    value: 0.98,
    written: 0.5,
    range: { low: 0, high: 1, step: 0.02 },
  };
  const next = neighboursOf({ y: 1 }, field, [field]).map(({ x }) => x);
  expect(next).toEqual([1, 0.96, 0.94, 0.78]);
});
