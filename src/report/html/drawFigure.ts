import type { Chart } from '../chart.ts';
import { drawTable } from './drawTable.ts';
import { escapeHtml } from './escapeHtml.ts';

/** A chart with its caption, and its numbers as a table. */
export function drawFigure(chart: Chart, svg: string): string {
  // A single image to assistive technology: the parts inside have no roles.
  const bare = svg.replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, '');
  const labelled = bare.replace(
    '<svg ',
    '<svg role="img" aria-label="' +
      `${escapeHtml(`${chart.title}. ${chart.caption} The numbers are in the table below.`)}" `,
  );
  return `<figure id="chart-${escapeHtml(chart.id)}"><h3>${escapeHtml(chart.title)}</h3><div class="chart" tabindex="0" role="group" aria-label="${escapeHtml(chart.title)}: chart">${labelled}</div><figcaption>${escapeHtml(chart.caption)}</figcaption>
<details class="twin"><summary>The numbers as a table</summary>${drawTable(chart.table.head, chart.table.rows, chart.title)}</details></figure>`;
}
