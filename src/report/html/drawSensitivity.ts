import type { Bundle } from '../../experiments/result/bundle.ts';
import { formatDifference, formatInterval } from '../format.ts';
import { outcomeOf } from '../standing.ts';
import { drawTable } from './drawTable.ts';

/** Table of weak assumptions at both ends of their range, with the effect on the verdict. */
export function drawSensitivity(bundle: Bundle): string {
  const { unit } = outcomeOf(bundle);
  const rows = bundle.sensitivity.map((test) => [
    test.path,
    `${test.value} (base ${test.base}) ${test.unit}`,
    `${formatDifference(test.difference.meanDifference, unit)} (` +
      `${formatInterval(test.difference.ci95, unit, true)})`,
    { same: 'stands', open: 'left open', turned: 'turned round' }[test.verdict],
  ]);
  return drawTable(
    ['Assumption', 'Set to', 'Difference', 'Verdict'],
    rows,
    'Assumptions at both ends of their range',
  );
}
