import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

/**
 * One chart of a report: a Vega-Lite specification, a caption that points out the finding, and the same
 * numbers as a table.
 */
export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly caption: string;
  readonly spec: TopLevelSpec;
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/**
 * Colours that can be told apart with colour-vision deficiency (after Okabe and Ito). Lines in the first
 * three also differ in dash; grey is for reference lines.
 */
export const INK = '#1b1b1b';
export const BLUE = '#0b5c8f';
export const ORANGE = '#d98200';
export const GREY = '#8a8a8a';

/** Line colours by arm; arms differ in hue or lightness, and in dash. They repeat after ten arms. */
export const ARM_COLOURS = [
  '#1b1b1b',
  '#d98200',
  '#0b5c8f',
  '#5fa8d3',
  '#7a2e00',
  '#6b6b6b',
  '#009e73',
  '#b58900',
  '#999999',
  '#c2578b',
];
export const ARM_DASHES = [
  [1, 0],
  [7, 3],
  [2, 3],
  [9, 3, 2, 3],
  [4, 2],
  [12, 4],
  [1, 2],
  [6, 2, 1, 2],
  [3, 6],
  [10, 2],
];

const CONFIG: TopLevelSpec['config'] = {
  background: 'transparent',
  font: 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif',
  axis: {
    labelColor: '#333',
    titleColor: '#333',
    gridColor: '#e3e3e3',
    domainColor: '#999',
    tickColor: '#999',
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelLimit: 0,
  },
  legend: {
    labelFontSize: 12,
    titleFontSize: 12,
    orient: 'top',
    title: null,
    symbolStrokeWidth: 2.5,
    labelLimit: 0,
    columnPadding: 24,
  },
  view: { stroke: null },
  title: { fontSize: 13, fontWeight: 600, anchor: 'start', color: '#222' },
};

/** Renders a chart as SVG text; equal charts give equal bytes. */
export async function drawSvg(chart: Chart): Promise<string> {
  const spec = { ...(withSafeNames(chart.spec) as object), config: CONFIG } as TopLevelSpec;
  const view = new View(parse(compile(spec).spec), {
    renderer: 'none',
  });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/** Invisible and without width. */
const WORD_JOINER = '\u2060';

/**
 * Marks texts that name a property of every JavaScript object, such as an arm called `toString`. Vega looks
 * up groups by name in plain objects, and would find the inherited property.
 */
function withSafeNames(node: unknown): unknown {
  if (typeof node === 'string') return node in Object.prototype ? node + WORD_JOINER : node;
  if (Array.isArray(node)) return node.map(withSafeNames);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withSafeNames(value)]));
}

/** Axis format for a unit: money in k, M and B, shares in percent. */
export function axisFor(unit: string): Record<string, unknown> {
  if (unit === 'USD')
    return {
      labelExpr: "(datum.value < 0 ? '−' : '') + '$' + replace(format(abs(datum.value), '~s'), 'G', 'B')",
    };
  if (unit === 'share') return { format: '.0%' };
  return { format: '~s' };
}
