import type { Bundle } from '../../experiments/result/bundle.ts';
import { drawTable } from './drawTable.ts';

/** Table of all assumptions with value, range and source. */
export function drawAssumptions(bundle: Bundle): string {
  const rows = bundle.scenario.assumptions.map((item) => [
    item.path,
    typeof item.value === 'number' ? String(item.value) : String(item.value),
    item.unit,
    item.low === undefined ? '' : `${item.low} to ${item.high}`,
    { default: 'default', base: 'base', scenario: 'set by the scenario', set: 'set by the command' }[
      item.origin
    ],
    item.source,
  ]);
  return drawTable(['Name', 'Value', 'Unit', 'Plausible range', 'From', 'Source'], rows, 'Every assumption');
}
