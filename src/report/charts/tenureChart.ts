import type { TopLevelSpec } from 'vega-lite';
import type { ArmResult, Bundle } from '../../experiments/result/bundle.ts';
import { shownPair } from '../answer/shownPair.ts';
import { formatValue, quoted, titleOf } from '../format.ts';
import { personWords, reportedPeople } from '../people.ts';
import { capital } from '../words.ts';
import { ARM_COLOURS, ARM_DASHES, type Chart } from './chart.ts';
import { WIDTH } from './shapes.ts';

/** Survival of the first holders of planners' seats under each arm; undefined if nobody ever leaves. */
export function tenureChart(bundle: Bundle): Chart | undefined {
  if (bundle.arms.every((arm) => arm.tenure.survivalShare.every((share) => share === 1))) return undefined;
  const values = bundle.arms.flatMap((arm) => [
    { arm: titleOf(arm.name), month: 0, share: 1 },
    ...arm.tenure.survivalShare.map((share, m) => ({ arm: titleOf(arm.name), month: m + 1, share })),
  ]);
  const months = bundle.scenario.horizonMonths;
  const names = bundle.arms.map((arm) => titleOf(arm.name));
  const picks = [...new Set([1, 3, 6, 12, 24, 36, 48, 60, months].filter((month) => month <= months))];
  const people = reportedPeople(bundle);
  const who =
    people.length === 1 ? personWords(people[0].name).replace(/^the /, 'the first ') : 'the first marketer';
  return {
    id: 'tenure',
    title: headingOf(bundle, who),
    subject: `How long ${who} lasts`,
    caption:
      `Share of runs in which ${who} is still employed: a survival curve without censoring, ` +
      'since every run is followed to the end. A step down is a dismissal.',
    spec: {
      data: { values },
      width: WIDTH,
      height: 200,
      mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.2 },
      encoding: {
        x: {
          field: 'month',
          type: 'quantitative',
          title: 'month',
          axis: { tickMinStep: 1, tickCount: 8, format: 'd', grid: false },
          scale: { domain: [0, months], nice: false },
        },
        y: {
          field: 'share',
          type: 'quantitative',
          title: 'still employed',
          axis: { format: '.0%' },
          scale: { domain: [0, 1] },
        },
        color: {
          field: 'arm',
          type: 'nominal',
          sort: names,
          scale: {
            domain: names,
            range: ARM_COLOURS,
          },
          legend: { columns: 3 },
        },
        strokeDash: {
          field: 'arm',
          type: 'nominal',
          sort: names,
          scale: {
            domain: names,
            range: ARM_DASHES,
          },
        },
      },
    } as TopLevelSpec,
    table: {
      head: [
        'Arm',
        ...picks.map((month) => `after ${month} month${month === 1 ? '' : 's'}`),
        'mean tenure within the horizon',
      ],
      rows: bundle.arms.map((arm) => [
        titleOf(arm.name),
        ...picks.map((month) => formatValue(arm.tenure.survivalShare[month - 1] ?? 0, 'share')),
        formatValue(arm.outcomes.tenureMonths?.mean ?? 0, 'months'),
      ]),
    },
  };
}

/** Who is still there at the end, under two arms. */
function headingOf(bundle: Bundle, who: string): string {
  const { reference, other } = shownPair(bundle);
  const left = ({ name, tenure: { survivalShare } }: ArmResult) =>
    `${formatValue(survivalShare[survivalShare.length - 1] ?? 1, 'share')} of runs under ${quoted(name)}`;
  const end = `${capital(who)} is still there at the end in ${left(reference)}`;
  return other === undefined ? end : `${end}, ${left(other)}`;
}
