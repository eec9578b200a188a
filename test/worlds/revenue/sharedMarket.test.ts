import { expect, test } from 'vitest';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import type { Beliefs } from '../../../src/worlds/revenue/contract/beliefs.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { CATHERINE } from '../../support/catherine.ts';
import { isThorough, sized } from '../../support/thorough.ts';

/** Worlds that each differ from the first in one to three numbers or choices. */
const CHANGES: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { 'governance.stage': 'structured' },
  { 'governance.stage': 'aligned' },
  { 'governance.leadVisibility': 'score', 'governance.visibleScoreNoiseSd': 1 },
  { 'governance.replacementMonth': 2 },
  { 'governance.auditRatePerMonth': 0.5 },
  { 'marketing.definitionGap': 0.5 },
  { 'governance.salesVoiceShare': 0.8 },
  { 'sales.collateralLookHours': 3 },
  { 'sales.quotaRatchetShare': 0.5 },
  { 'sales.gambleShare': 0.5 },
  {
    'sales.gambleShare': 0.5,
    'plans.fluff.reps': { baseUsdPerYear: 60_000, commission: { rateShare: 0.15, thresholdShare: 1 } },
  },
  {
    'sales.quotaRatchetShare': 0.5,
    'sales.gambleShare': 0.5,
    'plans.fluff.reps': { baseUsdPerYear: 60_000, commission: { rateShare: 0.03, aboveQuotaRateShare: 0.2 } },
  },
  { 'sales.holdBackDays': 5 },
  { 'sales.turnoverSharePerYear': 0.6, 'sales.vacancyMonths': 1 },
  { 'sales.skillCv': 0.6 },
  { 'governance.followUpShare': 0.7 },
  { 'governance.coverageTimes': 6 },
  { 'governance.coverageTimes': 6, 'sales.deadDealMonths': 1 },
  { 'governance.followUpOrder': 'leads-first' },
  { 'customers.referralsPerYear': 5, 'customers.expansionShare': 0.2 },
  {
    'governance.budgetRule': 'sales-is-king',
    'governance.budgetReviewMonths': 2,
    'sales.annualGoalUsd': 1e9,
  },
  {
    'governance.budgetRule': 'outcome-based',
    'governance.budgetReviewMonths': 2,
    'sales.turnoverSharePerYear': 0.6,
  },
  { 'people.director.beliefs': 'learning' },
  { 'tactics.awareness.hoursPerMonth': 30 },
];

test('a company that shares a market and a warm-up with others has the same results as alone', () => {
  const base = {
    'marketing.definitionGap': 1,
    'marketing.budgetUsdPerMonth': 60_000,
    'marketing.collateralPiecesPerMonth': 8,
    'question.horizonMonths': 4,
    'calendar.warmUpMonths': 3,
  };
  let beliefs: Beliefs | undefined;
  const companies = (isThorough ? CHANGES : CHANGES.filter((_, i) => i % 2 === 0)).map((set) => {
    const scenario = parseRevenueScenario(CATHERINE, { set: { ...base, ...set } });
    const arm = scenario.arms.find(({ plan }) => plan === 'fluff')!;
    // People's beliefs about the first world serve in all of them.
    beliefs ??= measureBeliefs(arm.world);
    return compileCompany(arm.world, arm.pay, beliefs);
  });
  const together = new SharedMarket(companies);
  const { length } = companies[0].outcomes;
  const [shared, alone] = [new Float64Array(length), new Float64Array(length)];
  for (let replicate = 0; replicate < sized(1, 4); replicate++) {
    together.meet(luckKey('neighbours', replicate));
    companies.forEach((company, i) => {
      together.run(i, shared);
      const lonely = new SharedMarket([company]);
      lonely.meet(luckKey('neighbours', replicate));
      lonely.run(0, alone);
      expect([...shared], JSON.stringify(CHANGES[i])).toEqual([...alone]);
      // Nothing carries over from one run to the next.
      lonely.meet(luckKey('neighbours', 7));
      lonely.run(0, alone);
      lonely.meet(luckKey('neighbours', replicate));
      lonely.run(0, alone);
      expect([...shared], JSON.stringify(CHANGES[i])).toEqual([...alone]);
    });
  }
}, 120_000);
