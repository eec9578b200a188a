import { showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import type { SliceOf } from '../model/plan.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { peopleWith, roleOf } from '../worlds/revenue/compile/roles.ts';
import { dimensionsOf } from '../worlds/revenue/contract/slices.ts';
import type { RevenueWorld } from '../worlds/revenue/contract/world.ts';
import type { Reporter } from './reporter.ts';
import type { ScenarioFile } from './schema.ts';

type Path = readonly (string | number)[];

/** Dimensions by which a metric is kept: those of all its counters. */
export function dimensionsOfMetric(id: string): readonly (keyof SliceOf)[] {
  const metric = METRICS.find((each) => each.id === id);
  if (metric === undefined) return [];
  const counters = [metric.numerator, metric.denominator].filter((name) => name !== undefined);
  return dimensionsOf(metric.numerator).filter((dimension) =>
    counters.every((counter) => dimensionsOf(counter).includes(dimension)),
  );
}

/** Checks that every part of a metric on which a plan pays exists, and is kept. */
export function checkSlices(plans: ScenarioFile['plans'], world: RevenueWorld, checks: Reporter): void {
  for (const [plan, people] of Object.entries(plans))
    for (const [person, { components = [] }] of Object.entries(people))
      for (const [i, { metric, of }] of components.entries()) {
        if (of === undefined) continue;
        const at = ['plans', plan, person, 'components', i, 'of'];
        if (isPlanner(world, person)) checkSlice(metric, of, at, world, checks);
        else
          checks.report(at, {
            code: 'inconsistent',
            got: showValue(Object.keys(of).join(', ')),
            expected: `no part here: ${person} is paid on own results, or on those of the whole team`,
          });
      }
}

function checkSlice(metric: string, of: SliceOf, at: Path, world: RevenueWorld, { report }: Reporter): void {
  const kept = dimensionsOfMetric(metric);
  const named = Object.entries(of) as [keyof SliceOf, string][];
  if (named.length === 0)
    report(at, { code: 'missing', expected: 'a line, a channel or a region; or no part at all' });
  for (const [dimension, name] of named) {
    if (!kept.includes(dimension)) {
      report([...at, dimension], {
        code: 'inconsistent',
        got: showValue(name),
        expected:
          kept.length === 0
            ? `${metric} of the whole company; by ${dimension} there are ${offered(dimension)}`
            : `${kept.join(' or ')}: ${metric} is not kept by ${dimension}`,
      });
      continue;
    }
    const names = namesOf(dimension, world);
    if (names.includes(name)) continue;
    const near = nearestName(name, names);
    report([...at, dimension], {
      code: 'dangling-reference',
      got: showValue(name),
      expected: WHERE[dimension],
      ...(near === undefined ? {} : { hint: `did you mean ${near}?` }),
    });
  }
}

const WHERE: Readonly<Record<keyof SliceOf, string>> = {
  line: 'a product under lines.products',
  channel: 'a channel under market.channels',
  region: 'a group of account executives under people',
};

function namesOf(dimension: keyof SliceOf, world: RevenueWorld): string[] {
  const all = { line: world.products, channel: world.channels, region: peopleWith(world, 'seller') };
  return all[dimension].map(({ name }) => name);
}

/** Metrics that are kept by a dimension. */
function offered(dimension: keyof SliceOf): string {
  return METRICS.filter(({ id }) => dimensionsOfMetric(id).includes(dimension))
    .map(({ id }) => id)
    .join(', ');
}

function isPlanner({ people }: RevenueWorld, name: string): boolean {
  const person = people.find((each) => each.name === name);
  // Who does not exist is refused elsewhere.
  return person === undefined || roleOf(person).mind === 'planner';
}
