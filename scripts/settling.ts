/**
 * Do several marketers settle, and can one of them gain by doing something else? `npm run test:settling`
 * draws random departments, counts those that settle, and plays every deviation of some of them. The table
 * is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import type { PersonPlan, PlanComponent } from '../src/model/plan.ts';
import { luckKey } from '../src/random/luck.ts';
import { parseRevenueScenario } from '../src/scenario/load.ts';
import { describe } from '../src/statistics/describe.ts';
import { VERSION } from '../src/version.ts';
import { METRICS } from '../src/worlds/revenue/catalogue/metrics/index.ts';
import { netOutcomeOf } from '../src/worlds/revenue/catalogue/outcomes/people.ts';
import { compileCompany } from '../src/worlds/revenue/compile/company.ts';
import { compileMetric } from '../src/worlds/revenue/compile/metrics.ts';
import type { Company } from '../src/worlds/revenue/contract/company.ts';
import { outcomeValue } from '../src/worlds/revenue/contract/outcome.ts';
import { SharedMarket } from '../src/worlds/revenue/engine/sharedMarket.ts';
import { bestResponses } from '../src/worlds/revenue/preparation/bestResponses.ts';
import { settleBeliefs } from '../src/worlds/revenue/preparation/interactions.ts';
import { measureBeliefs } from '../src/worlds/revenue/preparation/measureBeliefs.ts';

const DRAWN = 200;
const PLAYED = 8;
const RUNS = 60;

/** Metrics that a role of the company can be paid on. */
const PAID: Readonly<Record<string, readonly string[]>> = {
  'product-marketer': ['pipeline', 'close-rate', 'bookings', 'market-perception', 'field-readiness'],
  'demand-generator': ['visitors', 'leads', 'mqls', 'sqls', 'marketing-pipeline', 'campaign-effectiveness'],
  'field-marketer': ['leads', 'field-pipeline', 'follow-up-days', 'campaign-effectiveness'],
  'enablement-lead': ['sales-satisfaction', 'response-days', 'quota-attainment', 'bookings'],
};

const scenario = parseRevenueScenario(readFileSync('scenarios/department.yaml', 'utf8'), {
  file: 'department.yaml',
  set: { 'question.horizonMonths': 12 },
});
const { world } = scenario.arms[0];
process.stderr.write('measuring what work does\n');
const beliefs = measureBeliefs(world);

/** Level of a metric at honest work over a period of some months. */
function usual(metric: string, months: number): number {
  const { numerator, denominator } = compileMetric(metric);
  const top = beliefs.baseline[numerator];
  return denominator < 0 ? months * top : top / beliefs.baseline[denominator];
}

const component = (metric: string) =>
  fc
    .record({
      period: fc.constantFrom('month' as const, 'quarter' as const),
      times: fc.double({ min: 0.85, max: 1.3, noNaN: true }),
      payout: fc.constantFrom<PlanComponent['payout']>('cliff', 'linear', {
        linear: true,
        capShare: 1.5,
        thresholdShare: 0.7,
      }),
    })
    .map(({ period, times, payout }): PlanComponent => {
      const level = usual(metric, period === 'month' ? 1 : 3);
      const isLower = METRICS.find(({ id }) => id === metric)?.direction === 'lower';
      return { metric, period, payout, weightShare: 0.5, target: isLower ? level / times : level * times };
    });

const plan = fc.record(
  Object.fromEntries(
    Object.entries(PAID).map(([person, metrics]) => [
      person,
      fc.shuffledSubarray([...metrics], { minLength: 2, maxLength: 2 }).chain(([one, other]) =>
        fc.record({
          baseUsdPerYear: fc.constant(90_000),
          bonusUsdPerYear: fc.constantFrom(8000, 16_000, 40_000),
          components: fc.tuple(component(one), component(other)),
        }),
      ),
    ]),
  ),
) as fc.Arbitrary<Record<string, PersonPlan>>;

const plans = fc.sample(plan, { seed: 75, numRuns: DRAWN });
const rounds: number[] = [];
let settled = 0;
for (const [i, pay] of plans.entries()) {
  const choice = bestResponses(world, pay, beliefs);
  if (choice.settles) {
    settled++;
    rounds.push(choice.rounds);
  }
  if ((i + 1) % 20 === 0) process.stderr.write(`${settled} of ${i + 1} settled\n`);
}

/** Deviations of one person: a gaming tactic dropped, or any tactic changed by a quarter, within hours. */
function deviationsOf(
  company: Company,
  name: string,
): { readonly words: string; readonly scaled: Record<string, number> }[] {
  const planner = company.planners.find((each) => each.name === name)!;
  const own = company.assignments.slice(
    planner.firstAssignment,
    planner.firstAssignment + planner.assignmentCount,
  );
  const work = own.filter(({ tactic }) => company.tactics[tactic].hoursPerMonth > 0);
  return own.flatMap(({ tactic }) => {
    const { definition, productive, hoursPerMonth } = company.tactics[tactic];
    if (productive && !(hoursPerMonth > 0)) return [];
    // Somebody with one kind of work has no hours for more of it.
    const factors = productive ? (work.length > 1 ? [0.75, 1.25] : [0.75]) : [0, 0.75, 1.25];
    return factors.map((factor) => ({
      words: `${definition.id} × ${factor}`,
      scaled: { [definition.id]: factor },
    }));
  });
}

const lines: string[] = [];
let most = 0;
for (const [i, pay] of plans.slice(0, PLAYED).entries()) {
  const { beliefs: held, settles } = settleBeliefs(world, pay, beliefs);
  const policy = { expectedDiscovery: true } as const;
  const usualCompany = compileCompany(world, pay, held, { policy });
  const tried = Object.keys(PAID).flatMap((name) =>
    deviationsOf(usualCompany, name).map((deviation) => ({ name, ...deviation })),
  );
  const companies = [
    usualCompany,
    ...tried.map(({ scaled }) => compileCompany(world, pay, held, { policy: { ...policy, scaled } })),
  ];
  const shared = new SharedMarket(companies);
  const outcomes = new Float64Array(usualCompany.outcomes.length);
  const gains = tried.map(() => new Float64Array(RUNS));
  for (let run = 0; run < RUNS; run++) {
    shared.meet(luckKey('settling', run));
    const before = new Map<string, number>();
    companies.forEach((company, c) => {
      shared.run(c, outcomes);
      if (c === 0)
        for (const name of Object.keys(PAID))
          before.set(name, outcomeValue(company, outcomes, netOutcomeOf(name)));
      else {
        const { name } = tried[c - 1];
        gains[c - 1][run] = outcomeValue(company, outcomes, netOutcomeOf(name)) - before.get(name)!;
      }
    });
  }
  for (const name of Object.keys(PAID)) {
    const bonus = pay[name].bonusUsdPerYear ?? 0;
    const best = tried
      .map((each, t) => ({ ...each, ...describe(gains[t])! }))
      .filter((each) => each.name === name)
      .reduce((one, other) => (other.mean > one.mean ? other : one));
    const share = Math.max(0, best.mean) / bonus;
    most = Math.max(most, share);
    lines.push(
      `| ${i + 1} | ${name} | ${settles ? 'yes' : 'no'} | ${best.words} | ${Math.round(best.mean)} | ` +
        `${Math.round(best.se)} | ${(100 * share).toFixed(1)}% |`,
    );
    process.stderr.write(`${lines[lines.length - 1]}\n`);
  }
}

writeFileSync(
  'reports/validation/departments.md',
  `# Do several marketers settle?

goodhart ${VERSION}, \`npm run test:settling\`. Random pay for the four marketers of \`scenarios/department.yaml\`: two metrics each, targets from 85% to 130% of what honest work brings, three payout curves, bonuses of $8,000 to $40,000.

${settled} of ${DRAWN} departments settle within eight rounds: nobody changes an intensity by more than 0.05. Rounds: ${[2, 3, 4, 5, 6, 7, 8].map((n) => `${rounds.filter((r) => r === n).length} in ${n}`).join(', ')}.

The first ${PLAYED} are played: for every marketer the best of all deviations from what was chosen (each tactic left out, or by a quarter more or less, within hours), over ${RUNS} years on common luck, with discovery at its expectation. The best of a dozen deviations is picked on the luck on which it is measured, so that small gains are noise in part.

| department | marketer | settles | best deviation | gain, $ a year | standard error | of the target bonus |
|---|---|---|---|---:|---:|---:|
${lines.join('\n')}
`,
);
process.stderr.write(`largest gain: ${(100 * most).toFixed(1)}% of a target bonus\n`);
