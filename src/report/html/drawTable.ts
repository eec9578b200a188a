import { escapeHtml } from './escapeHtml.ts';

/** An HTML table whose first column holds the row headings. */
export function drawTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  label: string,
): string {
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(label)}: table"><table><thead><tr>${head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      (row) =>
        `<tr>${row.map((cell, i) => (i === 0 ? `<th scope="row">${escapeHtml(cell)}</th>` : `<td>${escapeHtml(cell)}</td>`)).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>`;
}
