/**
 * How often simulated companies are said to time their deals, honest ones and others: `npm run period-ends`.
 * The table is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseRevenueScenario } from '../src/scenario/load.ts';
import { alarmsOf } from '../src/validation/periodEndAlarms.ts';
import { VERSION } from '../src/version.ts';

interface Case {
  readonly says: string;
  readonly scenario: string;
  readonly arm: string;
  readonly months: number;
  readonly period?: 'quarter';
  readonly runs: number;
  readonly set?: Readonly<Record<string, unknown>>;
}

const SEASON = { 'buyers.quarterEndShare': 0.3 };
const GROWING = { 'market.growthSharePerYear': 0.5, 'market.seasonShare': 0.3 };
const honest = (says: string, months: number, set = {}): Case => ({
  says: `honest${says}`,
  scenario: 'catherine',
  arm: 'salary-only',
  months,
  runs: 2000,
  set,
});
const CASES: readonly Case[] = [
  honest('', 12),
  honest('', 36),
  honest(', buyers prefer the end of a quarter', 12, SEASON),
  honest(', buyers prefer the end of a quarter', 36, SEASON),
  honest(', growth and a season of leads', 36, GROWING),
  { ...honest(', ends of quarters', 36), period: 'quarter' },
  { ...honest(', ends of quarters, buyers prefer them', 36, SEASON), period: 'quarter' },
  ...[12, 36].flatMap((months): Case[] => [
    {
      says: 'deals pulled forward with discounts, accelerated commission',
      scenario: 'price-gaming',
      arm: 'accelerated',
      months,
      runs: 400,
    },
    {
      says: 'deals pulled forward, commission from quota on',
      scenario: 'price-gaming',
      arm: 'from-quota',
      months,
      runs: 400,
    },
    { says: 'deals held back, capped commission', scenario: 'sandbagging', arm: 'capped', months, runs: 400 },
    {
      says: 'deals held back, commission from quota on',
      scenario: 'sandbagging',
      arm: 'from-quota',
      months,
      runs: 400,
    },
  ]),
];

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const rows = CASES.map(({ says, scenario, arm, months, runs, period, set = {} }) => {
  const readBase = (file: string) => ({ text: readFileSync(`scenarios/${file}`, 'utf8'), file });
  const company = parseRevenueScenario(readBase(`${scenario}.yaml`).text, {
    readBase,
    set: { 'question.horizonMonths': months, ...set },
  });
  const { early, late, difference, halfWidth, winsPerMonth } = alarmsOf(company, arm, runs, period);
  const se = (share: number) => percent(Math.sqrt((share * (1 - share)) / runs));
  process.stderr.write(`${says}, ${months} months\n`);
  return (
    `| ${says} | ${scenario}, ${arm} | ${months} | ${winsPerMonth.toFixed(1)} | ${runs} | ${percent(early)} | ${percent(late)} | ` +
    `${percent(early + late)} (${se(early + late)}) | ${percent(difference)} | ${percent(halfWidth)} |`
  );
});
writeFileSync(
  'reports/validation/period-ends.md',
  `# Deals timed around the ends of months: alarms, false and true

goodhart ${VERSION}, \`npm run period-ends\`. Each run is a company of five sellers. *Early*: its deals are said to bunch before the ends of months; *late*: to be held over them; both where the 95% interval of the excess less the placebo leaves out 0. In honest companies every alarm is false. Their standard error is in brackets.

| company | scenario and arm | months | deals won a month | runs | early | late | alarms | mean difference | half width of the interval |
|---|---|---:|---:|---:|---:|---:|---:|---:|---:|
${rows.join('\n')}
`,
);
