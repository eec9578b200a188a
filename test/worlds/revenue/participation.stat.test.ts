import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { compare, parseScenario } from '../../../src/index.ts';
import { threads } from '../../support/shared.ts';
import { armOf, contrast, mean, play } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

describe('who stays, and who comes', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('who-stays', sized(100, 400));
  }, 90_000);

  test('a tenth less pay raises leaving by 20 to 30%', () => {
    const { meanDifference, se } = contrast(bundle, 'a-tenth-less', 'repTurnoverShare');
    const usual = mean(bundle, 'like-others', 'repTurnoverShare');
    expect(meanDifference).toBeGreaterThan(4 * se);
    expect(meanDifference).toBeGreaterThan(0.2 * usual);
    expect(meanDifference).toBeLessThan(0.3 * usual);
  });

  test('without pay positions are vacant at least 95% of the time', () => {
    const { mean: filled, se } = armOf(bundle, 'nothing').outcomes.sellersCount;
    expect(filled + 4 * se).toBeLessThan(0.05 * 5);
  });

  test('the skill of sellers at the end rises with the commission, at about equal pay', () => {
    const skills = ['salary', 'half-the-commission', 'like-others', 'commission-alone'].map(
      (arm) => armOf(bundle, arm).outcomes.skillAtEndShare,
    );
    for (let i = 1; i < skills.length; i++) {
      const se = Math.hypot(skills[i].se, skills[i - 1].se);
      expect(skills[i].mean - skills[i - 1].mean).toBeGreaterThan(2 * se);
    }
    expect(skills[3].mean - skills[0].mean).toBeGreaterThan(4 * Math.hypot(skills[3].se, skills[0].se));
    // Where sellers earn what they earn elsewhere, they are like the population.
    expect(Math.abs(skills[2].mean - 1)).toBeLessThan(4 * skills[2].se);
  });

  test.runIf(isThorough)('nobody leaves for pay or is picky where elasticities are 0', async () => {
    const set = { 'sales.quitElasticity': 0, 'sales.recruitElasticity': 0 };
    const arms = ['like-others', 'a-tenth-less', 'salary'];
    const indifferent = await play('who-stays', 20, set, arms);
    const [turnover] = arms.map((arm) => mean(indifferent, arm, 'repTurnoverShare'));
    for (const arm of arms) expect(mean(indifferent, arm, 'repTurnoverShare')).toBe(turnover);
  });
});

test.runIf(isThorough)(
  'who believes that work changes little leaves a plan that pays for work more often',
  async () => {
    const scenario = parseScenario(`schemaVersion: 1
name: Doubt
extends: preset:smb-software
question: { horizonMonths: 12, outcome: profitUsd, reference: known, replicates: ${sized(100, 400)}, seed: doubt }
marketing: { turnoverSharePerYear: 0.3 }
people:
  director: { role: marketing-director, baseUsdPerYear: 90000, motive: own-pay, integrityUsd: 1000000 }
  reps: { role: account-executive }
plans:
  steep:
    director:
      baseUsdPerYear: 60000
      bonusUsdPerYear: 90000
      components: [{ metric: leads, period: month, target: 390, weightShare: 1, payout: { linear: true, thresholdShare: 1 } }]
arms:
  known: { plan: steep }
  doubted: { plan: steep, set: { people.director.beliefs: learning, people.director.priorEffectShare: 0.05, people.director.priorDoubtShare: 0.01 } }
`);
    const bundle = await compare(scenario, { counterfactuals: 'none', executor: threads });
    const { meanDifference, se } = contrast(bundle, 'doubted', 'marketersLeftCount');
    expect(meanDifference).toBeGreaterThan(4 * se);
  },
);
