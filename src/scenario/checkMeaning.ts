import type { Issue } from '../core/errors.ts';
import { showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import { compileCompany } from '../worlds/revenue/company.ts';
import { MAX_DAYS, MAX_RANK, potentialLeadsPerDay } from '../worlds/revenue/marketLuck.ts';
import { METRICS } from '../worlds/revenue/metrics/index.ts';
import { OUTCOMES } from '../worlds/revenue/outcomes.ts';
import { type RevenueWorld, ROLES } from '../worlds/revenue/world.ts';
import { checkQuestion } from './checkQuestion.ts';
import type { Locate } from './places.ts';
import type { ScenarioFile } from './schema.ts';

/** Checks what a schema cannot: that names refer to something, weights add up to one, metrics have somebody who produces them. */
export function checkMeaning(
  file: ScenarioFile,
  world: RevenueWorld,
  planName: string,
  locate: Locate,
): Issue[] {
  const issues: Issue[] = [];
  const report = (path: readonly (string | number)[], issue: Omit<Issue, 'path'>) =>
    issues.push({ ...issue, ...locate(path), path: path.join('.') });
  const outcomes = OUTCOMES.map((outcome) => outcome.id as string);
  issues.push(...checkQuestion(file.question, outcomes, 'an outcome (goodhart list outcomes)', locate));
  if (world.channels.length === 0)
    report(['market', 'channels'], { code: 'missing', expected: 'at least one channel' });
  if (world.channels.length > 16)
    report(['market', 'channels'], {
      code: 'too-large',
      got: `${world.channels.length} channels`,
      expected: 'at most 16',
    });
  const roles = world.people.map((person) => person.role);
  for (const role of ROLES) {
    const holders = roles.filter((candidate) => candidate === role).length;
    if (holders > 1)
      report(['people'], {
        code: 'inconsistent',
        got: `${holders} entries with role ${role}`,
        expected: 'one entry for each role (sales.reps says how many account executives there are)',
      });
    if (holders === 0 && role === 'inside-sales' && world.inside.reps > 0)
      report(['people'], {
        code: 'missing',
        expected: 'an entry with role inside-sales: inside.reps is above 0',
      });
    if (holders === 0 && role === 'account-executive')
      report(['people'], { code: 'missing', expected: 'an entry with role account-executive' });
  }
  for (const person of world.people) {
    for (const [i, line] of person.script.entries()) {
      if ((line.fromMonth ?? 1) > (line.toMonth ?? 120)) {
        report(['people', person.name, 'script', i], {
          code: 'inconsistent',
          got: showValue(line),
          expected: 'a toMonth not before fromMonth',
        });
      }
      if ((line.level === undefined) === (line.topUpTo === undefined)) {
        report(['people', person.name, 'script', i], {
          code: 'inconsistent',
          got: showValue(line),
          expected: 'either level or topUpTo',
        });
      }
    }
  }
  const unordered = (node: unknown, path: readonly (string | number)[]): void => {
    if (typeof node !== 'object' || node === null || path.length > 8) return;
    const { low, value, high } = node as { low?: unknown; value?: unknown; high?: unknown };
    if (
      typeof low === 'number' &&
      typeof value === 'number' &&
      typeof high === 'number' &&
      !(low <= value && value <= high)
    ) {
      report(path, {
        code: 'inconsistent',
        got: showValue({ low, value, high }),
        expected: 'low, value and high in increasing order',
      });
    }
    for (const [key, child] of Object.entries(node)) unordered(child, [...path, key]);
  };
  const { plans: _plans, arms: _arms, ...numbers } = file;
  unordered(numbers, []);
  if (world.governance.budgetRule !== 'fixed' && !seatCosts(world, file.plans[planName]))
    report(['governance', 'budgetRule'], {
      code: 'inconsistent',
      got: world.governance.budgetRule,
      expected:
        'sellers who are paid something on quota: a board that moves money between marketing and chairs has to know what a chair costs',
    });
  if (world.governance.replacementMonth === 1)
    report(['governance', 'replacementMonth'], {
      code: 'inconsistent',
      got: '1',
      expected: '0 for never, or a month from the second on: the first director is in the chair in month 1',
    });
  const { sales } = world;
  if (
    sales.sellingHoursPerDay > 0 &&
    sales.opportunityHours / Math.max(sales.opportunityHoursPerDay, 1e-9) > sales.neglectDays
  ) {
    report(['sales', 'neglectDays'], {
      code: 'inconsistent',
      got: showValue(sales.neglectDays),
      expected:
        'more days than an opportunity needs at opportunityHoursPerDay, or every opportunity dies of neglect',
    });
  }
  return [...issues, ...checkPlan(planName, file.plans[planName], world.people, locate)];
}

/** Checks one plan against the people of a scenario: names, metrics, weights, targets. */
export function checkPlan(
  planName: string,
  plan: ScenarioFile['plans'][string],
  people: readonly { readonly name: string; readonly role: string }[],
  locate: Locate,
): Issue[] {
  const issues: Issue[] = [];
  const report = (path: readonly (string | number)[], issue: Omit<Issue, 'path'>) =>
    issues.push({ ...issue, ...locate(path), path: path.join('.') });
  const roles = people.map((person) => person.role);
  const metricIds = METRICS.map((metric) => metric.id);
  const checkMetric = (path: readonly (string | number)[], id: string) => {
    const metric = METRICS.find((candidate) => candidate.id === id);
    if (metric === undefined)
      report(path, {
        code: 'dangling-reference',
        got: showValue(id),
        expected: 'a metric (goodhart list metrics)',
        hint: hint(id, metricIds),
      });
    else if (!roles.includes(metric.producedBy)) {
      report(path, {
        code: 'inconsistent',
        got: showValue(id),
        expected: `a metric that somebody produces: ${id} needs a ${metric.producedBy} among the people`,
      });
    }
  };
  for (const [name, pay] of Object.entries(plan)) {
    const path = ['plans', planName, name];
    const person = people.find((candidate) => candidate.name === name);
    if (person === undefined) {
      report(path, {
        code: 'dangling-reference',
        got: showValue(name),
        expected: 'the name of a person or group under people',
        hint: hint(
          name,
          people.map((candidate) => candidate.name),
        ),
      });
      continue;
    }
    if (person.role === 'account-executive' && (pay.components?.length ?? 0) > 0) {
      report([...path, 'components'], {
        code: 'inconsistent',
        got: 'components',
        expected: 'a commission: account executives are paid by commission',
      });
    }
    if (person.role !== 'inside-sales' && pay.meetings !== undefined)
      report([...path, 'meetings'], {
        code: 'inconsistent',
        expected: 'pay for meetings where the role is inside-sales',
      });
    if (person.role === 'inside-sales' && (pay.commission !== undefined || (pay.components?.length ?? 0) > 0))
      report(path, {
        code: 'inconsistent',
        expected: 'a salary and pay for meetings: inside sales has neither commission nor bonus',
      });
    if (person.role === 'sales-manager' && (pay.components?.length ?? 0) > 0)
      report([...path, 'components'], {
        code: 'inconsistent',
        got: 'components',
        expected: 'a commission with a rateShare: of the team’s bookings',
      });
    if (
      person.role === 'sales-manager' &&
      Object.keys(pay.commission ?? {}).some((key) => key !== 'rateShare')
    )
      report([...path, 'commission'], {
        code: 'inconsistent',
        got: showValue(pay.commission),
        expected: 'a rateShare alone: a sales manager is paid a part of the team’s bookings',
      });
    if (pay.bonusCapUsd !== undefined)
      report([...path, 'bonusCapUsd'], {
        code: 'inconsistent',
        expected: 'a capShare for each component: a cap on the total is for textbook worlds',
      });
    if (pay.commission?.churnClawbackShare !== undefined && pay.commission.thresholdShare !== undefined)
      report([...path, 'commission', 'churnClawbackShare'], {
        code: 'inconsistent',
        expected: 'commission from the first dollar: below a threshold there is nothing to pay back',
      });
    const menu = pay.commission?.forecastMenu;
    if (
      menu !== undefined &&
      !(menu.aboveRateShare < menu.forecastRateShare && menu.forecastRateShare < menu.shortfallRateShare)
    )
      report([...path, 'commission', 'forecastMenu'], {
        code: 'inconsistent',
        got: `${menu.aboveRateShare}, ${menu.forecastRateShare}, ${menu.shortfallRateShare}`,
        expected:
          'aboveRateShare below forecastRateShare below shortfallRateShare, or the best forecast is none or without limit',
      });
    if (pay.drawn !== undefined)
      report([...path, 'drawn'], {
        code: 'inconsistent',
        expected: 'components: pay that is drawn by lot is for textbook worlds',
      });
    for (const [i, component] of (pay.components ?? []).entries()) {
      const at = [...path, 'components', i];
      checkMetric([...at, 'metric'], component.metric);
      for (const [g, gate] of (component.gates ?? []).entries())
        checkMetric([...at, 'gates', g, 'metric'], gate.metric);
    }
    issues.push(...checkPayouts(pay, path, locate));
  }
  return issues;
}

/** Checks how a person's components pay: targets, weights, curves. */
export function checkPayouts(
  pay: ScenarioFile['plans'][string][string],
  path: readonly (string | number)[],
  locate: Locate,
): Issue[] {
  const issues: Issue[] = [];
  const report = (place: readonly (string | number)[], issue: Omit<Issue, 'path'>) =>
    issues.push({ ...issue, ...locate(place), path: place.join('.') });
  let weights = 0;
  let weighted = 0;
  for (const [i, component] of (pay.components ?? []).entries()) {
    const at = [...path, 'components', i];
    const perUnit = typeof component.payout === 'object' && 'perUnitUsd' in component.payout;
    if (perUnit) {
      if (component.weightShare !== undefined || component.target !== undefined)
        report(at, {
          code: 'inconsistent',
          got: showValue(component.metric),
          expected: 'perUnitUsd alone: it has neither target nor weightShare',
        });
      continue;
    }
    if (component.target === undefined)
      report([...at, 'target'], { code: 'missing', expected: 'a target in the unit of the metric' });
    if (component.weightShare === undefined)
      report([...at, 'weightShare'], { code: 'missing', expected: 'a share from 0 to 1' });
    else {
      weights += component.weightShare;
      weighted++;
    }
    if (typeof component.payout === 'object' && 'points' in component.payout) {
      const { points } = component.payout;
      for (let p = 1; p < points.length; p++) {
        if (points[p][0] < points[p - 1][0])
          report([...at, 'payout'], {
            code: 'inconsistent',
            got: showValue(points),
            expected: 'points in increasing order of attainment',
          });
      }
    }
    if (typeof component.payout === 'object' && 'linear' in component.payout) {
      const { capShare, thresholdShare } = component.payout;
      if (capShare !== undefined && thresholdShare !== undefined && capShare <= thresholdShare)
        report([...at, 'payout'], {
          code: 'inconsistent',
          got: showValue(component.payout),
          expected: 'a capShare above the thresholdShare',
        });
    }
  }
  if (weighted > 0 && Math.abs(weights - 1) > 1e-6) {
    report([...path, 'components'], {
      code: 'inconsistent',
      got: `weights that add up to ${Number(weights.toFixed(6))}`,
      expected: 'weightShare values that add up to 1',
    });
  }
  if (weighted > 0 && !((pay.bonusUsdPerYear ?? 0) > 0))
    report([...path, 'bonusUsdPerYear'], {
      code: 'missing',
      expected: 'a bonusUsdPerYear above 0 for its weighted components',
    });
  return issues;
}

function hint(name: string, candidates: readonly string[]): string | undefined {
  const near = nearestName(name, candidates);
  return near === undefined ? undefined : `did you mean ${near}?`;
}

/** Largest run that is accepted: about a minute of one core. */
const MAX_LEADS = 20_000_000;
const MAX_REP_DAYS = 60_000_000;

/** Whether a seller on quota is paid anything. */
function seatCosts(world: RevenueWorld, plan: ScenarioFile['plans'][string] | undefined): boolean {
  const hasSellers = world.people.some(({ role }) => role === 'account-executive');
  return !hasSellers || plan === undefined || compileCompany(world, plan, undefined).seatUsdPerMonth > 0;
}

/** Estimates a run's work before it is run; the issue if it is beyond what one run may take. */
export function estimateWork(world: RevenueWorld): Issue | undefined {
  const days =
    (world.calendar.warmUpMonths + world.horizonMonths) * world.calendar.daysPerMonth +
    world.calendar.tailDays;
  if (days >= MAX_DAYS)
    return {
      code: 'too-large',
      path: 'question.horizonMonths',
      got: `${days} working days in all`,
      expected: `fewer than ${MAX_DAYS}`,
    };
  const repDays = world.sales.reps * days;
  if (repDays > MAX_REP_DAYS)
    return {
      code: 'too-large',
      path: 'sales.reps',
      got: `${repDays} rep-days a run`,
      expected: `at most ${MAX_REP_DAYS}`,
    };
  let leads = 0;
  for (const channel of world.channels) {
    const daily = potentialLeadsPerDay(world, channel);
    if (daily + 6 * Math.sqrt(daily) > MAX_RANK)
      return {
        code: 'too-large',
        path: `market.channels.${channel.name}`,
        got: `${Math.round(daily)} potential leads a day`,
        expected: `at most ${MAX_RANK}; split the channel`,
      };
    leads += daily * days;
  }
  if (leads > MAX_LEADS)
    return {
      code: 'too-large',
      path: 'market.channels',
      got: `${Math.round(leads)} potential leads a run`,
      expected: `at most ${MAX_LEADS}`,
    };
  const { sales } = world;
  const prospects =
    sales.prospectingHours > 0
      ? (repDays * Math.min(24, sales.sellingHoursPerDay * sales.effortMaxShare)) / sales.prospectingHours
      : 0;
  if (prospects > MAX_LEADS || prospects / sales.reps > 16000)
    return {
      code: 'too-large',
      path: 'sales.prospectingHours',
      got: `${Math.round(prospects)} prospects a run`,
      expected: `at most ${MAX_LEADS}, and 16000 for one rep`,
    };
  return undefined;
}
