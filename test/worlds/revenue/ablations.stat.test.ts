import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parametersOf } from '../../../src/model/parameter.ts';
import { Ablator } from '../../../src/validation/ablate.ts';
import { ABLATIONS } from '../../../src/validation/ablations.ts';
import { SECTIONS } from '../../../src/worlds/revenue/catalogue/sections.ts';
import { TACTICS } from '../../../src/worlds/revenue/catalogue/tactics/index.ts';
import { personParameters, plannerParameters } from '../../../src/worlds/revenue/numbers/people.ts';
import { cache } from '../../support/shared.ts';
import { textOf } from '../../support/shipped.ts';
import { isThorough } from '../../support/thorough.ts';

describe('ablations', () => {
  const ablator = new Ablator(textOf, cache);

  test('the committed table has every ablation, and all move by more than four standard errors', () => {
    const rows = readFileSync('reports/validation/ablations.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(1)
      .map((line) => line.split('|').map((cell) => cell.trim()));
    expect(rows.map(([, mechanic, , outcome]) => [mechanic, outcome])).toEqual(
      ABLATIONS.map(({ mechanic, outcome }) => [mechanic, outcome]),
    );
    for (const [, mechanic, , , , , errors] of rows)
      expect(errors === 'exact' || Number(errors) > 4, mechanic).toBe(true);
  });

  // A few that are quick are run again in `npm test`, all in `npm run test:thorough`.
  const quick = ABLATIONS.filter(({ scenario }) => scenario === 'catherine').filter((_, i) => i % 12 === 0);
  test.each((isThorough ? ABLATIONS : quick).map((ablation) => [ablation.mechanic, ablation] as const))(
    'removing the mechanic moves its outcome by more than four standard errors: %s',
    async (_, ablation) => {
      const z = async (runs: number) => {
        const { meanDifference, se } = await ablator.differ(ablation, runs);
        return (ablation.moves === 'up' ? meanDifference : -meanDifference) / se;
      };
      // Ten runs suffice for most; the others take up to sixty.
      let found = 0;
      for (const runs of [10, 20, 60]) if (!(found > 8)) found = await z(runs);
      expect(found).toBeGreaterThan(4);
    },
    120_000,
  );
});

/** Numbers that set the scale of a company and switch no mechanic: sizes, prices, targets, calendars. */
const SIZES = new Set([
  'market.seasonPeakMonth',
  'sales.usualProspectingHours',
  'calendar.daysPerMonth',
  'calendar.warmUpMonths',
  'calendar.tailDays',
  'market.responseCap',
  'buyers.readinessShape',
  'buyers.readinessMean',
  'buyers.readinessSd',
  'buyers.readinessA',
  'buyers.readinessB',
  'buyers.readyBar',
  'buyers.fitSd',
  'marketing.mqlBar',
  'marketing.sqlBar',
  'marketing.campaignStandardShare',
  'marketing.collateralFitShare',
  'marketing.collateralLifeMonths',
  'marketing.collateralUsdPerPiece',
  'marketing.vacancyShare',
  'marketing.budgetUsdPerMonth',
  'sales.reps',
  'sales.quotaUsdPerMonth',
  'sales.annualGoalUsd',
  'sales.activityHours',
  'sales.readyLeadHours',
  'sales.readyOpportunityShare',
  'sales.winShare',
  'sales.dealMeanUsd',
  'sales.collateralLookHours',
  'sales.collateralLiftShare',
  'sales.collateralShelfPieces',
  'sales.effortMaxShare',
  'sales.marketPayUsdPerYear',
  'sales.earlySigningShare',
  'sales.heldLossShare',
  'sales.gambleChanceShare',
  'sales.lowAttainmentShare',
  'sales.rampMonths',
  'lines.otherValueTimes',
  'lines.otherChanceTimes',
  'customers.marginShare',
  'customers.contractMonths',
  'customers.satisfactionScore',
  'customers.referenceScore',
  'field.fitShift',
  'field.dealTimes',
  'field.cycleTimes',
  'partners.count',
  'enablement.capacityPerMonth',
  'enablement.mostDays',
  'surveys.salesSatisfiedShare',
  'surveys.salesReadyShare',
  'surveys.trainedShare',
  'surveys.proficientShare',
  'surveys.partnersSatisfiedShare',
  'surveys.favourableShare',
  'surveys.buyersAsked',
  'governance.budgetReviewMonths',
  'governance.budgetShiftShare',
]);

test('every parameter that switches a mechanic on has an ablation', () => {
  const taken = new Set(ABLATIONS.flatMap(({ without }) => Object.keys(without)));
  const paths = [...parametersOf(SECTIONS)].map(([path]) => path);
  // `winSharePerReadiness` is tested by the reference workload against independent programs.
  const missing = paths.filter(
    (path) => !taken.has(path) && !SIZES.has(path) && path !== 'sales.winSharePerReadiness',
  );
  expect(missing).toEqual([]);
  for (const size of SIZES) expect(paths).toContain(size);
});

test('every tactic, and every trait of people that is no mere size, has an ablation', () => {
  const taken = ABLATIONS.flatMap(({ without }) => Object.keys(without));
  for (const { id, lever } of TACTICS)
    expect(
      taken.some((path) => path.startsWith(`tactics.${id}.`)) ||
        (lever.kind === 'productive' && lever.moves === 'readiness' && taken.includes('marketing.nurtureSd')),
      id,
    ).toBe(true);
  const traits = [...parametersOf(personParameters), ...parametersOf(plannerParameters)].map(
    ([path]) => path,
  );
  const sizes = [
    'baseUsdPerYear',
    'commissionShare',
    'priorEffectShare',
    'priorDoubtShare',
    'priorDiscoveryPerMonth',
    'priorDiscoveryMonths',
  ];
  for (const trait of traits.filter((name) => !sizes.includes(name)))
    expect(
      ['director', 'reps'].some((who) => taken.includes(`people.${who}.${trait}`)),
      trait,
    ).toBe(true);
});

test('every company scenario at the top level of scenarios/ is named by a test or an ablation', () => {
  const used = new Set<string>(ABLATIONS.map(({ scenario }) => scenario));
  const tests = (readdirSync('test', { recursive: true }) as string[])
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(`test/${file}`, 'utf8'))
    .join('\n');
  for (const file of readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))) {
    const name = file.replace('.yaml', '');
    expect(used.has(name) || tests.includes(`'${name}'`) || tests.includes(file), name).toBe(true);
  }
});
