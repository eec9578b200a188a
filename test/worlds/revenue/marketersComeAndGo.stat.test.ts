import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { play } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

const FILE = 'marketers-come-and-go';

describe('marketers who come and go', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    if (!isThorough) return;
    bundle = await play(FILE, sized(150, 400), {}, ['salary', 'numbers', 'numbers-unselected']);
  }, 120_000);
  const outcome = (of: Bundle, arm: string, id: string) =>
    of.arms.find(({ name }) => name === arm)!.outcomes[id];

  test.runIf(isThorough)('pay for numbers keeps those who game, pay by salary everybody alike', () => {
    const [numbers, all, salary] = ['numbers', 'numbers-unselected', 'salary'].map((arm) =>
      outcome(bundle, arm, 'integrityAtEndShare'),
    );
    expect(salary.mean - numbers.mean).toBeGreaterThan(4 * Math.hypot(numbers.se, salary.se));
    expect(all.mean - numbers.mean).toBeGreaterThan(4 * Math.hypot(numbers.se, all.se));
    // Without selection the same people hold the positions, whatever is paid; at pay like elsewhere, too.
    expect(all.mean).toBe(salary.mean);
    expect(outcome(bundle, 'salary', 'dismissedShare').mean).toBe(0);
  });

  test.runIf(isThorough)(
    'a tenth less pay raises leaving, and nobody stays without pay',
    async () => {
      const found = await play(FILE, sized(100, 1000), {}, ['salary', 'a-tenth-less', 'nothing']);
      const [usual, less] = ['salary', 'a-tenth-less'].map(
        (arm) => outcome(found, arm, 'marketersLeftCount').mean,
      );
      // More who leave are also more vacant positions for a while.
      expect(less / usual).toBeGreaterThan(1.08);
      expect(less / usual).toBeLessThan(1.3);
      expect(outcome(found, 'nothing', 'tenureMonths').mean).toBe(1);
      expect(outcome(found, 'nothing', 'marketersLeftCount').mean).toBe(1);
    },
    60_000,
  );
});

test.runIf(isThorough)(
  'who leaves in the middle of a year is paid in proportion, unless the plan says that leavers forfeit',
  async () => {
    const yearly = { metric: 'visitors', period: 'year', target: 30_000, weightShare: 1, payout: 'linear' };
    const pay = (eligibility: object) => ({
      director: { baseUsdPerYear: 60_000, bonusUsdPerYear: 40_000, components: [yearly], ...eligibility },
    });
    const found = await play(
      FILE,
      40,
      {
        'plans.numbers': pay({}),
        'plans.a-tenth-less': pay({ eligibility: { leavers: 'forfeit' } }),
        'marketing.quitElasticity': 0,
        'marketing.recruitElasticity': 0,
      },
      ['numbers', 'a-tenth-less'],
    );
    const [paid, forfeited] = ['numbers', 'a-tenth-less'].map(
      (arm) => found.arms.find(({ name }) => name === arm)!.outcomes.bonusPaidUsd.mean,
    );
    expect(forfeited).toBeGreaterThan(0);
    expect(paid).toBeGreaterThan(1.1 * forfeited);
  },
  60_000,
);
