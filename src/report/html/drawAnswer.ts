import type { Bundle } from '../../experiments/result/bundle.ts';
import { answerTable, titlesOf } from '../answer/answerTable.ts';
import { answerInWords } from '../answer/answerWords.ts';
import { escapeHtml } from './escapeHtml.ts';

/**
 * The answer: what to choose and why, and the ranking with a bar for each group; empty if the bundle ranks no
 * arms.
 */
export function drawAnswer(bundle: Bundle): string {
  const text = answerInWords(bundle);
  const table = answerTable(bundle);
  if (text === undefined || table === undefined) return '';
  const [ranked, ...columns] = table.columns;
  const head = ['rank', 'plans', ranked, ...columns].map(
    (cell) => `<th scope="col">${escapeHtml(cell)}</th>`,
  );
  const rows = table.rows.map((row) => {
    const [level, ...cells] = row.cells;
    const width = (100 * row.barShare).toFixed(1);
    return (
      `<tr><td>${row.rank}</td><th scope="row">${escapeHtml(`${titlesOf(row).join(', ')}${row.mark}`)}</th>` +
      `<td class="bar" style="background-size:${width}% 100%">${escapeHtml(level)}</td>` +
      `${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
    );
  });
  const notes: readonly (readonly [string, readonly string[]])[] = [
    ['Why', text.why],
    ['What could change it', [text.change]],
    ['What changed nothing', text.nothing],
    ['Where the numbers come from', [text.fit]],
  ];
  return `<section id="answer" aria-labelledby="answer-title">
<h2 id="answer-title">The answer</h2>
<p class="headline">${escapeHtml(text.answer.join(' '))}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Ranking of the plans: table"><table class="ranking"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>
<p class="meta">Plans in one row cannot be told from its first (95%, all pairs together); figures are those of the first.${bundle.answer?.rankedBy === 'profitBeforePayUsd' ? ' Profit at equal pay is profit plus a plan’s pay less the reference’s.' : ''} Hollow pay: part of the bonus that was earned by gaming. What-if: nobody could choose it, as it changes people or the company and not the plan.</p>
<dl>${notes
    .filter(([, sentences]) => sentences.some((sentence) => sentence !== ''))
    .map(([label, sentences]) => `<dt>${label}</dt><dd>${escapeHtml(sentences.join(' '))}</dd>`)
    .join('')}</dl>
</section>`;
}
