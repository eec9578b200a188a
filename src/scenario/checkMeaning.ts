import type { Issue } from '../core/errors.ts';
import { showValue } from '../core/messages.ts';
import { OUTCOMES } from '../worlds/revenue/catalogue/outcomes/index.ts';
import { outcomesOfPart } from '../worlds/revenue/catalogue/outcomes/parts.ts';
import { outcomesOfPerson } from '../worlds/revenue/catalogue/outcomes/people.ts';
import { compileCompany } from '../worlds/revenue/compile/company.ts';
import { partsOf } from '../worlds/revenue/compile/parts.ts';
import { peopleWith } from '../worlds/revenue/compile/roles.ts';
import { scoreAuc } from '../worlds/revenue/compile/scoreAccuracy.ts';
import { leadsAtBaseline } from '../worlds/revenue/contract/leadsAtBaseline.ts';
import type { RevenueWorld } from '../worlds/revenue/contract/world.ts';
import { checkPeople } from './checkPeople.ts';
import { checkPlan } from './checkPlan.ts';
import { checkQuestion } from './checkQuestion.ts';
import { checkSlices } from './checkSlices.ts';
import type { Locate } from './places.ts';
import { type Reporter, reporter } from './reporter.ts';
import type { ScenarioFile } from './schema.ts';

const MOST_CHANNELS = 30;
const MOST_PRODUCTS = 32;
/** Maximum depth of nested tables at which ranges are checked. */
const DEEPEST = 8;

/** Checks one arm beyond the schema: references exist, numbers are consistent, and its plan can be paid. */
export function checkMeaning(
  file: ScenarioFile,
  world: RevenueWorld,
  planName: string,
  locate: Locate,
): Issue[] {
  const checks = reporter(locate);
  const personal = peopleWith(world, 'planner').flatMap(({ name }) => outcomesOfPerson({ name, row: 0 }));
  const parts = partsOf(world).flatMap((part) => outcomesOfPart(part, 0));
  const outcomes = [...OUTCOMES, ...personal, ...parts].map(({ id }) => id);
  checkParts(
    parts.map(({ id }) => id),
    checks,
  );
  const plan = file.plans[planName];
  checks.issues.push(
    ...checkQuestion(file.question, outcomes, 'an outcome (goodhart list outcomes)', locate),
  );
  checkChannels(world, checks);
  checkProducts(world, checks);
  checkPeople(world, checks);
  checkSlices(file.plans, world, checks);
  const { plans: _plans, arms: _arms, ...numbers } = file;
  checkRanges(numbers, [], checks);
  if (checks.issues.length === 0) checkBudget(world, plan, checks);
  checkNumbers(world, checks);
  return [...checks.issues, ...checkPlan(planName, plan, world.people, locate)];
}

/** Names of channels and product lines must give outcome ids that differ. */
function checkParts(ids: readonly string[], { report }: Reporter): void {
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined)
    report(['question', 'by'], {
      code: 'inconsistent',
      got: `two names whose outcomes are called ${twice}`,
      expected: 'names of channels and product lines that differ in letters or digits',
    });
}

/** A bound to two decimals, rounded down so that it is within it. */
function rounded(bound: number): string {
  return String(Math.floor(100 * bound) / 100);
}

function checkProducts({ products, customers, sales }: RevenueWorld, { report }: Reporter): void {
  if (products.length > MOST_PRODUCTS)
    report(['lines', 'products'], {
      code: 'too-large',
      got: `${products.length} product lines`,
      expected: `at most ${MOST_PRODUCTS}`,
    });
  for (const { name, marginTimes, chanceTimes } of products) {
    if (sales.winShare * chanceTimes > 1)
      report(['lines', 'products', name, 'chanceTimes'], {
        code: 'inconsistent',
        got: `a win chance of ${showValue(sales.winShare * chanceTimes)} (${showValue(chanceTimes)} times sales.winShare)`,
        expected: `at most 1: chanceTimes up to ${rounded(1 / sales.winShare)}`,
      });
    const marginShare = marginTimes * customers.marginShare;
    if (marginShare > 1)
      report(['lines', 'products', name, 'marginTimes'], {
        code: 'inconsistent',
        got: `a gross margin of ${showValue(marginShare)} of revenue (${showValue(marginTimes)} times customers.marginShare)`,
        expected: `at most 1: marginTimes up to ${rounded(1 / customers.marginShare)}`,
      });
  }
}

/** A company without leads has no channels, and nobody who works on leads. */
function checkChannels(world: RevenueWorld, { report }: Reporter): void {
  const { channels, inside } = world;
  if (channels.length === 0 && (peopleWith(world, 'planner').length > 0 || inside.reps > 0))
    report(['market', 'channels'], {
      code: 'missing',
      expected:
        'at least one channel; only a company with nobody in marketing or inside sales can do without leads',
    });
  if (channels.length > MOST_CHANNELS)
    report(['market', 'channels'], {
      code: 'too-large',
      got: `${channels.length} channels`,
      expected: `at most ${MOST_CHANNELS}`,
    });
}

/** A plausible range must contain its value. */
function checkRanges(node: unknown, path: readonly (string | number)[], checks: Reporter): void {
  if (typeof node !== 'object' || node === null || path.length > DEEPEST) return;
  const { low, value, high } = node as { low?: unknown; value?: unknown; high?: unknown };
  const isRange = typeof low === 'number' && typeof value === 'number' && typeof high === 'number';
  if (isRange && !(low <= value && value <= high))
    checks.report(path, {
      code: 'inconsistent',
      got: showValue({ low, value, high }),
      expected: 'low, value and high in increasing order',
    });
  for (const [key, child] of Object.entries(node)) checkRanges(child, [...path, key], checks);
}

/** A board that moves money between marketing and sales seats must know the cost of a seat. */
function checkBudget(
  world: RevenueWorld,
  plan: ScenarioFile['plans'][string] | undefined,
  { report }: Reporter,
): void {
  const { budgetRule } = world.governance;
  if (budgetRule === 'fixed' || plan === undefined) return;
  if (compileCompany(world, plan, undefined).seatUsdPerMonth > 0) return;
  report(['governance', 'budgetRule'], {
    code: 'inconsistent',
    got: budgetRule,
    expected:
      'sellers who are paid something on quota: a board that moves money between marketing and ' +
      'positions has to know what a position costs',
  });
}

function checkNumbers(world: RevenueWorld, { report }: Reporter): void {
  const { governance, sales, marketing } = world;
  if (marketing.scoreAuc > 0) {
    const most = scoreAuc(world, 0);
    if (marketing.scoreAuc <= 0.5 || marketing.scoreAuc > most)
      report(['marketing', 'scoreAuc'], {
        code: 'out-of-range',
        got: showValue(marketing.scoreAuc),
        expected: `above 0.5 (chance) and at most ${most.toFixed(3)} (a score without error in this company); or 0, to use scoreNoiseSd`,
      });
  }
  if (world.leadsByMonth !== undefined && !(leadsAtBaseline(world) > 0))
    report(['market', 'leadsByMonth'], {
      code: 'inconsistent',
      got: 'leads by month',
      expected:
        'at least one channel with visits that become leads, in whose proportions the given leads are divided',
    });
  if (governance.replacementMonth === 1)
    report(['governance', 'replacementMonth'], {
      code: 'inconsistent',
      got: '1',
      expected:
        '0 for never, or a month from the second on: the first director holds the position in month 1',
    });
  const daysNeeded = sales.opportunityHours / Math.max(sales.opportunityHoursPerDay, 1e-9);
  if (sales.sellingHoursPerDay > 0 && daysNeeded > sales.neglectDays)
    report(['sales', 'neglectDays'], {
      code: 'inconsistent',
      got: showValue(sales.neglectDays),
      expected:
        'more days than an opportunity needs at opportunityHoursPerDay, or every opportunity dies of neglect',
    });
}
