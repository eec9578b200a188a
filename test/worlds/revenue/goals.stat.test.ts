import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/experiments/commands/compare.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { cache, threads } from '../../support/shared.ts';

const GOALS = `
schemaVersion: 1
name: Goals without pay
extends: preset:smb-software
question: { horizonMonths: 12, outcome: profitUsd, reference: unmet, replicates: 20, seed: goals }
people: { director: { role: marketing-director, integrityUsd: 40, goalUsd: 2000 }, reps: { role: account-executive } }
plans:
  unmet:
    director: { baseUsdPerYear: 100000, bonusUsdPerYear: 0, components: [{ metric: sqls, period: month, target: 100, weightShare: 1, payout: cliff }] }
  reached:
    director: { baseUsdPerYear: 100000, bonusUsdPerYear: 0, components: [{ metric: sqls, period: month, target: 40, weightShare: 1, payout: cliff }] }
arms:
  unmet: { plan: unmet }
  reached: { plan: reached }
  unmet-unfelt: { plan: unmet, set: { people.director.goalUsd: 0 } }
  sellers-feel: { plan: unmet, set: { people.director.goalUsd: 0, people.reps.goalUsd: 20000 } }
`;

describe('goals that are not paid', () => {
  test('tempt where they are unmet and matter, and nowhere else; nobody is paid for them', async () => {
    const { arms } = await compare(parseRevenueScenario(GOALS, { file: 'goals.yaml' }), {
      counterfactuals: 'none',
      executor: threads,
      cache,
    });
    const mean = (arm: string, id: string) => arms.find(({ name }) => name === arm)!.outcomes[id].mean;
    expect(mean('unmet', 'hollowSqlsShare')).toBeGreaterThan(0.3);
    expect(mean('reached', 'hollowSqlsShare')).toBeLessThan(0.1);
    expect(mean('unmet-unfelt', 'hollowSqlsShare')).toBe(0);
    for (const { name } of arms) expect(mean(name, 'bonusPaidUsd')).toBe(0);
    // Below quota a dollar counts for more; above it, for what it pays.
    expect(mean('sellers-feel', 'repEffortShare')).toBeGreaterThan(
      1.05 * mean('unmet-unfelt', 'repEffortShare'),
    );
    expect(mean('sellers-feel', 'repPayUsd')).toBeGreaterThan(mean('unmet-unfelt', 'repPayUsd'));
  }, 60_000);
});
