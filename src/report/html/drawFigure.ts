import { type Chart, drawSvg, type Look } from '../charts/chart.ts';
import { drawTable } from './drawTable.ts';
import { escapeHtml } from './escapeHtml.ts';

/**
 * A chart with its heading and caption, and its numbers as a table; for pages and for phones, or only for the
 * frame of the look.
 */
export async function drawFigure(chart: Chart, look: Look = {}): Promise<string> {
  const frames = look.frame === undefined ? (['wide', 'narrow'] as const) : [look.frame];
  const pictures = await Promise.all(frames.map((frame) => drawSvg(chart, { ...look, frame })));
  const label = escapeHtml(`${chart.title}. ${chart.subject}. The numbers are in the table below.`);
  return `<figure id="chart-${escapeHtml(chart.id)}"><h3>${escapeHtml(chart.title)}</h3><p class="subject">${escapeHtml(chart.subject)}</p>${pictures.map((svg, i) => `<div class="chart${look.frame === undefined ? ` ${frames[i]}` : ''}">${labelled(svg, label)}</div>`).join('')}<figcaption>${escapeHtml(chart.caption)}</figcaption>
<details class="twin"><summary>The numbers as a table</summary>${drawTable(chart.table.head, chart.table.rows, chart.title)}</details></figure>`;
}

/** A single image to assistive technology: the parts inside have no roles. */
function labelled(svg: string, label: string): string {
  const bare = svg.replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, '');
  return bare.replace('<svg ', `<svg role="img" aria-label="${label}" `);
}
