import { showValue } from '../core/messages.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { rating } from '../worlds/revenue/catalogue/metrics/rating.ts';
import { metricsNamed } from './checkTerms.ts';
import type { Reporter } from './reporter.ts';
import type { ScenarioFile } from './schema.ts';

type Path = readonly (string | number)[];
type PersonPlanFile = ScenarioFile['plans'][string][string];

/** The metric that a judged block makes. */
export const RATING = rating.id;
/** Tolerance for the sum of weights, which must be 1. */
const WEIGHT_ROUNDING = 1e-6;

/** Checks how somebody is rated, and what is paid on the rating. */
export function checkJudged(pay: PersonPlanFile, path: Path, { report }: Pick<Reporter, 'report'>): void {
  const { judged } = pay;
  if (judged === undefined) return;
  const at = [...path, 'judged'];
  if (!metricsNamed({ ...pay, judged: undefined }, path).some(({ id }) => id === RATING))
    report(at, {
      code: 'inconsistent',
      expected: 'a component, gate or multiplier on metric: rating beside it',
    });
  const paysOnIt = (pay.components ?? []).some(({ metric }) => metric === RATING);
  const { keeping = 'always' } = judged;
  if (keeping !== 'always' && !paysOnIt)
    report([...at, 'keeping'], {
      code: 'inconsistent',
      expected:
        'a component on metric: rating, whose bonus is promised: gates and multipliers are no promise',
    });
  if (typeof keeping === 'object' && Object.keys(keeping).length !== 1)
    report([...at, 'keeping'], {
      code: 'inconsistent',
      got: showValue(keeping),
      expected: 'either a chanceShare or a discountSharePerMonth',
    });
  const sum = judged.sees.reduce((total, { weightShare }) => total + weightShare, 0);
  if (Math.abs(sum - 1) > WEIGHT_ROUNDING)
    report([...at, 'sees'], {
      code: 'inconsistent',
      got: `weights that add up to ${Number(sum.toFixed(6))}`,
      expected: 'weightShare values that add up to 1',
    });
  for (const [i, { metric }] of judged.sees.entries()) {
    if (judged.sees.findIndex((other) => other.metric === metric) < i)
      report([...at, 'sees', i, 'metric'], {
        code: 'inconsistent',
        got: showValue(metric),
        expected: 'each number once, with all of its weight',
      });
    if (metric === RATING)
      report([...at, 'sees', i, 'metric'], {
        code: 'inconsistent',
        got: showValue(metric),
        expected: 'what the rating is made of, not the rating itself',
      });
    const known = METRICS.find(({ id }) => id === metric);
    if (
      metric !== RATING &&
      known !== undefined &&
      (known.denominator !== undefined || known.direction === 'lower')
    )
      report([...at, 'sees', i, 'metric'], {
        code: 'inconsistent',
        got: showValue(metric),
        expected: 'an amount of which more is better, such as accepted-leads in place of the acceptance-rate',
      });
  }
  checkPaid(pay, path, report);
}

function checkPaid(
  { judged, components = [] }: PersonPlanFile,
  path: Path,
  report: Reporter['report'],
): void {
  let paid = 0;
  for (const [i, component] of components.entries()) {
    const at = [...path, 'components', i];
    const { metric, period, measured = 'period', basis = 'level', targets } = component;
    const named = metricsNamed({ baseUsdPerYear: 0, components: [component] }, []);
    if (!named.some(({ id }) => id === RATING)) continue;
    if (period !== judged!.period)
      report([...at, 'period'], {
        code: 'inconsistent',
        got: showValue(period),
        expected: `${judged!.period}, as the ratings: a rating is for its own period`,
      });
    if (metric !== RATING) continue;
    if (++paid > 1)
      report([...at, 'metric'], {
        code: 'inconsistent',
        got: showValue(metric),
        expected: 'one component on the rating',
      });
    for (const [key, isUsual] of [
      ['measured', measured === 'period'],
      ['basis', basis === 'level'],
      ['targets', targets === undefined],
    ] as const)
      if (!isUsual)
        report([...at, key], {
          code: 'inconsistent',
          expected: 'a target of the rating in its own period: 1 meets expectations',
        });
  }
}
