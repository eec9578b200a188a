import type { Bundle } from '../experiments/result/bundle.ts';
import { rankedName } from '../report/answer/answerWords.ts';
import { whyInWords } from '../report/answer/whyWords.ts';
import { type Board, boardOf } from '../report/board/board.ts';
import { effortChart } from '../report/charts/effortChart.ts';
import { ledgerChart } from '../report/charts/ledgerChart.ts';
import { rankingChart } from '../report/charts/rankingChart.ts';
import { inCurrency, symbolOf } from '../report/currency.ts';
import { formatUsd, titleOf } from '../report/format.ts';
import { drawFigure } from '../report/html/drawFigure.ts';
import { escapeHtml } from '../report/html/escapeHtml.ts';
import { sideBySide } from '../report/html/sideBySide.ts';
import { plainNotes, profitAndRevenue, writeDoing } from '../report/html.ts';
import { titled } from '../report/titled.ts';
import type { Answer, Gain } from './protocol.ts';
import { WORDS } from './words.ts';

/** How an answer is drawn. */
export interface Drawn {
  /** Whether charts of what people do, and notes, are drawn too. */
  readonly hasDetail: boolean;
  readonly of: number;
  readonly isProvisional: boolean;
  readonly frame: 'wide' | 'narrow';
}

/** The answer of the board page; beneath it the numbers of plans month by month, and notes. */
export async function answerOf(
  named: Bundle,
  { of, isProvisional, frame, hasDetail }: Drawn,
): Promise<Answer> {
  const bundle = titled(named);
  const symbol = symbolOf(named.scenario.resolved);
  const board = boardOf(bundle);
  const common = { done: named.replicates.completed, of, isProvisional };
  if (board === undefined)
    return { ...common, headline: WORDS.noAnswer, html: '', why: {}, level: '', gains: [] };
  const { text, tiles } = board;
  const said = text.answer.join(' ');
  const chart = rankingChart(bundle);
  const html = `<p class="meta">${escapeHtml(WORDS.tilesOf(bundle.scenario.reference))}</p>
<dl class="tiles">${tiles.map(({ title, value, beside: note }) => `<div><dt>${escapeHtml(title)}</dt><dd class="value">${escapeHtml(value)}</dd><dd>${escapeHtml(note)}</dd></div>`).join('')}</dl>
${sideBySide(bundle)}
${chart === undefined ? '' : await drawFigure(chart, { frame })}
${writeDoing(bundle)}`;
  return {
    ...common,
    headline: inCurrency(said, symbol),
    why: whyOf(bundle, named, symbol),
    level: inCurrency(levelOf(bundle), symbol),
    html: inCurrency(html, symbol),
    ...(hasDetail ? { detail: inCurrency(await detailOf(bundle, board, frame), symbol) } : {}),
    gains: gainsOf(named),
    ranked: rankedIn(named),
  };
}

/** What the company books and earns under the reference; empty in a world without revenue. */
function levelOf({ arms, scenario }: Bundle): string {
  const reference = arms.find(({ name }) => name === scenario.reference);
  const { revenueUsd, profitUsd } = reference?.outcomes ?? {};
  if (revenueUsd === undefined || profitUsd === undefined) return '';
  return WORDS.level(titleOf(scenario.reference), formatUsd(revenueUsd.mean), formatUsd(profitUsd.mean));
}

/** Why each arm differs from the reference, by its name in the scenario. */
function whyOf(bundle: Bundle, named: Bundle, symbol: string): Readonly<Record<string, string>> {
  const entries = bundle.arms.map(({ name }, i) => {
    const why = whyInWords(bundle, name).join(' ');
    return [named.arms[i].name, inCurrency(why, symbol)] as const;
  });
  return Object.fromEntries(entries);
}

/** What people do to the numbers under each plan, and notes. */
async function detailOf(
  bundle: Bundle,
  { text, notes, quotes }: Board,
  frame: Drawn['frame'],
): Promise<string> {
  const charts =
    bundle.scenario.world === 'textbook' ? [effortChart(bundle)] : bundle.arms.map((arm) => ledgerChart(arm));
  const figures: string[] = [];
  for (const chart of charts) {
    // Figures of one kind need names of their own.
    if (chart === undefined) continue;
    const figure = await drawFigure({ ...chart, id: `${chart.id}-${figures.length}` }, { frame });
    figures.push(figures.length === 0 ? figure : folded(figure, chart.title, figures.length));
  }
  // Nothing is tested here: the knobs are there for that.
  const said = [...plainNotes(notes)];
  if (bundle.scenario.world !== 'textbook')
    said.push([WORDS.revenueNote, profitAndRevenue(bundle)], [WORDS.termsTitle, WORDS.terms]);
  // A page has room for every reason.
  const rows = said.map(
    ([heading, note]) =>
      `<div><dt>${escapeHtml(heading)}</dt><dd>${escapeHtml(heading === WORDS.why ? text.why.join(' ') : note)}</dd></div>`,
  );
  const spoken = quotes.map(
    ([who, says]) =>
      `<blockquote><p>“${escapeHtml(says)}”</p><footer>${escapeHtml(who)}</footer></blockquote>`,
  );
  return `<dl class="notes">${rows.slice(0, 1).join('')}</dl>
${figures.join('\n')}
${spoken.length === 0 ? '' : `<div class="quotes">${spoken.join('')}</div>`}
<dl class="notes">${rows.slice(1).join('')}</dl>`;
}

/** A figure behind its title: the first one stands open, and the others would push notes out of sight. */
function folded(figure: string, title: string, place: number): string {
  return `<details class="folded" data-fold="${place}"><summary>${escapeHtml(title)}</summary>${figure}</details>`;
}

/** The outcome that ranks the plans. */
function rankedIn(bundle: Bundle): Answer['ranked'] {
  const id = bundle.answer?.rankedBy ?? '';
  return { id, name: rankedName(bundle), unit: bundle.arms[0]?.outcomes[id]?.unit ?? 'USD' };
}

function gainsOf({ answer }: Bundle): Gain[] {
  return (answer?.ranking ?? []).flatMap(({ arm, fromReference }) =>
    fromReference === undefined
      ? []
      : [
          {
            arm,
            value: fromReference.meanDifference,
            interval: fromReference.ci95Simultaneous,
          },
        ],
  );
}
