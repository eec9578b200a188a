import { printable } from '../core/plainText.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { changeTables } from './afterChange.ts';
import { answerTable, titlesOf } from './answer/answerTable.ts';
import { answerInWords } from './answer/answerWords.ts';
import { testedInWords } from './answer/changeWords.ts';
import { cautions } from './cautions.ts';
import { chartsOf } from './charts/charts.ts';
import { inCurrency, symbolOf } from './currency.ts';
import { fitTable } from './fit.ts';
import { durationOf, plural, quoted, titleOf } from './format.ts';
import { glossaryOf } from './glossary.ts';
import { splitTables } from './harmSplit.ts';
import { movements } from './moved.ts';
import { opening } from './opening.ts';
import { partTables } from './partTables.ts';
import { armInWords, planInWords } from './planWords.ts';
import { claimsTable, misalignmentTable } from './tables.ts';
import { titled } from './titled.ts';
import { verdict } from './verdict.ts';
import { whys } from './whys.ts';

/** Escapes text for Markdown: no HTML, table breaks, links or headings from scenario text. */
function safe(text: string): string {
  return text
    .replace(/[\\`*_{}[\]#|!~]/g, (c) => `\\${c}`)
    .replace(/^(\s*\d*)([-+.)])/, '$1\\$2')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\s+/g, ' ');
}

/** The answer and the ranking; nothing if the bundle ranks no arms. */
function answerLines(bundle: Bundle): string[] {
  const text = answerInWords(bundle);
  const table = answerTable(bundle);
  if (text === undefined || table === undefined) return [];
  const head = ['', 'plans', ...table.columns];
  const more = [
    ...text.why,
    ...text.transition,
    ...text.parts,
    ...text.worth,
    text.change,
    ...text.nothing,
    text.fit,
    text.levels,
  ].filter((sentence) => sentence !== '');
  return [
    '## The answer',
    '',
    safe(text.answer.join(' ')),
    '',
    `| ${head.map(safe).join(' | ')} |`,
    `| ${head.map((_, i) => (i < 2 ? '---' : '---:')).join(' | ')} |`,
    ...table.rows.map((row) => {
      const name = `${titlesOf(row).join(', ')}${row.mark}`;
      return `| ${[String(row.rank), name, ...row.cells].map(safe).join(' | ')} |`;
    }),
    '',
    safe(more.join(' ')),
    '',
  ];
}

/** The report in Markdown: the verdict, and every chart as a table. */
export function renderMarkdown(named: Bundle): string {
  const bundle = titled(named);
  const lines = [`# ${safe(bundle.scenario.name)}`, ''];
  if (bundle.scenario.about !== undefined) lines.push(safe(bundle.scenario.about), '');
  lines.push(
    `${plural(bundle.arms.length, 'arm')} with common random numbers, ` +
      `${plural(bundle.replicates.completed, 'run')} each, ${durationOf(bundle)}, compared with ` +
      `${safe(quoted(bundle.scenario.reference))}.`,
    '',
  );
  lines.push(...answerLines(bundle));
  lines.push(
    '## The verdict',
    '',
    ...opening(bundle).flatMap((sentence, i) => (i === 0 ? [safe(sentence)] : ['', safe(sentence)])),
    '',
    ...verdict(bundle).map((sentence) => `- ${safe(sentence)}`),
    '',
  );
  const notes = cautions(bundle);
  if (notes.length > 0) lines.push(...notes.map((note) => `> ${safe(note)}`), '');
  const arms = bundle.arms.flatMap((arm) =>
    armInWords(arm) === '' ? [] : [`- ${safe(titleOf(arm.name))}: ${safe(armInWords(arm))}`],
  );
  if (arms.length > 0) lines.push('## The arms', '', ...arms, '');
  const why = whys(bundle).map(([who, text]) => `- ${safe(who)}: ${safe(text)}`);
  if (why.length > 0) lines.push('## Why people did what they did', '', ...why, '');
  const moved = movements(bundle).map((sentences) => sentences.join(' '));
  if (moved.length > 0)
    lines.push('## What moved with it', '', ...moved.map((sentence) => `- ${safe(sentence)}`), '');
  for (const chart of chartsOf(bundle)) {
    lines.push(`## ${safe(chart.title)}`, '', safe(chart.caption), '');
    lines.push(
      `| ${chart.table.head.map(safe).join(' | ')} |`,
      `| ${chart.table.head.map((_, i) => (i === 0 ? '---' : '---:')).join(' | ')} |`,
    );
    for (const row of chart.table.rows) lines.push(`| ${row.map(safe).join(' | ')} |`);
    lines.push('');
  }
  const split = bundle.split === undefined ? [] : splitTables(bundle.split, titleOf);
  for (const item of [
    fitTable(bundle),
    ...split,
    ...changeTables(bundle),
    ...partTables(bundle),
    misalignmentTable(bundle),
    claimsTable(bundle),
  ]) {
    if (item === undefined || item.rows.length === 0) continue;
    lines.push(`## ${safe(item.title)}`, '', safe(item.note), '');
    lines.push(`| ${item.head.map(safe).join(' | ')} |`, `|${item.head.map(() => '---').join('|')}|`);
    for (const row of item.rows) lines.push(`| ${row.map(safe).join(' | ')} |`);
    lines.push('');
  }
  if (bundle.sensitivity.length > 0)
    lines.push('## Which inputs change the result', '', safe(testedInWords(bundle)), '');
  lines.push('## The plans', '');
  const used = planInWords(bundle.scenario.resolved).filter(({ plan }) =>
    bundle.arms.some((arm) => arm.plan === plan || arm.later?.plan === plan),
  );
  for (const { plan, sentences } of used)
    lines.push(`**${safe(titleOf(plan))}**`, '', ...sentences.map((sentence) => `- ${safe(sentence)}`), '');
  lines.push(
    '## Words used here',
    '',
    ...glossaryOf(bundle).map(([word, meaning]) => `- ${word}: ${meaning}`),
    '',
  );
  lines.push(
    '## Do it again',
    '',
    ...(bundle.command === '' ? [] : [...fenced(printable(bundle.command)), '']),
    `goodhart ${bundle.tool.version}, seed ${safe(bundle.seed)}, scenario ` +
      `${bundle.scenario.hash.slice(0, 16)}.`,
    '',
  );
  return inCurrency(lines.join('\n'), symbolOf(named.scenario.resolved));
}

/** A block of code, whose fence is longer than any run of backticks in it: nothing in it may be changed. */
function fenced(code: string): string[] {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [fence, code, fence];
}
