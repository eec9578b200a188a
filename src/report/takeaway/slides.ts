import type { Bundle } from '../../experiments/result/bundle.ts';
import { titlesOf } from '../answer/answerTable.ts';
import { type Board, boardOf } from '../board/board.ts';
import type { Tile } from '../board/tiles.ts';
import { cautions } from '../cautions.ts';
import type { Chart } from '../charts/chart.ts';
import { chartsOf } from '../charts/charts.ts';
import { formatDifference, quoted, runsInWords, titleOf } from '../format.ts';
import { armInWords, planInWords } from '../planWords.ts';
import { firstClause } from '../words.ts';

/** Content of one slide; a title, and what of the rest it has. */
export interface Slide {
  /** What the slide is about, in one word. */
  readonly topic: string;
  /** Its message. */
  readonly title: string;
  readonly lines?: readonly string[];
  readonly tiles?: readonly Tile[];
  readonly chart?: Chart;
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** Most rows of a table on one slide; and most plans, each with a sentence. */
const MOST_ROWS = 9;
const MOST_PLANS = 6;
/** Most terms of a plan that describe it. */
const MOST_TERMS = 3;

/**
 * The eight slides of a deck: question, answer, why, money, people, risks, assumptions, appendix.
 *
 * @returns undefined if the bundle ranks no arms
 */
export function slidesOf(bundle: Bundle): Slide[] | undefined {
  const board = boardOf(bundle);
  if (board === undefined) return undefined;
  const charts = chartsOf(bundle);
  const named = (...ids: string[]) => ids.flatMap((id) => charts.find((chart) => chart.id === id) ?? [])[0];
  const { text, tiles, chart, cost, quotes } = board;
  const [choice, ...brings] = sentencesOf(text.answer.join(' '));
  return [
    question(bundle, board),
    { topic: 'Answer', title: choice, lines: brings, tiles },
    {
      topic: 'Why',
      title: text.why[0] ?? 'What is different under the plans',
      lines: text.why.slice(1),
      chart: named('ledgers', 'effort'),
    },
    {
      topic: 'Money',
      title: chart?.title ?? 'What the plans bring',
      chart,
      ...(cost === undefined ? {} : { table: cost, lines: [cost.note] }),
    },
    {
      topic: 'People',
      title: named('hours', 'effort')?.title ?? 'What people do',
      lines: quotes.map(([who, says]) => `${who}: “${says}”`),
      chart: named('hours', 'effort'),
    },
    risks(bundle, board),
    assumptions(bundle, board),
    appendix(bundle, board),
  ];
}

/** Sentences of a text; a full stop within a name in quotation marks ends none. */
function sentencesOf(text: string): string[] {
  return text.match(/(?:“[^”]*”|[^.“]|\.(?! [A-Z]))+\.?/g)?.map((sentence) => sentence.trim()) ?? [text];
}

function question(bundle: Bundle, { ranking }: Board): Slide {
  const { scenario, arms } = bundle;
  const shown = arms.slice(0, MOST_PLANS);
  const words = planInWords(scenario.resolved);
  const planOf = (plan: string) =>
    (words.find((each) => each.plan === plan)?.sentences ?? []).slice(0, MOST_TERMS).join(' ');
  return {
    topic: 'Question',
    title: scenario.name,
    lines: [
      ...(scenario.about === undefined ? [] : [scenario.about]),
      `Compared on ${ranking.columns[0]}, with ${quoted(scenario.reference)} as the reference: ` +
        `${runsInWords(bundle)}.`,
    ],
    table: {
      head: ['Plan', 'What it is'],
      rows: [
        ...shown.map((arm) => [titleOf(arm.name), armInWords(arm) || planOf(arm.plan)]),
        ...(arms.length > shown.length ? [[`and ${arms.length - shown.length} more`, '']] : []),
      ],
    },
  };
}

function risks(bundle: Bundle, { text }: Board): Slide {
  const unitOf = (outcome: string) => bundle.arms[0].outcomes[outcome]?.unit ?? '';
  const [first, ...more] = sentencesOf(text.changeInWords);
  return {
    topic: 'Risks',
    title: first,
    lines: [...more, ...cautions(bundle), ...text.nothing],
    ...(bundle.sensitivity.length === 0
      ? {}
      : {
          table: {
            head: ['Assumption', 'Usual value', 'Tried', 'Difference there', 'Result'],
            rows: bundle.sensitivity
              .slice(0, MOST_ROWS)
              .map(({ about, path, base, value, verdict, difference, outcome }) => [
                `${firstClause(about)} (${path})`,
                String(base),
                String(value),
                formatDifference(difference.meanDifference, unitOf(outcome)),
                { same: 'stands', open: 'left open', turned: 'reversed' }[verdict],
              ]),
          },
        }),
  };
}

function assumptions({ scenario }: Bundle, { text }: Board): Slide {
  const own = scenario.assumptions.filter(({ origin }) => origin === 'scenario' || origin === 'set');
  return {
    topic: 'Assumptions',
    title: 'What this rests on',
    lines: [
      ...sentencesOf(text.fit),
      ...(text.tested === '' ? [] : [text.tested]),
      'Every input is in the report, with its source. The rest are defaults.',
    ],
    ...(own.length === 0
      ? {}
      : {
          table: {
            head: ['Input', 'Value', 'Unit'],
            rows: own
              .slice(0, MOST_ROWS)
              .map(({ about, path, value, unit }) => [
                `${firstClause(about)} (${path})`,
                String(value),
                unit,
              ]),
          },
        }),
  };
}

function appendix(bundle: Bundle, { ranking }: Board): Slide {
  const rows = ranking.rows.slice(0, MOST_ROWS);
  return {
    topic: 'Appendix',
    title: `The ranking by ${ranking.columns[0]}`,
    table: {
      head: ['Rank', 'Plans', ...ranking.columns],
      rows: rows.map((row) => [String(row.rank), `${titlesOf(row).join(', ')}${row.mark}`, ...row.cells]),
    },
    lines: [
      'Plans in one row cannot be distinguished from its first (95%, all pairs jointly).',
      `goodhart ${bundle.tool.version}, seed ${bundle.seed}, scenario ${bundle.scenario.hash.slice(0, 16)}.`,
    ],
  };
}
