import type { Bundle } from '../../experiments/result/bundle.ts';
import { rankedName } from '../answer/answerWords.ts';
import { shownPair } from '../answer/shownPair.ts';
import { formatDifference, formatInterval, titleOf } from '../format.ts';
import { capital } from '../words.ts';
import { axisFor, type Chart } from './chart.ts';
import { differenceHeading } from './headings.ts';
import { dotsAndBars } from './shapes.ts';

/**
 * Differences of all arms from the reference in the outcome that ranks them, best first; undefined if the
 * bundle ranks no arms or has only one.
 */
export function rankingChart(bundle: Bundle): Chart | undefined {
  const { answer, scenario } = bundle;
  if (answer === undefined || answer.ranking.length < 2) return undefined;
  const unit = bundle.arms[0].outcomes[answer.rankedBy]?.unit ?? '';
  const name = rankedName(bundle);
  const rows = answer.ranking.map(({ arm, fromReference }) => ({
    arm: `${titleOf(arm)}${arm === scenario.reference ? ' (reference)' : ''}`,
    mean: fromReference?.meanDifference ?? 0,
    low: fromReference?.ci95Simultaneous[0] ?? 0,
    high: fromReference?.ci95Simultaneous[1] ?? 0,
  }));
  const { other } = shownPair(bundle);
  const shown = answer.ranking.find(({ arm }) => arm === other?.name)!;
  const { meanDifference, ci95Simultaneous } = shown.fromReference!;
  const what = capital(name);
  return {
    id: 'ranking',
    title: differenceHeading(
      shown.arm,
      scenario.reference,
      what,
      { meanDifference, ci95: ci95Simultaneous },
      unit,
    ),
    subject: `${what}: difference from ${titleOf(scenario.reference)}, best first`,
    caption:
      'Dot: mean difference; every plan meets the same buyers and the same chance events. Bar: 95% interval, ' +
      'valid for all pairs of plans jointly. If it touches the dashed line, the plan cannot be distinguished from ' +
      'the reference; bars of plans that can be distinguished may overlap.',
    spec: dotsAndBars({
      rows,
      low: 'low',
      high: 'high',
      lineAt: 0,
      title: `difference in ${name}`,
      axis: axisFor(unit),
    }),
    table: {
      head: ['Plan', 'Mean difference', '95% interval (all pairs together)'],
      rows: rows.map(({ arm, mean, low, high }) => [
        arm,
        formatDifference(mean, unit),
        low === mean && high === mean ? 'exactly' : formatInterval([low, high], unit, true),
      ]),
    },
  };
}
