import { printable } from '../core/plainText.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { OUTCOMES } from '../worlds/revenue/catalogue/outcomes/index.ts';
import { changeTables } from './afterChange.ts';
import { changeSentences } from './afterChangeWords.ts';
import { cautions } from './cautions.ts';
import { costOf } from './costs.ts';
import { inCurrency, symbolOf } from './currency.ts';
import { fitTable, misfitSentences } from './fit.ts';
import {
  durationOf,
  formatDifference,
  formatInterval,
  formatValue,
  plural,
  quoted,
  titleOf,
} from './format.ts';
import { GAMES } from './games.ts';
import { movements } from './moved.ts';
import { headline } from './opening.ts';
import { partTables } from './partTables.ts';
import { armInWords } from './planWords.ts';
import { outcomeOf } from './standing.ts';
import { claimsTable } from './tables.ts';
import { textTable, wrap } from './textLayout.ts';
import { titled } from './titled.ts';
import { verdict } from './verdict.ts';
import { gamesPlayed, gamingSum } from './whys.ts';

interface Column {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /** Shown even if the value is zero throughout. */
  readonly always?: boolean;
}

/**
 * Columns beside the primary outcome if the scenario's `tell` lists none, with their meaning. A column that
 * is zero throughout is left out unless it is marked `always`.
 */
const REVENUE_SIDE: readonly Column[] = [
  { id: 'wholeBonusMonthsShare', title: 'bonus', note: 'bonus: pay days on which the whole bonus was paid' },
  {
    id: 'hollowVisitsShare',
    title: 'visits',
    note: 'visits, SQLs: part of the reported number that gaming made',
  },
  {
    id: 'hollowSqlsShare',
    title: 'SQLs',
    note: 'SQL: sales-qualified lead, one that marketing passes to sales',
  },
  {
    id: 'discountShare',
    title: 'discount',
    note: 'discount: given away to have deals signed early, of list price',
  },
  ...GAMES.map(({ id, column, note }) => ({ id, title: column, note: `${column}: ${note}` })),
  { id: 'forecastErrorShare', title: 'off', note: 'off: how far forecasts missed, of what was booked' },
  {
    id: 'sellingTimeWastedShare',
    title: 'wasted',
    note: 'wasted: selling time spent on leads that were never ready',
  },
  {
    id: 'teamMonthsMissedShare',
    title: 'missed',
    note: 'missed: months in which the team fell short of quota',
    always: true,
  },
];

const INTERVAL_NOTE = 'interval: valid for all arms together';

const STEADIED_NOTE = `${INTERVAL_NOTE}, the luck of single deals taken out`;

const TEXTBOOK_NOTES = [
  'value: what all effort is worth to the firm · pay: of all agents · gaming: the part of it that ' +
    'gaming earned',
  'then the effort that one agent puts into each task · interval: valid for all arms together',
];

/** Maximum number of tasks with a column of their own. */
const MOST_TASKS = 5;

/** Outcomes that the scenario lists in `tell`, other than the primary one; empty if it lists none. */
function toldSide(bundle: Bundle, asked: string): Column[] {
  const titleFor = (id: string) =>
    bundle.arms.find((arm) => arm.outcomes[id] !== undefined)?.outcomes[id].title;
  return (bundle.scenario.tell ?? []).flatMap((id) => {
    const title = id === asked ? undefined : titleFor(id);
    return title === undefined ? [] : [{ id, title }];
  });
}

function textbookSide(bundle: Bundle): Column[] {
  const tasks = Object.keys(bundle.arms[0]?.outcomes ?? {}).filter((id) => id.startsWith('effort_'));
  return [
    { id: 'valueUsd', title: 'value' },
    { id: 'payUsd', title: 'pay' },
    { id: 'hollowPayUsd', title: 'gaming' },
    ...tasks.slice(0, MOST_TASKS).map((id) => ({ id, title: titleOf(id.slice('effort_'.length)) })),
  ];
}

function revenueSide(bundle: Bundle, asked: string): Column[] {
  const happened = (id: string) => bundle.arms.some((arm) => (arm.outcomes[id]?.mean ?? 0) !== 0);
  return REVENUE_SIDE.filter(({ id, always }) => id !== asked && (always || happened(id)));
}

/** Meaning of the columns, with as many per line as fit. */
function wrapNotes(notes: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const note of notes) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + note.length + 3 <= width)
      lines[lines.length - 1] = `${last} · ${note}`;
    else lines.push(note);
  }
  return lines.flatMap((line) => wrap(line, width));
}

/** Meaning of the primary outcome, of those listed in `tell`, of the columns and of the interval. */
function notesOf(bundle: Bundle, side: readonly Column[], asked: string): string[] {
  const told = bundle.scenario.tell ?? [];
  const meant = [asked, ...told].filter((id, i, all) => all.indexOf(id) === i);
  return [
    ...meant.flatMap((id) => {
      const outcome = OUTCOMES.find((candidate) => candidate.id === id);
      return outcome === undefined ? [] : [`${outcome.title}: ${outcome.about.split(/(?<=\.) /)[0]}`];
    }),
    ...side.flatMap(({ note }) => (note === undefined ? [] : [note])),
    bundle.steadied === undefined ? INTERVAL_NOTE : STEADIED_NOTE,
  ];
}

/** Description of the scenario, and of every arm that has one. */
function introduction({ scenario, arms }: Bundle, width: number): string[] {
  const described = arms.filter((arm) => armInWords(arm) !== '');
  return [
    ...(scenario.about === undefined ? [] : ['', ...wrap(printable(scenario.about), width)]),
    ...(described.length === 0 ? [] : ['']),
    ...described.flatMap((arm) =>
      wrap(`${titleOf(arm.name)}: ${printable(armInWords(arm))}`, width - 2, '· ', '  '),
    ),
    '',
  ];
}

/** Maximum number of explanations of incentives in the terminal; there is one per arm and person. */
const MOST_EXPLAINED = 4;

/** Maximum number of contrasts whose changes are listed; merged ones count once. */
const MOST_MOVED = 5;

/** Changes, costs, reasons and mutual claims. */
function explanation(bundle: Bundle, width: number): string[] {
  const moved = movements(bundle);
  const sums = bundle.arms.flatMap((arm) =>
    (arm.incentives ?? []).map((why) => ({
      arm,
      text: gamingSum(arm.motive, why, arm.incentives?.length === 1),
    })),
  );
  // Explanations that agree to two significant digits are given once, for the first arm.
  const roughly = (text: string | undefined) =>
    text?.replace(/[\d,]+/g, (digits) => String(Number(Number(digits.replaceAll(',', '')).toPrecision(2))));
  const why = sums.filter(
    ({ text }, i) => text !== undefined && sums.findIndex((one) => roughly(one.text) === roughly(text)) === i,
  );
  const claims = claimsTable(bundle)?.rows.find(([arm]) => arm === titleOf(bundle.scenario.reference));
  const cost = costOf(bundle);
  return [
    ...(moved.length === 0 ? [] : ['', 'What moved']),
    ...moved
      .slice(0, MOST_MOVED)
      .flatMap(([first, ...others]) => [
        ...wrap(first, width - 2, '· ', '  '),
        ...others.flatMap((sentence) => wrap(sentence, width - 2, '  ', '  ')),
      ]),
    ...(cost === undefined ? [] : ['', ...wrap(cost.text, width)]),
    ...(claims === undefined
      ? []
      : [
          '',
          ...wrap(`Under “${claims[0]}”, marketing would say ${claims[1]} and sales ${claims[2]}`, width),
        ]),
    ...why
      .slice(0, MOST_EXPLAINED)
      .flatMap(({ arm, text }) => ['', ...wrap(`Why, under ${quoted(arm.name)}: ${text}`, width)]),
    ...gamesPlayed(bundle).flatMap(({ link, why: reason }) => [
      '',
      ...wrap(`Why (${link}): ${reason}.`, width),
    ]),
  ];
}

/**
 * Renders a comparison for the terminal: headline, table of arms, verdict, explanation and caveats.
 *
 * @param columns width of the terminal in characters; text is wrapped to it, within 60 to 120
 */
export function renderTerminal(named: Bundle, columns = 100): string {
  const bundle = titled(named);
  const outcome = outcomeOf(bundle);
  const width = Math.max(60, Math.min(columns, 120));
  const lines = [
    '',
    printable(bundle.scenario.name),
    `${plural(bundle.replicates.completed, 'run')} of each arm with common random numbers, ` +
      `${durationOf(bundle)}, compared with ${quoted(bundle.scenario.reference)}`,
  ];
  lines.push(...introduction(bundle, width));
  // The table has columns for the outcomes listed in `tell`.
  for (const misfit of misfitSentences(bundle)) lines.push(...wrap(misfit, width), '');
  const sentence = headline(bundle, (bundle.scenario.tell ?? []).length > 0);
  if (sentence !== '') lines.push(...wrap(sentence, width), '');
  const textbook = bundle.scenario.world === 'textbook';
  const told = toldSide(bundle, outcome.id);
  const usual = textbook ? textbookSide(bundle) : revenueSide(bundle, outcome.id);
  const side = told.length > 0 ? told : usual;
  const isMixed = bundle.contrasts.some((contrast) => contrast.reference !== bundle.scenario.reference);
  const rows = bundle.arms.map((arm) => {
    const o = arm.outcomes[outcome.id];
    const contrast = bundle.contrasts.find((candidate) => candidate.arm === arm.name);
    const d = contrast?.outcomes[outcome.id];
    const show = (id: string) =>
      arm.outcomes[id] === undefined ? '–' : formatValue(arm.outcomes[id].mean, arm.outcomes[id].unit);
    return [
      titleOf(arm.name),
      o === undefined ? '–' : formatValue(o.mean, o.unit),
      d === undefined
        ? o === undefined
          ? '–'
          : 'reference'
        : formatDifference(d.meanDifference, outcome.unit),
      d === undefined ? '' : d.se === 0 ? 'exact' : formatInterval(d.ci95Simultaneous, outcome.unit, true),
      ...(isMixed ? [contrast === undefined ? '' : titleOf(contrast.reference)] : []),
      ...side.map(({ id }) => show(id)),
    ];
  });
  lines.push(
    ...textTable(
      [
        '',
        outcome.title,
        'difference',
        '95% interval',
        ...(isMixed ? ['compared with'] : []),
        ...side.map(({ title }) => title),
      ],
      rows,
    ),
    '',
    ...(textbook
      ? TEXTBOOK_NOTES.flatMap((note) => wrap(note, width))
      : wrapNotes(notesOf(bundle, side, outcome.id), width)),
    '',
  );
  for (const sentence of verdict(bundle)) lines.push(...wrap(sentence, width - 2, '· ', '  '));
  lines.push(...explanation(bundle, width));
  const changes = changeSentences(bundle).flatMap((sentence) => wrap(sentence, width - 2, '· ', '  '));
  if (changes.length > 0) lines.push('', 'After the change of plans', ...changes);
  for (const { title, head, rows, note } of [...changeTables(bundle), ...partTables(bundle)])
    lines.push('', title, ...textTable(head, rows, 2), '', ...wrap(note, width));
  const fit = fitTable(bundle);
  if (fit !== undefined)
    lines.push('', fit.title, '', ...textTable(fit.head, fit.rows), '', ...wrap(printable(fit.note), width));
  const notes = cautions(bundle);
  if (notes.length > 0)
    lines.push('', ...notes.flatMap((note) => wrap(printable(note), width - 2, '! ', '  ')));
  lines.push('');
  return inCurrency(lines.join('\n'), symbolOf(named.scenario.resolved));
}
