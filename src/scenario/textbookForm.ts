import { z } from 'zod';
import type { Issue } from '../core/errors.ts';
import { showValue } from '../core/messages.ts';
import { choleskyOf } from '../core/numeric/cholesky.ts';
import { defaultsOf, isParameter, type ParameterGroup } from '../model/parameter.ts';
import { componentCurve } from '../plans/componentCurve.ts';
import { textbookOutcomes } from '../worlds/textbook/outcomes.ts';
import { agentParameters, metricParameters, taskParameters } from '../worlds/textbook/parameters.ts';
import type { TextbookWorld } from '../worlds/textbook/world.ts';
import { assumptionsFrom } from './assumptions.ts';
import { checkPayouts } from './checkPayouts.ts';
import { checkQuestion } from './checkQuestion.ts';
import type { Form } from './form.ts';
import { isTable } from './merge.ts';
import { type Locate, suggestion } from './places.ts';
import { planSchema } from './planSchema.ts';
import { fill } from './revenueForm.ts';
import { armSchema, finite, groupShape, headShape, nameSchema, questionShape } from './schemaParts.ts';

const between = z.tuple([z.string().max(64), z.string().max(64)]);

/** Scenario files of agency theory's world: agents with tasks and noisy metrics, paid once. */
export const textbookSchema = z.strictObject({
  ...headShape,
  world: z.literal('textbook'),
  question: z.strictObject(questionShape),
  people: z.record(
    nameSchema,
    z.strictObject({
      role: z.literal('agent'),
      motive: z
        .enum(['own-pay', 'honest', 'company'])
        .optional()
        .meta({
          description:
            'own-pay: effort is the best response to the plan. honest: gaming tasks stay at their ' +
            'baseline. company: first-best effort.',
        }),
      ...groupShape(agentParameters),
    }),
  ),
  tasks: z.record(nameSchema, z.strictObject(groupShape(taskParameters))),
  crossCosts: z
    .array(z.strictObject({ between, costUsd: finite.min(-1e12).max(1e12) }))
    .max(200)
    .optional()
    .meta({
      description:
        'What two tasks cost together: costUsd times the product of their efforts beyond the ' +
        'baseline. Positive: substitutes, negative: complements.',
    }),
  metrics: z.record(
    nameSchema,
    z.strictObject({
      loadings: z.record(nameSchema, finite.min(-1e9).max(1e9)).meta({
        description:
          'What a unit of effort in each task adds to the metric; tasks that are left out add nothing.',
      }),
      ...groupShape(metricParameters),
    }),
  ),
  correlations: z
    .array(
      z.strictObject({
        between,
        share: finite.min(-1).max(1),
        sharedShare: finite.min(-1).max(1).optional(),
      }),
    )
    .max(200)
    .optional()
    .meta({
      description:
        'Correlation of the noise of two metrics: of one agent’s own noise, and of the noise all share.',
    }),
  plans: z.record(nameSchema, planSchema),
  arms: z.record(nameSchema, armSchema).optional(),
});

export type TextbookFile = z.infer<typeof textbookSchema>;

const GROUPS: Readonly<Record<string, ParameterGroup>> = {
  people: agentParameters,
  tasks: taskParameters,
  metrics: metricParameters,
};
const MOST_TASKS = 12;

export const textbookForm: Form<TextbookFile, TextbookWorld> = {
  schema: textbookSchema,
  sections: {},
  parameterAt(path) {
    const group = GROUPS[String(path[0])];
    const key = String(path[2] ?? '');
    const node =
      path.length === 3 && group !== undefined && Object.hasOwn(group, key) ? group[key] : undefined;
    return node !== undefined && isParameter(node) ? node : undefined;
  },
  worldOf,
  // Everything happens once; periods of plans are years.
  horizonMonths: () => 12,
  crowds: (raw) => ['tasks', 'metrics'].map((name) => [[name], raw[name]] as const),
  check,
  checkPlan(planName, plan, raw, locate) {
    const parsed = planSchema.safeParse(plan);
    if (!parsed.success || !isTable(raw.people) || !isTable(raw.metrics)) return [];
    return checkPay(planName, parsed.data, Object.keys(raw.people), Object.keys(raw.metrics), locate);
  },
  checkArms(arms) {
    // Outcomes are named for tasks and metrics, so all arms must have the same.
    const names = (world: TextbookWorld) => textbookOutcomes(world).map((outcome) => outcome.id);
    return arms.flatMap((arm): Issue[] =>
      names(arm.world).join() === names(arms[0].world).join()
        ? []
        : [
            {
              code: 'inconsistent',
              path: `arms.${arm.name}.set`,
              expected: 'the same tasks and metrics in every arm: an arm may change them, not add to them',
            },
          ],
    );
  },
  workOf: () => undefined,
  assumptionsOf: (raw, base, set) =>
    assumptionsFrom(
      raw,
      base,
      set,
      Object.entries(GROUPS).flatMap(([section, group]) =>
        Object.keys(isTable(raw[section]) ? raw[section] : {}).map((name) => ({
          prefix: `${section}.${name}`,
          group,
        })),
      ),
    ),
  warningsOf: () => [],
};

function worldOf(file: TextbookFile): TextbookWorld {
  const tasks = Object.entries(file.tasks).map(([name, given]) => {
    const { lowest, highest, ...rest } = fill(defaultsOf(taskParameters), given);
    return { name, ...rest, lower: lowest, upper: highest };
  });
  const metrics = Object.entries(file.metrics).map(([name, { loadings, ...given }]) => ({
    name,
    loadings: tasks.map((task) => (Object.hasOwn(loadings, task.name) ? loadings[task.name] : 0)),
    ...fill(defaultsOf(metricParameters), given),
  }));
  const effortCost = tasks.map((task, k) => tasks.map((_, i) => (i === k ? task.costUsd : 0)));
  const indexIn = (list: readonly { readonly name: string }[], name: string) =>
    list.findIndex((entry) => entry.name === name);
  for (const { between: pair, costUsd } of file.crossCosts ?? []) {
    const [a, b] = pair.map((name) => indexIn(tasks, name));
    if (a < 0 || b < 0) continue;
    effortCost[a][b] = costUsd;
    effortCost[b][a] = costUsd;
  }
  const covariance = (sd: 'noiseSd' | 'sharedNoiseSd', share: 'share' | 'sharedShare') => {
    const matrix = metrics.map((one, a) => metrics.map((_, b) => (a === b ? one[sd] ** 2 : 0)));
    for (const correlation of file.correlations ?? []) {
      const [a, b] = correlation.between.map((name) => indexIn(metrics, name));
      if (a < 0 || b < 0) continue;
      matrix[a][b] = (correlation[share] ?? 0) * metrics[a][sd] * metrics[b][sd];
      matrix[b][a] = matrix[a][b];
    }
    return matrix;
  };
  const [person] = Object.values(file.people);
  const { count, riskAversionPerUsd } = fill(defaultsOf(agentParameters), person);
  return {
    tasks: tasks.map(({ costUsd: _, ...task }) => task),
    effortCost,
    metrics: metrics.map(({ name, loadings, scope }) => ({ name, loadings, scope })),
    noise: covariance('noiseSd', 'share'),
    sharedNoise: covariance('sharedNoiseSd', 'sharedShare'),
    riskAversionPerUsd,
    agents: count,
    motive: person?.motive ?? 'own-pay',
  };
}

function check(file: TextbookFile, world: TextbookWorld, planName: string, locate: Locate): Issue[] {
  const issues: Issue[] = [];
  const report = (path: readonly (string | number)[], issue: Omit<Issue, 'path'>) =>
    issues.push({ ...issue, ...locate(path), path: path.join('.') });
  const people = Object.keys(file.people);
  const tasks = Object.keys(file.tasks);
  const metrics = Object.keys(file.metrics);
  if (people.length !== 1)
    report(['people'], {
      code: 'inconsistent',
      got: `${people.length} entries`,
      expected: 'one entry: the agents are all alike (count says how many there are)',
    });
  if (tasks.length === 0) report(['tasks'], { code: 'missing', expected: 'at least one task' });
  if (tasks.length > MOST_TASKS)
    report(['tasks'], { code: 'too-large', got: `${tasks.length} tasks`, expected: `at most ${MOST_TASKS}` });
  const known = (
    path: readonly (string | number)[],
    name: string,
    names: readonly string[],
    what: string,
  ) => {
    if (!names.includes(name))
      report(path, {
        code: 'dangling-reference',
        got: showValue(name),
        expected: `the name of a ${what}`,
        hint: suggestion(name, names),
      });
  };
  const pairs = (section: 'crossCosts' | 'correlations', names: readonly string[], what: string) => {
    (file[section] ?? []).forEach(({ between: pair }, i) => {
      for (const [n, name] of pair.entries()) known([section, i, 'between', n], name, names, what);
      if (pair[0] === pair[1])
        report([section, i, 'between'], {
          code: 'inconsistent',
          got: showValue(pair),
          expected: `two different ${what}s`,
        });
    });
  };
  pairs('crossCosts', tasks, 'task');
  pairs('correlations', metrics, 'metric');
  for (const [name, { loadings }] of Object.entries(file.metrics))
    for (const task of Object.keys(loadings)) known(['metrics', name, 'loadings', task], task, tasks, 'task');
  for (const task of world.tasks)
    if (!(task.lower! <= task.baseline! && task.baseline! <= task.upper!))
      report(['tasks', task.name], {
        code: 'inconsistent',
        got: showValue({ lowest: task.lower, baseline: task.baseline, highest: task.upper }),
        expected: 'a baseline from lowest to highest',
      });
  const agents = world.agents ?? 1;
  world.metrics.forEach(({ name, scope }, m) => {
    if ((scope === 'relative' || scope === 'best-of') && agents < 2)
      report(['metrics', name, 'scope'], {
        code: 'inconsistent',
        got: showValue(scope),
        expected: 'at least two agents to be compared with each other',
      });
    if (scope === 'best-of' && !(world.noise[m][m] > 0))
      report(['metrics', name, 'noiseSd'], {
        code: 'inconsistent',
        got: '0',
        expected: 'noise above 0: without it everybody is the best',
      });
    world.metrics.forEach((other, i) => {
      const shares = world.noise[m][i] !== 0 || (world.sharedNoise?.[m][i] ?? 0) !== 0;
      if (i < m && other.scope !== scope && shares)
        report(['correlations'], {
          code: 'inconsistent',
          got: `${other.name} (${other.scope}) and ${name} (${scope})`,
          expected: 'correlated noise between metrics of one scope only',
        });
    });
  });
  const isRoot = (matrix: readonly (readonly number[])[], positive: boolean) =>
    choleskyOf(matrix).every(
      (row, i) => (positive ? row[i] > 0 : row[i] >= 0) && row.every((x) => !Number.isNaN(x)),
    );
  if (issues.length === 0) {
    if (!isRoot(world.effortCost, true))
      report(['crossCosts'], {
        code: 'inconsistent',
        expected: 'costs that rise in every direction: a positive definite matrix of costUsd and crossCosts',
      });
    if (!isRoot(world.noise, false) || !isRoot(world.sharedNoise ?? [], false))
      report(['correlations'], { code: 'inconsistent', expected: 'correlations that can hold together' });
  }
  const outcomes = textbookOutcomes(world).map((outcome) => outcome.id);
  issues.push(...checkQuestion(file.question, outcomes, `one of ${outcomes.join(', ')}`, locate));
  issues.push(...checkPay(planName, file.plans[planName], people, metrics, locate));
  for (const [person, { components = [] }] of Object.entries(file.plans[planName]))
    for (const [i, { metric, payout }] of components.entries())
      if (world.metrics.find(({ name }) => name === metric)?.scope === 'best-of' && payout !== 'cliff')
        report(['plans', planName, person, 'components', i, 'payout'], {
          code: 'inconsistent',
          got: showValue(payout),
          expected: 'cliff, a prize for the best of them: that is all a metric of scope best-of can pay',
        });
  if (issues.length === 0) issues.push(...checkValuation(world, planName, file, locate));
  return issues;
}

/**
 * Pay by lot wants own metrics; pay that hangs together has a value for a few metrics with noise of their own
 * only.
 */
function checkValuation(world: TextbookWorld, planName: string, file: TextbookFile, locate: Locate): Issue[] {
  return Object.entries(file.plans[planName]).flatMap(([person, pay]): Issue[] => {
    const { components = [], drawn, bonusCapUsd } = pay;
    const issueAt = (key: 'drawn' | 'components', issue: Pick<Issue, 'expected' | 'got'>): Issue => {
      const path = ['plans', planName, person, key];
      return { code: 'inconsistent', ...locate(path), path: path.join('.'), ...issue };
    };
    if (drawn !== undefined && world.metrics.some(({ scope }) => scope !== 'own'))
      return [issueAt('drawn', { expected: 'metrics of scope own, where components are drawn by lot' })];
    const names = [
      ...new Set(
        components.flatMap(({ metric, gates = [] }) => [metric, ...gates.map((gate) => gate.metric)]),
      ),
    ];
    const paid = names.map((name) => world.metrics.findIndex((metric) => metric.name === name));
    const straight = components.every(
      ({ payout }) => payout === 'linear' || (typeof payout === 'object' && 'perUnitUsd' in payout),
    );
    const all = [...components, ...(drawn ?? []).flatMap((way) => way.components)];
    const gated = all.some(({ gates = [] }) => gates.length > 0);
    const shared = (a: number, b: number) => world.noise[a][b] + (world.sharedNoise?.[a][b] ?? 0);
    const correlated = paid.some((a) => paid.some((b) => a !== b && shared(a, b) !== 0));
    if (!gated && bonusCapUsd === undefined && (straight || !correlated)) return [];
    const what = 'where components are gated, capped together, or kinked on correlated metrics';
    if (drawn !== undefined) return [issueAt('drawn', { expected: `no components by lot ${what}` })];
    if (paid.some((m) => world.metrics[m].scope === 'best-of'))
      return [issueAt('components', { expected: `no metric of scope best-of ${what}` })];
    if (paid.length > 3)
      return [
        issueAt('components', { got: `${paid.length} metrics`, expected: `at most three metrics ${what}` }),
      ];
    const bonusUsd = pay.bonusUsdPerYear ?? 0;
    const atRisk = components.reduce((sum, component) => {
      const m = world.metrics.findIndex(({ name }) => name === component.metric);
      return sum + componentCurve(component, bonusUsd, false).slopeSum * Math.sqrt(shared(m, m));
    }, 0);
    if (world.riskAversionPerUsd * atRisk > 20)
      return [
        issueAt('components', {
          expected: `a riskAversionPerUsd of at most ${Number((20 / atRisk).toPrecision(2))} ${what}`,
        }),
      ];
    const root = choleskyOf(paid.map((a) => paid.map((b) => shared(a, b))));
    const repeats = root.findIndex((row, i) => !(row[i] > 1e-4 * Math.sqrt(shared(paid[i], paid[i]))));
    if (repeats < 0) return [];
    return [
      issueAt('components', { got: names[repeats], expected: `metrics with noise of their own ${what}` }),
    ];
  });
}

/** Checks one plan: whom it pays, for what, and that it is paid once. */
function checkPay(
  planName: string,
  plan: TextbookFile['plans'][string],
  people: readonly string[],
  metrics: readonly string[],
  locate: Locate,
): Issue[] {
  const issues: Issue[] = [];
  const report = (path: readonly (string | number)[], issue: Omit<Issue, 'path'>) =>
    issues.push({ ...issue, ...locate(path), path: path.join('.') });
  for (const [name, pay] of Object.entries(plan)) {
    const path = ['plans', planName, name];
    if (!people.includes(name)) {
      report(path, {
        code: 'dangling-reference',
        got: showValue(name),
        expected: 'the name under people',
        hint: suggestion(name, people),
      });
      continue;
    }
    for (const part of ['commission', 'deferral', 'clawback'] as const)
      if (pay[part] !== undefined)
        report([...path, part], {
          code: 'inconsistent',
          expected: 'components alone: in a textbook world everything is measured and paid once',
        });
    const drawn = pay.drawn ?? [];
    const chance = drawn.reduce((sum, { chanceShare }) => sum + chanceShare, 0);
    if (drawn.length > 0 && Math.abs(chance - 1) > 1e-6)
      report([...path, 'drawn'], {
        code: 'inconsistent',
        got: `chances that add up to ${Number(chance.toFixed(6))}`,
        expected: 'chanceShare values that add up to 1',
      });
    const places = [
      ...(pay.components ?? []).map((component, i) => ({ component, at: [...path, 'components', i] })),
      ...drawn.flatMap(({ components }, d) =>
        components.map((component, i) => ({ component, at: [...path, 'drawn', d, 'components', i] })),
      ),
    ];
    for (const { component, at } of places) {
      if (drawn.length > 0 && !(typeof component.payout === 'object' && 'perUnitUsd' in component.payout))
        report([...at, 'payout'], {
          code: 'inconsistent',
          got: showValue(component.payout),
          expected: '{perUnitUsd}: where components are drawn by lot, all pay by the unit',
        });
      if (!metrics.includes(component.metric))
        report([...at, 'metric'], {
          code: 'dangling-reference',
          got: showValue(component.metric),
          expected: 'the name of a metric of this file',
          hint: suggestion(component.metric, metrics),
        });
      if (component.period !== 'year')
        report([...at, 'period'], {
          code: 'inconsistent',
          got: showValue(component.period),
          expected: 'year: in a textbook world everything is measured and paid once',
        });
      for (const [g, gate] of (component.gates ?? []).entries())
        if (!metrics.includes(gate.metric))
          report([...at, 'gates', g, 'metric'], {
            code: 'dangling-reference',
            got: showValue(gate.metric),
            expected: 'the name of a metric of this file',
            hint: suggestion(gate.metric, metrics),
          });
    }
    issues.push(...checkPayouts(pay, path, locate));
  }
  if (Object.keys(plan).length === 0)
    report(['plans', planName], { code: 'missing', expected: `what ${people[0] ?? 'the agent'} is paid` });
  return issues;
}
