import type { Issue } from '../../core/errors.ts';
import { showValue } from '../../core/messages.ts';
import { choleskyOf } from '../../core/numeric/cholesky.ts';
import { textbookOutcomes } from '../../worlds/textbook/outcomes.ts';
import type { TextbookWorld } from '../../worlds/textbook/world.ts';
import { checkQuestion } from '../checkQuestion.ts';
import { type Locate, suggestion } from '../places.ts';
import { type Reporter, reporter } from '../reporter.ts';
import { checkTextbookPay } from './checkTextbookPay.ts';
import { checkTextbookValuation } from './checkTextbookValuation.ts';
import type { TextbookFile } from './textbookSchema.ts';

type Path = readonly (string | number)[];

const MOST_TASKS = 12;

/** Checks beyond the schema: references exist, numbers are consistent, and the plan can be valued. */
export function checkTextbook(
  file: TextbookFile,
  world: TextbookWorld,
  planName: string,
  locate: Locate,
): Issue[] {
  const checks = reporter(locate);
  const { issues } = checks;
  const plan = file.plans[planName];
  checkCounts(file, checks);
  checkNames(file, checks);
  checkBaselines(world, checks);
  checkScopes(world, checks);
  if (issues.length === 0) checkMatrices(world, checks);
  const outcomes = textbookOutcomes(world).map((outcome) => outcome.id);
  issues.push(...checkQuestion(file.question, outcomes, `one of ${outcomes.join(', ')}`, locate));
  issues.push(
    ...checkTextbookPay(planName, plan, Object.keys(file.people), Object.keys(file.metrics), locate),
  );
  checkContests(planName, plan, world, checks);
  if (issues.length === 0) issues.push(...checkTextbookValuation(planName, plan, world, locate));
  return issues;
}

function checkCounts(file: TextbookFile, { report }: Reporter): void {
  const people = Object.keys(file.people).length;
  const tasks = Object.keys(file.tasks).length;
  if (people !== 1)
    report(['people'], {
      code: 'inconsistent',
      got: `${people} entries`,
      expected: 'one entry: the agents are all alike (count says how many there are)',
    });
  if (tasks === 0) report(['tasks'], { code: 'missing', expected: 'at least one task' });
  if (tasks > MOST_TASKS)
    report(['tasks'], { code: 'too-large', got: `${tasks} tasks`, expected: `at most ${MOST_TASKS}` });
}

/** Names in pairs and loadings must exist, and the two names of a pair must differ. */
function checkNames(file: TextbookFile, checks: Reporter): void {
  const tasks = Object.keys(file.tasks);
  checkPairs('crossCosts', file.crossCosts ?? [], { names: tasks, what: 'task' }, checks);
  checkPairs(
    'correlations',
    file.correlations ?? [],
    { names: Object.keys(file.metrics), what: 'metric' },
    checks,
  );
  for (const [name, { loadings }] of Object.entries(file.metrics))
    for (const task of Object.keys(loadings))
      checkName(['metrics', name, 'loadings', task], task, { names: tasks, what: 'task' }, checks);
}

/** Known names of one kind, and the noun for that kind. */
interface Known {
  readonly names: readonly string[];
  readonly what: string;
}

function checkName(path: Path, name: string, { names, what }: Known, { report }: Reporter): void {
  if (names.includes(name)) return;
  report(path, {
    code: 'dangling-reference',
    got: showValue(name),
    expected: `the name of a ${what}`,
    hint: suggestion(name, names),
  });
}

function checkPairs(
  section: string,
  pairs: readonly { readonly between: readonly [string, string] }[],
  known: Known,
  checks: Reporter,
): void {
  pairs.forEach(({ between }, i) => {
    for (const [n, name] of between.entries()) checkName([section, i, 'between', n], name, known, checks);
    if (between[0] === between[1])
      checks.report([section, i, 'between'], {
        code: 'inconsistent',
        got: showValue(between),
        expected: `two different ${known.what}s`,
      });
  });
}

function checkBaselines({ tasks }: TextbookWorld, { report }: Reporter): void {
  for (const { name, lower, baseline, upper } of tasks)
    if (!(lower! <= baseline! && baseline! <= upper!))
      report(['tasks', name], {
        code: 'inconsistent',
        got: showValue({ lowest: lower, baseline, highest: upper }),
        expected: 'a baseline from lowest to highest',
      });
}

/**
 * Metrics that compare agents need at least two of them. A contest needs idiosyncratic noise. Noise may be
 * correlated only between metrics of one scope.
 */
function checkScopes(world: TextbookWorld, { report }: Reporter): void {
  const { metrics, noise, sharedNoise, agents = 1 } = world;
  metrics.forEach(({ name, scope }, m) => {
    if ((scope === 'relative' || scope === 'best-of') && agents < 2)
      report(['metrics', name, 'scope'], {
        code: 'inconsistent',
        got: showValue(scope),
        expected: 'at least two agents to be compared with each other',
      });
    if (scope === 'best-of' && !(noise[m][m] > 0))
      report(['metrics', name, 'noiseSd'], {
        code: 'inconsistent',
        got: '0',
        expected: 'noise above 0: without it everybody is the best',
      });
    for (const [i, other] of metrics.slice(0, m).entries())
      if (other.scope !== scope && (noise[m][i] !== 0 || (sharedNoise?.[m][i] ?? 0) !== 0))
        report(['correlations'], {
          code: 'inconsistent',
          got: `${other.name} (${other.scope}) and ${name} (${scope})`,
          expected: 'correlated noise between metrics of one scope only',
        });
  });
}

/** Costs must be positive definite, noise positive semidefinite. */
function checkMatrices({ effortCost, noise, sharedNoise = [] }: TextbookWorld, { report }: Reporter): void {
  if (!hasRoot(effortCost, true))
    report(['crossCosts'], {
      code: 'inconsistent',
      expected: 'costs that rise in every direction: a positive definite matrix of costUsd and crossCosts',
    });
  if (!hasRoot(noise, false) || !hasRoot(sharedNoise, false))
    report(['correlations'], { code: 'inconsistent', expected: 'correlations that can hold together' });
}

/** Whether a matrix has a Cholesky factor; with `isPositive`, one without 0 on its diagonal. */
function hasRoot(matrix: readonly (readonly number[])[], isPositive: boolean): boolean {
  return choleskyOf(matrix).every(
    (row, i) => (isPositive ? row[i] > 0 : row[i] >= 0) && row.every((x) => !Number.isNaN(x)),
  );
}

/** A contest (scope best-of) can pay only a prize: a cliff. */
function checkContests(
  planName: string,
  plan: TextbookFile['plans'][string],
  { metrics }: TextbookWorld,
  { report }: Reporter,
): void {
  const contests = metrics.filter(({ scope }) => scope === 'best-of').map(({ name }) => name);
  for (const [person, { components = [] }] of Object.entries(plan))
    for (const [i, { metric, payout }] of components.entries())
      if (contests.includes(metric) && payout !== 'cliff')
        report(['plans', planName, person, 'components', i, 'payout'], {
          code: 'inconsistent',
          got: showValue(payout),
          expected: 'cliff, a prize for the best of them: that is all a metric of scope best-of can pay',
        });
}
