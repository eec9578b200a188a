import { canonicalJson } from '../core/canonicalJson.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { type Board, boardOf } from './board/board.ts';
import { inCurrency, symbolOf } from './currency.ts';
import { doingInWords } from './doing.ts';
import { formatUsd, quoted, runsInWords, titleOf } from './format.ts';
import { type Chapter, chaptersOf } from './html/chapters.ts';
import { drawBoard } from './html/drawBoard.ts';
import { drawDocument } from './html/drawDocument.ts';
import { escapeHtml } from './html/escapeHtml.ts';
import { sideBySide } from './html/sideBySide.ts';
import { planInWords } from './planWords.ts';
import { type Brand, isReadable, lookOf, PLAIN, tint } from './takeaway/brand.ts';
import { titled } from './titled.ts';

/**
 * The report of a comparison as one HTML file: a page for the board, a table of contents, and chapters that
 * are folded on a screen and open in print. It needs no network, and no script except to save charts. It can
 * be read by keyboard, on a phone and in greyscale. It is a pure function of the bundle, which it embeds.
 *
 * Scenario text is hostile input: every name is escaped, no text can close the data island, and the content
 * security policy allows one script, which is a constant.
 *
 * @param brand colours, font and logo; default: those of the project
 */
export async function renderHtml(named: Bundle, brand: Brand = PLAIN): Promise<string> {
  const bundle = titled(named);
  const board = boardOf(bundle);
  const look = { ...lookOf(brand), ...(brand.font === undefined ? {} : { font: brand.font }) };
  const chapters = await chaptersOf(bundle, look);
  const first = board === undefined ? chapters[0].id : 'answer';
  const symbol = symbolOf(named.scenario.resolved);
  const body = `<a class="skip" href="#${first}">Skip to the answer</a>
${writeHeader(bundle, brand)}
<main>
${board === undefined ? '' : await drawBoard(bundle, board, look)}
${writeContents(chapters)}
${chapters.map((chapter, i) => writeChapter(chapter, board === undefined && i === 0)).join('\n')}
</main>`;
  return drawDocument({
    title: inCurrency(`${bundle.scenario.name} · goodhart`, symbol),
    style: brandStyle(brand),
    body: inCurrency(body, symbol),
    data: `${writeData(named)}\n`,
    hasScript: true,
  });
}

/**
 * The board page alone as one HTML file, with what was changed, and the command that reproduces it.
 *
 * @param changes what was changed, in words
 * @returns a page that says so if the bundle ranks no arms
 */
export async function renderBoardPage(
  named: Bundle,
  { changes = [], tested = '' }: BoardContext = {},
): Promise<string> {
  const bundle = titled(named);
  const whole = boardOf(bundle);
  const board = whole && {
    ...whole,
    notes: boardNotes(whole.notes, tested, bundle),
  };
  const symbol = symbolOf(named.scenario.resolved);
  const body = `${writeHeader(bundle, PLAIN)}
<main>
${changes.length === 0 ? '' : '<p class="meta">The text above describes the scenario as written; it was changed, as listed further down.</p>'}
${board === undefined ? '<p>No ranking: too few runs were completed.</p>' : await drawBoard(bundle, board)}
<section class="board">${sideBySide(bundle)}</section>
${writeDoing(bundle)}
${changes.length === 0 ? '' : `<section><h2>What was changed</h2><ul>${changes.map((change) => `<li>${escapeHtml(change)}</li>`).join('')}</ul></section>`}
${writePlans(bundle)}
${named.command === undefined || named.command.length > MOST_COMMAND ? '' : `<p class="meta">The same numbers: <code>${escapeHtml(named.command)}</code></p>`}
</main>`;
  return drawDocument({
    title: inCurrency(`${bundle.scenario.name} · goodhart`, symbol),
    style: '',
    body: inCurrency(body, symbol),
    data: '',
    hasScript: true,
  });
}

/** What a board page says besides its bundle. */
export interface BoardContext {
  /** What was changed in the scenario, in words. */
  readonly changes?: readonly string[];
  /** What tests of the company's numbers came to; empty if there were none. */
  readonly tested?: string;
}

/** Longest command that a board page prints. */
const MOST_COMMAND = 300;

/** Notes that name no option of the command. */
export function plainNotes(notes: Board['notes']): Board['notes'] {
  return notes
    .map(([heading, note]) => [heading, note.replace(CHANGED_BY_SET, '')] as const)
    .filter(([, note]) => !note.includes('--'));
}

/** Notes without options of the command, which are of no use here; changes stand in words of their own. */
function boardNotes(notes: Board['notes'], tested: string, bundle: Bundle): Board['notes'] {
  const kept = plainNotes(notes);
  const renewals =
    bundle.scenario.world === 'textbook' ? [] : [['Profit and revenue', profitAndRevenue(bundle)] as const];
  return [
    ...kept,
    ...renewals,
    ...(tested === '' ? [] : [['Tests of the company’s numbers', tested] as const]),
  ];
}

/** Breakdown of the reference's profit, which explains why it can exceed revenue. */
export function profitAndRevenue({ arms, scenario }: Bundle): string {
  const outcomes = arms.find(({ name }) => name === scenario.reference)?.outcomes ?? {};
  const of = (id: string) => outcomes[id]?.mean ?? 0;
  const usd = (id: string) => formatUsd(of(id));
  const others = of('newMarginUsd') + of('renewalMarginUsd') - of('payUsd') - of('profitUsd');
  return (
    `Revenue is new business booked in these months: ${usd('revenueUsd')} under ${quoted(scenario.reference)}. ` +
    `Profit of ${usd('profitUsd')} is the gross margin on it (${usd('newMarginUsd')}) and on renewals of ` +
    `existing customers (${usd('renewalMarginUsd')}), less pay (${usd('payUsd')}) and other costs, such as ` +
    `marketing spend (${formatUsd(others)}).`
  );
}

/** The sentence of changed inputs that begins a note. */
const CHANGED_BY_SET = /^Changed by --set: .*?\. (?=This file)/;

/** What people do under each plan, in sentences. */
export function writeDoing({ arms }: Bundle): string {
  const rows = arms.flatMap((arm) => {
    const said = doingInWords(arm);
    if (said.length === 0) return [];
    return [`<div><dt>${escapeHtml(titleOf(arm.name))}</dt><dd>${escapeHtml(said.join(' '))}</dd></div>`];
  });
  if (rows.length === 0) return '';
  return `<h3>What people do under each plan</h3>\n<dl class="notes doing">${rows.join('')}</dl>`;
}

/** The plans compared, in words. */
function writePlans({ arms, scenario }: Bundle): string {
  const shown = new Set(arms.map(({ plan }) => plan));
  const plans = planInWords(scenario.resolved).filter(({ plan }) => shown.has(plan));
  if (plans.length === 0) return '';
  const rows = plans.map(
    ({ plan, sentences }) =>
      `<div><dt>${escapeHtml(titleOf(plan))}</dt><dd>${escapeHtml(sentences.join(' '))}</dd></div>`,
  );
  return `<section><h2>The plans</h2><dl class="notes">${rows.join('')}</dl></section>`;
}

/** A brand's colour and font; a colour that is too light for text draws lines only. */
function brandStyle({ primary, font }: Brand): string {
  if (primary === PLAIN.primary && font === undefined) return '';
  const link = isReadable(primary) ? `:root{--link:${primary}}` : '';
  return (
    `${link}.headline{border-left-color:${primary}}.tiles div{border-top-color:${primary}}` +
    `.ranking .bar{background-image:linear-gradient(${tint(primary)},${tint(primary)})}` +
    `${font === undefined ? '' : `body{font-family:"${font}",system-ui,sans-serif}`}`
  );
}

/** Name of the scenario, and the runs behind the report. */
function writeHeader(bundle: Bundle, { logo }: Brand): string {
  return `<header>
${logo === undefined ? '' : `<img class="logo" alt="Logo" src="data:image/${logo.kind};base64,${logo.base64}">`}
${logo === undefined ? '<p class="brand">goodhart · a flight simulator for incentive schemes</p>' : ''}
<h1>${escapeHtml(bundle.scenario.name)}</h1>
${bundle.scenario.about === undefined ? '' : `<p>${escapeHtml(bundle.scenario.about)}</p>`}
<p class="meta">${escapeHtml(`${runsInWords(bundle)}. All meet the same company, buyers and chance. Compared with “${titleOf(bundle.scenario.reference)}”.`)}${bundle.steadied === undefined ? '' : ' Chance in single deals is averaged out.'}</p>
</header>`;
}

function writeContents(chapters: readonly Chapter[]): string {
  const links = chapters.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  return `<nav class="contents" aria-labelledby="contents-title">
<h2 id="contents-title">Contents</h2>
<ol>${links.join('')}</ol>
</nav>`;
}

/** A chapter, folded; the anchor lies within, so that a link to it unfolds it. */
function writeChapter({ id, title, body }: Chapter, isOpen: boolean): string {
  return `<details class="chapter"${isOpen ? ' open' : ''}><summary><h2>${escapeHtml(title)}</h2></summary>
<section id="${id}" aria-label="${escapeHtml(title)}">
${body}
</section></details>`;
}

/** The bundle as embedded data that no text can close. */
function writeData(bundle: Bundle): string {
  return `<script type="application/json" id="bundle">${canonicalJson(bundle)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}</script>`;
}
