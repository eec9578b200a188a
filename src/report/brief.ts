import { printable } from '../core/plainText.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { type AnswerTable, answerTable, titlesOf } from './answer/answerTable.ts';
import { answerInWords } from './answer/answerWords.ts';
import { cautions } from './cautions.ts';
import { inCurrency, symbolOf } from './currency.ts';
import { runsInWords } from './format.ts';
import { tellSentences } from './opening.ts';
import { wrap } from './textLayout.ts';
import { titled } from './titled.ts';
import { capital } from './words.ts';

/** Most lines and columns of the brief text. */
export const MOST_LINES = 25;
/** Fewest sentences of the answer where a change of plans takes the room. */
const LEAST_ANSWER = 1;
/** Sentences on a change of plans. */
const MOST_ON_CHANGE = 3;
/** Lines by which the reasons, and what a change means to people, may be longer than other notes. */
const MORE: Readonly<Record<string, number>> = { why: 3, change: 7 };
export const WIDTH = 80;
/** Most and fewest rows of the table. */
const MOST_ROWS = 8;
const LEAST_ROWS = 3;
/** Rows that are worth more than the count of inputs. */
const GOOD_ROWS = 5;
const BAR = 8;
/** Most changes of salary that are named. */
const MOST_HELD = 3;
const EIGHTHS = ' ▏▎▍▌▋▊▉█';
/** Width of the labels on the left. */
const LABEL = 10;

/** Sentences beside a label. */
interface Note {
  readonly label: string;
  readonly sentences: readonly string[];
}

/**
 * A comparison in at most 25 lines of 80 columns: the answer, the ranking, why, what would change it. Where
 * there is more to say, notes lose their last sentences first, then whole notes go, then rows of the table.
 *
 * @returns undefined if the bundle ranks no arms
 */
export function renderBrief(named: Bundle): string | undefined {
  const bundle = titled(named);
  const money = (words: string) => inCurrency(words, symbolOf(named.scenario.resolved));
  const text = answerInWords(bundle);
  const ranking = answerTable(bundle);
  if (text === undefined || ranking === undefined) return undefined;
  const table = {
    ...ranking,
    rows: ranking.rows.map((row) => ({ ...row, arms: row.arms.map(money), cells: row.cells.map(money) })),
  };
  const title = `${printable(bundle.scenario.name)} · ${runsInWords(bundle)}`;
  const answer = text.answer.map(money);
  const head = () => [...wrap(money(title), WIDTH), '', ...wrap(answer.join(' '), WIDTH), ''];
  const notes: Note[] = [
    { label: 'why', sentences: text.why },
    {
      label: 'asked',
      sentences: tellSentences(bundle).map((words) =>
        printable(capital(words.slice(words.indexOf(', ') + 2))),
      ),
    },
    { label: 'change', sentences: isFoundOut(bundle) ? text.transition.slice(0, MOST_ON_CHANGE) : [] },
    { label: 'causes', sentences: text.parts },
    { label: 'tested', sentences: [text.change] },
    { label: 'people', sentences: text.people },
    { label: 'no effect', sentences: text.nothing },
    { label: 'caution', sentences: cautions(bundle, MOST_HELD).map(printable) },
    { label: 'data', sentences: [text.fit, text.levels].filter((said) => said !== '') },
  ]
    .filter(({ sentences }) => sentences.some((sentence) => sentence !== ''))
    .map(({ label, sentences }) => ({ label, sentences: sentences.map(money) }));
  const next = labelled({ label: 'next', sentences: [nextInWords(bundle)] });
  let most = MOST_ROWS;
  const linesOf = () => [...head(), ...rowsOf(table, most), '', ...notes.flatMap(labelled), ...next];
  while (linesOf().length > MOST_LINES - 1) {
    // What matters least goes first: the averages beside the count of inputs.
    const data = notes.at(-1)!;
    if (data.label === 'data' && data.sentences.length > 1) {
      notes[notes.length - 1] = { ...data, sentences: data.sentences.slice(0, 1) };
      continue;
    }
    const lengthOf = (note: Note) => labelled(note).length - (MORE[note.label] ?? 0);
    const [longest] = notes
      .filter((note) => note.sentences.length > 1)
      .sort((one, other) => lengthOf(other) - lengthOf(one));
    const untested = bundle.sensitivity.length > 0 ? -1 : notes.findIndex(({ label }) => label === 'tested');
    if (longest?.label === 'change' && notes.at(-1)!.label === 'data') notes.pop();
    else if (longest?.label === 'change' && untested >= 0) notes.splice(untested, 1);
    else if (longest?.label === 'change' && answer.length > LEAST_ANSWER) answer.pop();
    else if (longest !== undefined)
      notes[notes.indexOf(longest)] = { ...longest, sentences: longest.sentences.slice(0, -1) };
    else if (most > GOOD_ROWS) most--;
    else if (notes.at(-1)!.label === 'data') notes.pop();
    else if (most > LEAST_ROWS) most--;
    else if (notes.length > 2) notes.pop();
    else break;
  }
  return `\n${linesOf().join('\n')}\n`;
}

/** A label with its text beside it. */
function labelled({ label, sentences }: Note): string[] {
  return wrap(sentences.join(' '), WIDTH, label.padEnd(LABEL), ' '.repeat(LABEL));
}

/** Lines of the table: the first rows, and that of the reference wherever it is. */
function rowsOf({ columns: [ranked, ...columns], rows }: AnswerTable, most: number): string[] {
  const isAll = rows.length <= most;
  const shown = isAll ? rows : rows.filter(({ isReference }, i) => isReference || i < most - 2);
  const widths = columns.map((title, i) =>
    Math.max(title.length, ...shown.map(({ cells }) => cells[i + 1].length)),
  );
  // The bar and the value of the ranking stand under one title.
  const value = Math.max(...shown.map(({ cells }) => cells[0].length));
  const first = Math.max(BAR + 1 + value, ranked.length);
  const nameWidth = WIDTH - widths.reduce((sum, width) => sum + width + 2, 0) - first - 5;
  const line = (rank: string, name: string, leading: string, cells: readonly string[]) =>
    `${rank.padStart(2)} ${name.padEnd(nameWidth)}  ${leading.padStart(first)}` +
    `${cells.map((cell, i) => `  ${cell.padStart(widths[i])}`).join('')}`.trimEnd();
  return [
    line('', '', ranked, columns),
    ...shown.map((row) => {
      const [level, ...cells] = row.cells;
      const name = namesIn(titlesOf(row), nameWidth, row.mark);
      return line(String(row.rank), name, `${barOf(row.barShare)} ${level.padStart(value)}`, cells);
    }),
    ...(isAll ? [] : [`   ... and ${rows.length - shown.length} more (--full)`]),
  ];
}

/** Names of a row within a width: all, or the first ones and how many more. */
function namesIn(names: readonly string[], width: number, mark: string): string {
  const clean = names.map(printable);
  for (let shown = clean.length; shown > 0; shown--) {
    const more = shown === clean.length ? '' : ` and ${clean.length - shown} more`;
    const some = `${clean.slice(0, shown).join(', ')}${more}${mark}`;
    if (some.length <= width) return some;
  }
  const end = `…${clean.length > 1 ? ` +${clean.length - 1}` : ''}${mark}`;
  return `${clean[0].slice(0, Math.max(1, width - end.length))}${end}`;
}

function barOf(share: number): string {
  const eighths = Math.round(8 * BAR * Math.min(1, share));
  const whole = Math.floor(eighths / 8);
  return `${'█'.repeat(whole)}${eighths % 8 === 0 ? '' : EIGHTHS[eighths % 8]}`.padEnd(BAR);
}

/** Suggested next commands, without options that were already used. */
function nextInWords(bundle: Bundle): string {
  const isWritten = / --out[ =]/.test(bundle.command);
  return [
    '--full all figures',
    ...(isDepartment(bundle) ? ['goodhart roles: one role at a time'] : []),
    isWritten ? 'goodhart report DIR/bundle.json --format pdf' : '--out DIR a report',
    'goodhart play: turn knobs',
  ].join(' · ');
}

/** Whether several marketers have a bonus under some arm. */
function isDepartment({ arms }: Bundle): boolean {
  return arms.some(
    ({ incentives = [] }) =>
      incentives.filter(({ targetBonusUsdPerMonth }) => targetBonusUsdPerMonth > 0).length > 1,
  );
}

/** Whether people have to find out what a new plan pays for, under some arm. */
function isFoundOut({ arms }: Bundle): boolean {
  return arms.some(({ later }) => later?.beliefs !== undefined);
}
