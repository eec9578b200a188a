import type { Issue } from '../core/errors.ts';
import { showValue } from '../core/messages.ts';
import type { Payout, PersonPlan, PlanComponent } from '../model/plan.ts';
import type { Locate } from './places.ts';
import { type Reporter, reporter } from './reporter.ts';

type Path = readonly (string | number)[];

/** Tolerance for the sum of weights, which must be 1. */
const WEIGHT_ROUNDING = 1e-6;

/** Checks the components of a person's pay: targets, weights and payout curves. */
export function checkPayouts(pay: PersonPlan, path: Path, locate: Locate): Issue[] {
  const checks = reporter(locate);
  const { components = [], drawn = [], bonusUsdPerYear } = pay;
  for (const [d, way] of drawn.entries())
    for (const [i, component] of way.components.entries())
      checkComponent(component, [...path, 'drawn', d, 'components', i], checks);
  for (const [i, component] of components.entries())
    checkComponent(component, [...path, 'components', i], checks);
  const weights = components.flatMap(({ payout, weightShare }) =>
    weightShare === undefined || isPerUnit(payout) ? [] : [weightShare],
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.length > 0 && Math.abs(sum - 1) > WEIGHT_ROUNDING)
    checks.report([...path, 'components'], {
      code: 'inconsistent',
      got: `weights that add up to ${Number(sum.toFixed(6))}`,
      expected: 'weightShare values that add up to 1',
    });
  if (weights.length > 0 && bonusUsdPerYear === undefined)
    checks.report([...path, 'bonusUsdPerYear'], {
      code: 'missing',
      expected: 'a bonusUsdPerYear for its weighted components',
    });
  return checks.issues;
}

function isPerUnit(payout: Payout): boolean {
  return typeof payout === 'object' && 'perUnitUsd' in payout;
}

function checkComponent(component: PlanComponent, at: Path, { report }: Reporter): void {
  const { payout, weightShare, target, metric } = component;
  if (isPerUnit(payout)) {
    if (weightShare !== undefined || target !== undefined)
      report(at, {
        code: 'inconsistent',
        got: showValue(metric),
        expected: 'perUnitUsd alone: it has neither target nor weightShare',
      });
    return;
  }
  if (target === undefined && component.targets === undefined)
    report([...at, 'target'], { code: 'missing', expected: 'a target in the unit of the metric' });
  if (weightShare === undefined)
    report([...at, 'weightShare'], { code: 'missing', expected: 'a share from 0 to 1' });
  if (typeof payout !== 'object') return;
  if ('points' in payout && payout.points.some((point, p) => p > 0 && point[0] < payout.points[p - 1][0]))
    report([...at, 'payout'], {
      code: 'inconsistent',
      got: showValue(payout.points),
      expected: 'points in increasing order of attainment',
    });
  if (!('linear' in payout)) return;
  const { capShare, thresholdShare } = payout;
  if (capShare !== undefined && thresholdShare !== undefined && capShare <= thresholdShare)
    report([...at, 'payout'], {
      code: 'inconsistent',
      got: showValue(payout),
      expected: 'a capShare above the thresholdShare',
    });
}
