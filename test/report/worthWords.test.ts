import { beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../src/experiments/commands/compare.ts';
import type { Bundle, Contrast } from '../../src/experiments/result/bundle.ts';
import { answerInWords } from '../../src/report/answer/answerWords.ts';
import { substitutionSentence } from '../../src/report/gamingSentence.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { cache, threads } from '../support/shared.ts';
import { readBase, textOf } from '../support/shipped.ts';
import { sized } from '../support/thorough.ts';

describe('where risk decides', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    const scenario = parseRevenueScenario(textOf('noisy-revenue.yaml'), { readBase });
    bundle = await compare(scenario, {
      replicates: sized(200, 1000),
      counterfactuals: 'none',
      executor: threads,
      cache,
    });
  }, 60_000);

  test('pay for bookings wins at equal pay, and loses at equal worth because of its premium', () => {
    const { best, ranking, atEqualWorth } = bundle.answer!;
    expect(best).toBe('bookings');
    const [low] = ranking.find(({ arm }) => arm === 'bookings')!.fromReference!.ci95Simultaneous;
    expect(low).toBeGreaterThan(0);
    const { difference, premiumUsd } = atEqualWorth!;
    expect(difference.ci95[1]).toBeLessThan(0);
    expect(premiumUsd.best).toBeGreaterThan(20 * premiumUsd.reference);
    // Without the premium it would win here too.
    const [from, without] = [difference.meanDifference, premiumUsd.best - premiumUsd.reference];
    expect(from + without).toBeGreaterThan(4 * difference.se);
    expect(answerInWords(bundle)!.answer.at(-1)).toMatch(
      /^But with salaries that leave the director equally well off under both plans, effort and risk included, profit is \$.* lower under/,
    );
  });

  test('and wins at equal worth too with a director who does not mind risk', () => {
    const worthOf = (arm: string) => {
      const { outcomes, certaintyEquivalentUsd } = bundle.arms.find(({ name }) => name === arm)!;
      return outcomes.profitUsd.mean + certaintyEquivalentUsd!.mean;
    };
    const gain = worthOf('bookings-unafraid') - worthOf('accepted-leads-unafraid');
    const { se } = bundle.contrasts.find(({ arm }) => arm === 'bookings-unafraid')!.outcomes.profitUsd;
    expect(gain).toBeGreaterThan(2 * se);
  });
});

describe('gaming that gives way to other gaming', () => {
  const share = (mean: number) => ({ mean, unit: 'share' });
  const bundle = (visits: number, sqls: number) =>
    ({
      arms: [
        { name: 'before', outcomes: { hollowVisitsShare: share(0.3), hollowSqlsShare: share(0.5) } },
        { name: 'after', outcomes: { hollowVisitsShare: share(visits), hollowSqlsShare: share(sqls) } },
      ],
    }) as unknown as Bundle;
  const contrast = (visits: number, sqls: number) =>
    ({
      arm: 'after',
      reference: 'before',
      outcomes: {
        hollowVisitsShare: { meanDifference: visits - 0.3, ci95: [visits - 0.31, visits - 0.29] },
        hollowSqlsShare: { meanDifference: sqls - 0.5, ci95: [sqls - 0.51, sqls - 0.49] },
      },
    }) as unknown as Contrast;

  test('is said where one kind falls and another rises', () => {
    expect(substitutionSentence(bundle(0, 0.57), contrast(0, 0.57))).toBe(
      'In this model, one kind of gaming replaces another under “after”: against “before”, the hollow share ' +
        'falls in visits from 30% to 0% and rises in SQLs from 50% to 57%.',
    );
  });

  test('is not said where all kinds fall, or where luck could do it', () => {
    expect(substitutionSentence(bundle(0, 0.4), contrast(0, 0.4))).toBeUndefined();
    expect(substitutionSentence(bundle(0, 0.505), contrast(0, 0.505))).toBeUndefined();
  });
});
