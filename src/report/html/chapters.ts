import type { Bundle } from '../../experiments/result/bundle.ts';
import { changeTables } from '../afterChange.ts';
import { changeSentences } from '../afterChangeWords.ts';
import { changeSentence, inputInWords, testedInWords } from '../answer/changeWords.ts';
import { worthSentences } from '../answer/worthWords.ts';
import { cautions } from '../cautions.ts';
import type { Look } from '../charts/chart.ts';
import { chartsOf } from '../charts/charts.ts';
import { plural, titleOf } from '../format.ts';
import { glossaryOf } from '../glossary.ts';
import { splitInWords, splitTables } from '../harmSplit.ts';
import { movements } from '../moved.ts';
import { opening } from '../opening.ts';
import { partTables } from '../partTables.ts';
import { armInWords, planInWords } from '../planWords.ts';
import { claimsTable, misalignmentTable, type Table } from '../tables.ts';
import { verdict } from '../verdict.ts';
import { whys } from '../whys.ts';
import { drawArms } from './drawArms.ts';
import { drawAssumptions } from './drawAssumptions.ts';
import { drawFigure } from './drawFigure.ts';
import { drawSensitivity } from './drawSensitivity.ts';
import { drawTable } from './drawTable.ts';
import { escapeHtml } from './escapeHtml.ts';

/** One part of a report behind its first page. */
export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** HTML; without any, the chapter is left out. */
  readonly body: string;
}

/** Chapters in reading order, without empty ones. */
export async function chaptersOf(bundle: Bundle, look: Look = {}): Promise<Chapter[]> {
  const figures = await Promise.all(chartsOf(bundle).map((chart) => drawFigure(chart, look)));
  const list: readonly Chapter[] = [
    { id: 'plans-compared', title: 'Every plan against its reference', body: comparisons(bundle) },
    { id: 'reasons', title: 'Why people did what they did', body: reasons(bundle) },
    { id: 'split', title: 'What makes the difference', body: parts(bundle) },
    { id: 'worth', title: 'At equal worth to the person paid', body: worth(bundle) },
    { id: 'movements', title: 'What moved with it', body: moved(bundle) },
    { id: 'change', title: 'After the change of plans', body: afterChange(bundle) },
    {
      id: 'parts',
      title: 'By channel, product line and seller',
      body: tablesOf(partTables(bundle)),
    },
    { id: 'charts', title: 'Charts', body: figures.join('\n') },
    { id: 'cost', title: 'What misalignment costs', body: tableOf(misalignmentTable(bundle)) },
    { id: 'claims', title: 'What each side would say', body: tableOf(claimsTable(bundle)) },
    { id: 'weak', title: 'Which inputs change the result', body: sensitivity(bundle) },
    { id: 'plans', title: 'The plans in words', body: plans(bundle) },
    { id: 'assumptions', title: 'Every assumption', body: assumptions(bundle) },
    { id: 'words', title: 'Words used here', body: words(bundle) },
    { id: 'again', title: 'Do it again', body: howToRepeat(bundle) },
  ];
  return list.filter(({ body }) => body !== '');
}

const items = (sentences: readonly string[]) =>
  sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('\n');

/** One row for each arm, and a sentence for each comparison. */
function comparisons(bundle: Bundle): string {
  const notes = cautions(bundle);
  const arms = bundle.arms.filter((arm) => armInWords(arm) !== '');
  return `${drawArms(bundle)}
<div class="opening">${opening(bundle)
    .map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
    .join('')}</div>
<ul class="verdicts">${items(verdict(bundle))}</ul>
${notes.length === 0 ? '' : `<ul class="cautions">${items(notes)}</ul>`}
${arms.length === 0 ? '' : `<h3>How the arms differ</h3><dl class="short">${arms.map((arm) => `<dt>${escapeHtml(titleOf(arm.name))}</dt><dd>${escapeHtml(armInWords(arm))}</dd>`).join('')}</dl>`}`;
}

/** Why people game or do not, planners and sellers. */
function reasons(bundle: Bundle): string {
  const why = whys(bundle);
  const text = why.map(([who, says]) => `<dt>${escapeHtml(who)}</dt><dd>${escapeHtml(says)}</dd>`);
  return why.length === 0 ? '' : `<dl>${text.join('\n')}</dl>`;
}

/** Changes that accompany the primary outcome. */
function moved(bundle: Bundle): string {
  const all = movements(bundle);
  return all.length === 0
    ? ''
    : '<p>What changed most on the way, in the order in which one thing leads to another; each at least twice as ' +
        `far as its 95% interval reaches.</p><ul>${all.map((sentences) => `<li>${sentences.map(escapeHtml).join('<br>')}</li>`).join('\n')}</ul>`;
}

/** The difference between two plans, split into metrics, targets and curve. */
function parts({ split }: Bundle): string {
  if (split === undefined) return '';
  const said = splitInWords(split, titleOf).map((sentence) => `<p>${escapeHtml(sentence)}</p>`);
  return `${said.join('')}${splitTables(split, titleOf).map(tableOf).join('')}`;
}

/** The recommendation if salaries left the person paid equally well off. */
function worth(bundle: Bundle): string {
  return worthSentences(bundle)
    .map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
    .join('');
}

function tableOf(table: Table | undefined): string {
  return table === undefined
    ? ''
    : `<p>${escapeHtml(table.note)}</p>${drawTable(table.head, table.rows, table.title)}`;
}

/** What a change of plans means to people, quarter by quarter. */
function afterChange(bundle: Bundle): string {
  const tables = changeTables(bundle);
  if (tables.length === 0) return '';
  return `<ul>${items(changeSentences(bundle))}</ul>${tablesOf(tables)}`;
}

/** Tables under headings of their own. */
function tablesOf(tables: readonly Table[]): string {
  return tables.map((table) => `<h3>${escapeHtml(table.title)}</h3>${tableOf(table)}`).join('\n');
}

/** Assumptions that change the result. */
function sensitivity(bundle: Bundle): string {
  if (bundle.sensitivity.length === 0) return '';
  const said = `${changeSentence(bundle, inputInWords)} ${testedInWords(bundle)}`;
  return `<p>${escapeHtml(said)}</p>${drawSensitivity(bundle)}`;
}

/** The plans of all arms in words. */
function plans(bundle: Bundle): string {
  return planInWords(bundle.scenario.resolved)
    .filter(({ plan }) => bundle.arms.some((arm) => arm.plan === plan || arm.later?.plan === plan))
    .map(({ plan, sentences }) => `<h3>${escapeHtml(titleOf(plan))}</h3><ul>${items(sentences)}</ul>`)
    .join('\n');
}

function assumptions(bundle: Bundle): string {
  return `<p>${escapeHtml(plural(bundle.scenario.assumptions.length, 'number'))} and their sources. Numbers that the scenario or the command set are marked; the rest are defaults.</p>${drawAssumptions(bundle)}`;
}

function words(bundle: Bundle): string {
  return `<dl class="short">${glossaryOf(bundle)
    .map(([word, meaning]) => `<dt>${escapeHtml(word)}</dt><dd>${escapeHtml(meaning)}</dd>`)
    .join('')}</dl>`;
}

/** Command, seed and version that reproduce the numbers. */
function howToRepeat(bundle: Bundle): string {
  return `<p>The same scenario, seed and version give the same numbers to the last digit, on any machine.</p>
${bundle.command === '' ? '' : `<pre><code>${escapeHtml(bundle.command)}</code></pre>`}
<p class="meta">goodhart ${escapeHtml(bundle.tool.version)} · seed “${escapeHtml(bundle.seed)}” · scenario ${escapeHtml(bundle.scenario.hash.slice(0, 16))}</p>`;
}
