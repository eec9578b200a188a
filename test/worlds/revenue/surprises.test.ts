import { describe, expect, test } from 'vitest';
import { spreadAt } from '../../../src/worlds/revenue/preparation/habitMonths.ts';
import { surpriseByLag } from '../../../src/worlds/revenue/preparation/surprises.ts';

describe('what is not predicted at a habit', () => {
  test('an effect within the month that shrinks on the way to the habit stays within the month', () => {
    // 60 leads are relabelled a month in an ordinary company, and 5 where there are few.
    const surprise = surpriseByLag(Float64Array.of(60, 30, 5, 5), Float64Array.of(60, 60, 60, 60));
    expect([...surprise]).toEqual([-55, -55, -55, -55]);
  });

  test('a delayed effect keeps its delay', () => {
    const surprise = surpriseByLag(Float64Array.of(0, 2, 4), Float64Array.of(0, 4, 8));
    expect(surprise[0]).toBeCloseTo(0, 12);
    expect([...surprise.slice(1)]).toEqual([-2, -4]);
  });

  test('what nobody foresaw, or passes again, has the lags that were found', () => {
    expect([...surpriseByLag(Float64Array.of(1, 3), Float64Array.of(0, 0))]).toEqual([1, 3]);
    expect([...surpriseByLag(Float64Array.of(5, 3), Float64Array.of(8, 1))]).toEqual([-3, 2]);
  });
});

describe('spread of months at a habit', () => {
  const moments = (mean: number, sd: number) => ({ mean: Float64Array.of(mean), sd: Float64Array.of(sd) });
  const usual = { usual: moments(100, 10), variance: Float64Array.of(100) };

  test('a counter whose variance is simulated in full has the ratio of its deviations', () => {
    expect(spreadAt(usual, moments(150, 15), 0)).toBeCloseTo(1.5, 12);
  });

  test('a survey, whose variance is that of who answers, keeps it', () => {
    // 90 of 100 are the luck of answers; the rest doubles.
    const survey = { usual: moments(100, Math.sqrt(10)), variance: Float64Array.of(100) };
    expect(spreadAt(survey, moments(120, Math.sqrt(20)), 0)).toBeCloseTo(Math.sqrt(1.1), 12);
  });

  test('the luck of answers shrinks with their number', () => {
    const survey = { usual: moments(100, 0), variance: Float64Array.of(100) };
    expect(spreadAt(survey, moments(25, 0), 0)).toBeCloseTo(0.5, 12);
  });

  test('what never varies has the spread that it had', () => {
    const certain = { usual: moments(100, 0), variance: Float64Array.of(0) };
    expect(spreadAt(certain, moments(100, 0), 0)).toBe(1);
  });
});
