import type { Bundle } from '../../experiments/result/bundle.ts';
import { type AnswerTable, titlesOf } from '../answer/answerTable.ts';
import type { Board } from '../board/board.ts';
import type { Look } from '../charts/chart.ts';
import { quoted } from '../format.ts';
import { drawFigure } from './drawFigure.ts';
import { drawTable } from './drawTable.ts';
import { escapeHtml } from './escapeHtml.ts';

/** The board page: answer, figures, one chart, both sides, cost, notes; then the ranking as a table. */
export async function drawBoard(bundle: Bundle, board: Board, look: Look = {}): Promise<string> {
  const { text, tiles, chart, quotes, cost, fit, notes, ranking } = board;
  const figure = chart === undefined ? '' : await drawFigure(chart, look);
  return `<section id="answer" class="board" aria-labelledby="answer-title">
<h2 id="answer-title">The answer</h2>
${text.misfit.length === 0 ? '' : `<p class="headline doubt">${escapeHtml(text.misfit.join(' '))}</p>`}<p class="headline">${escapeHtml(text.answer.slice(text.misfit.length).join(' '))}</p>
${tiles.length === 0 ? '' : `<p class="meta">Under the reference plan, ${escapeHtml(quoted(bundle.scenario.reference))}; below each figure, the plan it is compared with.</p><dl class="tiles">${tiles.map(({ title, value, beside }) => `<div><dt>${escapeHtml(title)}</dt><dd class="value">${escapeHtml(value)}</dd><dd>${escapeHtml(beside)}</dd></div>`).join('')}</dl>`}
${figure}
${quotes.length === 0 ? '' : `<div class="quotes">${quotes.map(([who, says]) => `<blockquote><p>“${escapeHtml(says)}”</p><footer>${escapeHtml(who)}</footer></blockquote>`).join('')}</div>`}
${[cost, fit].map((table) => (table === undefined ? '' : `<h3>${escapeHtml(table.title)}</h3>${drawTable(table.head, table.rows, table.title)}<p class="meta">${escapeHtml(table.note)}</p>`)).join('')}
<dl class="notes">${notes.map(([heading, said]) => `<div><dt>${escapeHtml(heading)}</dt><dd>${escapeHtml(said)}</dd></div>`).join('')}</dl>
</section>
<section class="ranking-part" aria-labelledby="ranking-title">
<h2 id="ranking-title">The ranking</h2>
${drawRanking(ranking)}
<p class="meta">Plans in one row cannot be distinguished from its first (95%, all pairs jointly); the figures are those of the first. Amounts with a sign are differences from the reference.${bundle.answer?.rankedBy === 'profitBeforePayUsd' ? ' Profit at equal pay is profit plus a plan’s pay less the reference’s.' : ''} Hollow pay: part of the bonus that was earned by gaming.${ranking.rows.some(({ mark }) => mark.includes('what-if')) ? ' What-if: nobody could choose it, as it changes people or the company and not the plan.' : ''}</p>
</section>`;
}

/** The ranking with a bar for each group. */
function drawRanking({ columns: [ranked, ...columns], rows }: AnswerTable): string {
  const head = ['rank', 'plans', ranked, ...columns].map(
    (cell) => `<th scope="col">${escapeHtml(cell)}</th>`,
  );
  const body = rows.map((row) => {
    const [level, ...cells] = row.cells;
    const width = (100 * row.barShare).toFixed(1);
    return (
      `<tr><td>${row.rank}</td><th scope="row">${escapeHtml(`${titlesOf(row).join(', ')}${row.mark}`)}</th>` +
      `<td class="bar" style="background-size:${width}% 100%">${escapeHtml(row.isReference ? `${level} in all` : level)}</td>` +
      `${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
    );
  });
  return `<div class="scroll" tabindex="0" role="group" aria-label="Ranking of the plans: table"><table class="ranking"><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}
