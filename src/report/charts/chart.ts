import { Error as LOG_ERRORS, logger, parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile, type TopLevelSpec } from 'vega-lite';

/** One chart of a report: a Vega-Lite specification, and the same numbers as a table. */
export interface Chart {
  readonly id: string;
  /** The finding, in one sentence without its full stop. */
  readonly title: string;
  /** What is shown. */
  readonly subject: string;
  /** How to read it. */
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
/** Fills: what is sound, and what is hollow or lost. */
export const PALE = '#b9d7e8';
export const DARK = '#7a2e00';

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

const CONFIG = {
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
} as const satisfies TopLevelSpec['config'];

/** How wide a chart is drawn: for a page, or for a phone. */
export type Frame = 'wide' | 'narrow';

/** Width of a chart on a phone of 360 pixels, in pixels, axis and labels included. */
const NARROW = 328;

/** Looks that a document may choose. */
export interface Look {
  readonly frame?: Frame;
  /** Font family; default: that of the system. */
  readonly font?: string;
  /** Whether the picture stands alone, and carries its heading. */
  readonly isAlone?: boolean;
  /** Colours to replace, from {@link INK}, {@link BLUE} and the like. */
  readonly colours?: Readonly<Record<string, string>>;
}

/** Renders a chart as SVG text; equal charts and looks give equal bytes. */
export async function drawSvg(
  chart: Chart,
  { frame = 'wide', font, isAlone = false, colours = {} }: Look = {},
): Promise<string> {
  const headed = isAlone ? withHeading(chart) : chart.spec;
  const fitted = frame === 'wide' ? headed : narrowed(headed);
  const config = {
    ...CONFIG,
    ...(frame === 'wide' ? {} : NARROW_CONFIG),
    ...(font === undefined ? {} : { font }),
  };
  const spec = { ...(recoloured(withSafeNames(fitted), colours) as object), config } as TopLevelSpec;
  // Vega-Lite warns of what it does to fit a chart into its width, which is what is asked of it.
  const { spec: drawn } = compile(spec, { logger: logger(LOG_ERRORS) });
  // Expressions are interpreted: a page without leave to evaluate text can draw charts too.
  const view = new View(parse(drawn, undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
  });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/** The chart with its finding and its subject above it. */
function withHeading({ spec, title, subject }: Chart): TopLevelSpec {
  const heading = { text: title, subtitle: subject, fontSize: 15, subtitleFontSize: 12, offset: 14 };
  return {
    ...spec,
    title: { ...heading, subtitleColor: '#595959', anchor: 'start', frame: 'bounds' },
  } as TopLevelSpec;
}

/** The same chart for a phone: panels under each other, and a plot that makes room for its labels. */
function narrowed(spec: TopLevelSpec): TopLevelSpec {
  const {
    columns,
    spec: panel,
    vconcat,
  } = spec as {
    columns?: number;
    spec?: object;
    vconcat?: readonly object[];
  };
  if (vconcat !== undefined)
    return { ...spec, vconcat: vconcat.map((each) => ({ ...each, width: NARROW - 48 })) } as TopLevelSpec;
  if (columns !== undefined) {
    const isByRow = JSON.stringify(panel).includes('"y":{"field":"arm"');
    const width = isByRow ? NARROW - 140 : NARROW - 60;
    return { ...spec, columns: 1, spec: { ...panel, width } } as TopLevelSpec;
  }
  return { ...spec, width: NARROW, autosize: { type: 'fit-x', contains: 'padding' } } as TopLevelSpec;
}

const NARROW_CONFIG: TopLevelSpec['config'] = {
  axis: { ...CONFIG.axis, labelFontSize: 11, titleFontSize: 11, labelLimit: 180, tickCount: 4 },
  // A title longer than a narrow plot reaches to the left, not beyond the picture.
  axisX: { titleAnchor: 'end' },
  legend: { ...CONFIG.legend, columns: 1, labelLimit: 280 },
};

/** Replaces colours by those of a brand. */
function recoloured(node: unknown, colours: Readonly<Record<string, string>>): unknown {
  if (typeof node === 'string') return Object.hasOwn(colours, node) ? colours[node] : node;
  if (Array.isArray(node)) return node.map((each) => recoloured(each, colours));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      NAMES_IN.includes(key) ? value : recoloured(value, colours),
    ]),
  );
}

/** Keys whose values are data: a name that looks like a colour stays a name. */
const NAMES_IN: readonly string[] = ['values', 'domain', 'sort', 'text', 'title'];

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
  // Below a thousand without prefixes: 0.18 is not 180m.
  return { labelExpr: "abs(datum.value) >= 1000 ? format(datum.value, '~s') : format(datum.value, '~r')" };
}
