import { defaultsOf } from '../../model/parameter.ts';
import { agentParameters, metricParameters, taskParameters } from '../../worlds/textbook/parameters.ts';
import type { TextbookWorld } from '../../worlds/textbook/world.ts';
import { fill } from '../fill.ts';
import type { TextbookFile } from './textbookSchema.ts';

type Tasks = ReturnType<typeof tasksOf>;
type Metrics = ReturnType<typeof metricsOf>;

/** The world described by a checked file, with defaults filled in. */
export function makeTextbookWorld(file: TextbookFile): TextbookWorld {
  const tasks = tasksOf(file);
  const metrics = metricsOf(file, tasks);
  const { correlations = [] } = file;
  const [person] = Object.values(file.people);
  const { count, riskAversionPerUsd } = fill(defaultsOf(agentParameters), person);
  return {
    tasks: tasks.map(({ costUsd: _, ...task }) => task),
    effortCost: effortCostOf(tasks, file.crossCosts ?? []),
    metrics: metrics.map(({ name, loadings, scope }) => ({ name, loadings, scope })),
    noise: covarianceOf(metrics, correlations, 'noiseSd', 'share'),
    sharedNoise: covarianceOf(metrics, correlations, 'sharedNoiseSd', 'sharedShare'),
    riskAversionPerUsd,
    agents: count,
    motive: person?.motive ?? 'own-pay',
  };
}

function tasksOf(file: TextbookFile) {
  return Object.entries(file.tasks).map(([name, given]) => {
    const { lowest, highest, ...rest } = fill(defaultsOf(taskParameters), given);
    return { name, ...rest, lower: lowest, upper: highest };
  });
}

function metricsOf(file: TextbookFile, tasks: Tasks) {
  return Object.entries(file.metrics).map(([name, { loadings, ...given }]) => ({
    name,
    loadings: tasks.map((task) => (Object.hasOwn(loadings, task.name) ? loadings[task.name] : 0)),
    ...fill(defaultsOf(metricParameters), given),
  }));
}

/** Effort cost matrix, by rows: own costs of tasks and cross costs of pairs. */
function effortCostOf(tasks: Tasks, crossCosts: NonNullable<TextbookFile['crossCosts']>): number[][] {
  const matrix = tasks.map((task, k) => tasks.map((_, i) => (i === k ? task.costUsd : 0)));
  for (const { between, costUsd } of crossCosts) {
    const [a, b] = placesOf(between, tasks);
    if (a < 0 || b < 0) continue;
    matrix[a][b] = costUsd;
    matrix[b][a] = costUsd;
  }
  return matrix;
}

/**
 * Covariance matrix of metric noise, by rows.
 *
 * @param sd selects the standard deviation: of own or of shared noise
 * @param share selects the correlation of the same noise
 */
function covarianceOf(
  metrics: Metrics,
  correlations: NonNullable<TextbookFile['correlations']>,
  sd: 'noiseSd' | 'sharedNoiseSd',
  share: 'share' | 'sharedShare',
): number[][] {
  const matrix = metrics.map((one, a) => metrics.map((_, b) => (a === b ? one[sd] ** 2 : 0)));
  for (const correlation of correlations) {
    const [a, b] = placesOf(correlation.between, metrics);
    if (a < 0 || b < 0) continue;
    matrix[a][b] = (correlation[share] ?? 0) * metrics[a][sd] * metrics[b][sd];
    matrix[b][a] = matrix[a][b];
  }
  return matrix;
}

/** Indices of two names in a list; -1 for unknown names, which the checks report. */
function placesOf(pair: readonly [string, string], list: readonly { readonly name: string }[]): number[] {
  return pair.map((name) => list.findIndex((entry) => entry.name === name));
}
