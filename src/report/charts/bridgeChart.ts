import type { TopLevelSpec } from 'vega-lite';
import type { Bundle, Contrast } from '../../experiments/result/bundle.ts';
import { type Bridge, bridgeOf, sharesOf, TITLES, titleOfPart, unitOf } from '../bridge.ts';
import { formatDifference, formatInterval, titleOf } from '../format.ts';
import { partsOf, type Whole } from '../parts.ts';
import { bySize } from '../standing.ts';
import { capital } from '../words.ts';
import { axisFor, type Chart, INK, PALE } from './chart.ts';
import { differenceHeading } from './headings.ts';

/** Maximum number of panels. */
const MOST_PANELS = 5;

/**
 * One panel per distinct explanation of a difference, with a bar for each part that its sentence names; the
 * table lists every difference with all its parts.
 *
 * @returns undefined if no difference has an explanation: see {@link bridgeOf}
 */
export function bridgeChart(bundle: Bundle, whole: Whole): Chart | undefined {
  const bridges = bySize(bundle).flatMap((contrast) => {
    const bridge = bridgeOf(bundle, contrast, whole);
    return bridge === undefined ? [] : [{ contrast, bridge }];
  });
  const wayOf = ({ contrast, bridge }: (typeof bridges)[number]) => `${contrast.reference} ${bridge.kind}`;
  const panels = bridges
    .filter((one, i) => bridges.findIndex((other) => wayOf(other) === wayOf(one)) === i)
    .slice(0, MOST_PANELS);
  if (panels.length === 0) return undefined;
  const unit = unitOf(whole);
  const [{ contrast: first }] = panels;
  const others =
    panels.length < bundle.contrasts.length
      ? ' Arms with the same causes as one shown, and small differences, are in the table only.'
      : '';
  return {
    id: `bridge-${whole}`,
    title: differenceHeading(
      first.arm,
      first.reference,
      whole === 'winsCount' ? 'Deals won' : 'Profit',
      first.outcomes[whole],
      unit,
    ),
    subject: whole === 'winsCount' ? 'Where the deals come from' : 'Where the profit comes from',
    caption: `${
      whole === 'winsCount'
        ? 'Deals won, more or fewer than in the arm compared with, and where they come from'
        : 'Profit, more or less than in the arm compared with, part by part; where more is paid or ' +
          'spent the bar points to the left'
    }. The line over each bar is its 95% interval; the parts add up in the table.${others}`,
    spec: panelsOf(panels, whole, unit),
    table: tableOf(bundle, whole, unit),
  };
}

function panelsOf(
  panels: readonly { readonly contrast: Contrast; readonly bridge: Bridge }[],
  whole: Whole,
  unit: string,
): TopLevelSpec {
  const ends = panels.flatMap(({ bridge }) => bridge.named.flatMap(({ ci95 }) => ci95));
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  // Space for the numbers at the ends of the bars.
  const room = 0.2 * (most - least);
  const scale = { domain: [least < 0 ? least - room : 0, most > 0 ? most + room : 0], nice: false };
  const label = (field: 'left' | 'right', align: 'left' | 'right') => ({
    mark: { type: 'text', align, dx: align === 'left' ? 5 : -5, fontSize: 12, color: INK },
    encoding: { x: { field, type: 'quantitative' }, text: { field: 'label' } },
    transform: [{ filter: `isValid(datum.${field})` }],
  });
  const isLast = (panel: number) => panel === panels.length - 1;
  return {
    vconcat: panels.map(({ contrast, bridge }, panel) => ({
      title: {
        text: `${pairOf(contrast)}: ${formatDifference(contrast.outcomes[whole].meanDifference, unit)}`,
        frame: 'group',
      },
      data: {
        values: bridge.named.map(({ words, mean, ci95: [low, high] }) => ({
          part: capital(words),
          mean,
          low,
          high,
          ...(mean > 0 ? { right: high } : { left: low }),
          label: formatDifference(mean, unit),
        })),
      },
      width: 420,
      height: { step: 38 },
      encoding: {
        y: {
          field: 'part',
          type: 'nominal',
          sort: bridge.named.map(({ words }) => capital(words)),
          axis: null,
        },
      },
      layer: [
        {
          mark: { type: 'bar', color: PALE, height: 13 },
          encoding: {
            x: {
              field: 'mean',
              type: 'quantitative',
              title: !isLast(panel) ? null : whole === 'winsCount' ? 'deals' : 'profit',
              axis: isLast(panel) ? axisFor(unit) : { labels: false, ticks: false, domain: false },
              scale,
            },
          },
        },
        {
          mark: { type: 'rule', color: INK, strokeWidth: 1.5 },
          encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
        },
        {
          // Labels stand above the bars, which leaves room for the bars on a phone.
          mark: { type: 'text', align: 'left', baseline: 'bottom', dy: -7, fontSize: 12, color: INK },
          encoding: { x: { value: 0 }, text: { field: 'part' } },
        },
        label('right', 'left'),
        label('left', 'right'),
      ],
    })),
  } as TopLevelSpec;
}

/** Every difference with all parts that changed. */
function tableOf(bundle: Bundle, whole: Whole, unit: string): Chart['table'] {
  const rows = bundle.contrasts.map((contrast) => ({ contrast, shares: sharesOf(bundle, contrast, whole) }));
  const isMoved = (id: string) => rows.some(({ shares }) => shares.some(({ part }) => part.id === id));
  const parts = partsOf(bundle, whole).filter(({ id }) => isMoved(id));
  const show = (mean: number, ci95: readonly [number, number]) =>
    `${formatDifference(mean, unit)} (${formatInterval(ci95, unit, true)})`;
  return {
    head: ['Arm', TITLES[whole], ...parts.map(titleOfPart)],
    rows: rows.map(({ contrast, shares }) => {
      const total = contrast.outcomes[whole];
      return [
        pairOf(contrast),
        total === undefined ? '–' : show(total.meanDifference, total.ci95),
        ...parts.map(({ id }) => {
          const share = shares.find(({ part }) => part.id === id);
          return share === undefined ? 'the same' : show(share.mean, share.ci95);
        }),
      ];
    }),
  };
}

function pairOf({ arm, reference }: Contrast): string {
  return `${titleOf(arm)} against ${titleOf(reference)}`;
}
