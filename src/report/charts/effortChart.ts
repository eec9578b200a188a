import type { ArmResult, Bundle } from '../../experiments/result/bundle.ts';
import { shownPair } from '../answer/shownPair.ts';
import { formatUsd, formatValue, quoted, titleOf } from '../format.ts';
import { effortsOf } from '../textbookWords.ts';
import { type Chart, DARK, PALE } from './chart.ts';
import { smallMultiples } from './shapes.ts';

/** Agents' effort by task and arm in a textbook world. */
export function effortChart(bundle: Bundle): Chart {
  const { resolved } = bundle.scenario;
  const arms = bundle.arms.map((arm) => ({
    arm,
    title: titleOf(arm.name),
    efforts: effortsOf(arm, resolved),
  }));
  const tasks = (arms[0]?.efforts ?? []).map(({ task, gaming }) => ({
    task,
    title: `${titleOf(task)}${gaming ? ' (gaming)' : ''}`,
  }));
  const values = arms.flatMap(({ title, efforts }) =>
    efforts.map(({ effort, gaming }, k) => ({
      arm: title,
      task: tasks[k].title,
      effort,
      kind: gaming ? 'gaming' : 'work',
    })),
  );
  return {
    id: 'effort',
    title: headingOf(bundle),
    subject: 'What one agent does',
    caption:
      'Effort by task, each in its own unit. Dark bars are gaming: they move the number that is ' +
      'paid for, not the work.',
    spec: smallMultiples({
      rows: values,
      by: 'task',
      order: tasks.map(({ title }) => title),
      own: 'x',
      one: {
        width: 210,
        height: { step: 22 },
        mark: { type: 'bar', stroke: '#fff', strokeWidth: 1 },
        encoding: {
          y: { field: 'arm', type: 'nominal', sort: arms.map(({ title }) => title), title: null },
          x: { field: 'effort', type: 'quantitative', title: 'effort', axis: { tickCount: 4, grid: false } },
          color: {
            field: 'kind',
            type: 'nominal',
            scale: { domain: ['work', 'gaming'], range: [PALE, DARK] },
          },
        },
      },
    }),
    table: {
      head: ['Arm', ...tasks.map(({ title }) => title), 'Pay above salaries, all agents', 'Of it for gaming'],
      rows: arms.map(({ arm, title, efforts }) => [
        title,
        ...efforts.map(({ effort }) => formatValue(effort, 'units')),
        formatUsd(arm.outcomes.bonusUsd?.mean ?? 0),
        formatUsd(arm.outcomes.hollowPayUsd?.mean ?? 0),
      ]),
    },
  };
}

/** How much pay above salaries is for gaming, under two arms. */
function headingOf(bundle: Bundle): string {
  const { reference, other } = shownPair(bundle);
  const paid = ({ name, outcomes }: ArmResult) =>
    `${formatUsd(outcomes.hollowPayUsd?.mean ?? 0)} of ` +
    `${formatUsd(outcomes.bonusUsd?.mean ?? 0)} under ${quoted(name)}`;
  const first = `Pay for gaming: ${paid(reference)}`;
  return other === undefined ? first : `${first}, ${paid(other)}`;
}
