import type { ArmResult } from '../../experiments/result/bundle.ts';
import { LEDGERS } from '../../model/metric.ts';
import { formatValue, quoted, titleOf } from '../format.ts';
import { hollowParts } from '../gamingSentence.ts';
import { joined } from '../words.ts';
import { BLUE, type Chart, INK, ORANGE } from './chart.ts';
import { linesOverTime, smallMultiples } from './shapes.ts';

const LOOKS = {
  reported: { title: 'reported', colour: INK, dash: [1, 0] },
  true: { title: 'true (without gaming)', colour: ORANGE, dash: [7, 3] },
  sound: { title: 'sound (really ready or human)', colour: BLUE, dash: [2, 3] },
};

/**
 * Monthly metrics of an arm by ledger. Without gaming, reported equals true and is not shown twice.
 *
 * @returns undefined for a world without months
 */
export function ledgerChart(arm: ArmResult): Chart | undefined {
  // Metrics that are zero throughout are omitted.
  const ids = ['visitors', 'leads', 'sqls', 'marketing-pipeline'].filter(
    (id) => arm.monthly[id]?.reported.some((value) => value !== 0) === true,
  );
  if (ids.length === 0) return undefined;
  const isHollow = ids.some((id) =>
    arm.monthly[id].reported.some((value, m) => value !== arm.monthly[id].true[m]),
  );
  const shown = LEDGERS.filter((ledger) => isHollow || ledger !== 'true').map((ledger) => ({
    ledger,
    ...LOOKS[ledger],
    ...(isHollow || ledger === 'sound' ? {} : { title: 'reported, and true' }),
  }));
  const values = ids.flatMap((id) =>
    shown.flatMap(({ ledger, title }) =>
      arm.monthly[id][ledger].map((value, m) => ({
        metric: arm.monthly[id].title,
        month: m + 1,
        value,
        ledger: title,
      })),
    ),
  );
  const months = arm.monthly[ids[0]].reported.length;
  const domain = shown.map(({ title }) => title);
  const sound = 'The dotted line (sound) counts what is really human or sales-ready, however it was labelled';
  return {
    id: 'ledgers',
    title: headingOf(arm, isHollow),
    subject:
      `${isHollow ? 'Reported, true and sound' : 'Reported and sound'}, month by month, under ` +
      `${titleOf(arm.name)}`,
    caption: isHollow
      ? 'Where the solid line (reported) leaves the dashed one (true), the number is hollow: gaming ' +
        `made it. ${sound}: it lies below true where honest scoring erred, and above it where some ` +
        'relabelled leads turned out ready. Means over all runs.'
      : `Nobody games these numbers: what is reported is true. ${sound}: it lies below where honest ` +
        'scoring erred. Means over all runs.',
    spec: smallMultiples({
      rows: values,
      by: 'metric',
      order: ids.map((id) => arm.monthly[id].title),
      own: 'y',
      one: linesOverTime({
        period: 'month',
        periods: months,
        field: 'ledger',
        colour: { scale: { domain, range: shown.map(({ colour }) => colour) } },
        dash: { scale: { domain, range: shown.map(({ dash }) => dash) } },
        strokeWidth: 2.5,
        axis: { format: '~s' },
      }),
    }),
    table: {
      head: [
        'Month',
        ...ids.flatMap((id) => shown.map(({ ledger }) => `${arm.monthly[id].title}, ${ledger}`)),
      ],
      rows: Array.from({ length: months }, (_, m) => [
        String(m + 1),
        ...ids.flatMap((id) =>
          shown.map(({ ledger }) => formatValue(arm.monthly[id][ledger][m], arm.monthly[id].unit)),
        ),
      ]),
    },
  };
}

function headingOf(arm: ArmResult, isHollow: boolean): string {
  const parts = hollowParts(arm);
  if (!isHollow || parts.length === 0) return `What is reported is true under ${quoted(arm.name)}`;
  return `Hollow under ${quoted(arm.name)}: ${joined(parts)}`;
}
