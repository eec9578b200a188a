import type { Bundle, Contrast } from '../../experiments/result/bundle.ts';
import { formatValue, titleOf } from '../format.ts';
import { outcomeOf, standingOf } from '../standing.ts';
import { chooseColumns } from './chooseColumns.ts';
import { drawTable } from './drawTable.ts';

/** Overview table: one row per arm, the primary outcome first. */
export function drawArms(bundle: Bundle): string {
  const outcome = outcomeOf(bundle);
  const columns = chooseColumns(bundle, outcome.id);
  const head = ['Arm', outcome.title, 'Against the reference', ...columns.map(([, title]) => title)];
  const rows = bundle.arms.map((arm) => {
    const contrast = bundle.contrasts.find((item) => item.arm === arm.name);
    const standing = contrast === undefined ? 'reference' : describeStanding(bundle, contrast, outcome);
    const show = (id: string) => {
      const value = arm.outcomes[id];
      return value === undefined ? '–' : formatValue(value.mean, value.unit);
    };
    return [titleOf(arm.name), show(outcome.id), standing, ...columns.map(([id]) => show(id))];
  });
  return drawTable(head, rows, 'The arms at a glance');
}

/** Standing of an arm against its comparison arm, which is named unless it is the common reference. */
function describeStanding(
  bundle: Bundle,
  contrast: Contrast,
  outcome: { id: string; direction: string },
): string {
  const standing = standingOf(contrast, outcome.id, outcome.direction);
  const words = { better: 'better', worse: 'worse', open: 'not distinguishable', identical: 'identical' }[
    standing
  ];
  if (contrast.reference === bundle.scenario.reference) return words;
  const link = { better: 'than', worse: 'than', open: 'from', identical: 'with' }[standing];
  return `${words} ${link} ${titleOf(contrast.reference)}`;
}
