import type { Bundle } from '../../experiments/result/bundle.ts';
import { type AnswerTable, answerTable } from '../answer/answerTable.ts';
import { type AnswerText, answerInWords } from '../answer/answerWords.ts';
import { cautions } from '../cautions.ts';
import type { Chart } from '../charts/chart.ts';
import { rankingChart } from '../charts/rankingChart.ts';
import { fitTable } from '../fit.ts';
import { quotesOf, type Table } from '../tables.ts';
import { payCostTable } from './payCost.ts';
import { type Tile, tilesOf } from './tiles.ts';

/** Content of the board page: one page that says what to do and what is at stake. Every format renders it. */
export interface Board {
  readonly text: AnswerText;
  readonly tiles: readonly Tile[];
  readonly chart?: Chart;
  readonly ranking: AnswerTable;
  /** What each department would say under the reference. */
  readonly quotes: readonly (readonly [who: string, says: string])[];
  readonly cost?: Table;
  /** Observed figures beside simulated ones. */
  readonly fit?: Table;
  /** Notes beneath, with their headings; empty ones are left out. */
  readonly notes: readonly (readonly [heading: string, text: string])[];
}

/** @returns undefined if the bundle ranks no arms */
export function boardOf(bundle: Bundle): Board | undefined {
  const text = answerInWords(bundle);
  const ranking = answerTable(bundle);
  if (text === undefined || ranking === undefined) return undefined;
  const notes: (readonly [string, string])[] = [
    ['Why', firstReasons(text.why)],
    ['After the change', text.transition.join(' ')],
    ['What makes the difference', text.parts.join(' ')],
    ['What could change it', [text.changeInWords, text.tested].filter((said) => said !== '').join(' ')],
    ['With other people', text.people.join(' ')],
    ['How to read it', INTERVALS],
    ['Caution', cautions(bundle, MOST_HELD).slice(0, MOST_CAUTIONS).join(' ')],
    ['What changed nothing', text.nothing.join(' ')],
    ['Where the numbers come from', [text.fit, text.levels].filter((said) => said !== '').join(' ')],
  ];
  return {
    text,
    tiles: tilesOf(bundle),
    chart: rankingChart(bundle),
    ranking,
    quotes: quotesOf(bundle, bundle.scenario.reference),
    cost: payCostTable(bundle),
    fit: fitTable(bundle),
    notes: notes.filter(([, said]) => said !== ''),
  };
}

const INTERVALS =
  'Intervals show simulation error only, which shrinks with more runs; uncertainty about the inputs comes on ' +
  'top. Profit at equal pay is profit plus a plan’s pay minus the reference’s. Hollow: produced by gaming.';

/** Most changes of salary that the board page names. */
const MOST_HELD = 3;
/** Most words of reasons on the first page, where one sheet is all there is. */
const MOST_REASONS = 60;

/** The first reasons, as many as fit. */
function firstReasons(reasons: readonly string[]): string {
  let words = 0;
  return reasons
    .filter((reason, i) => {
      words += reason.split(' ').length;
      return i === 0 || words <= MOST_REASONS;
    })
    .join(' ');
}

/** Most cautions on the board page; all of them stand in the chapters. */
const MOST_CAUTIONS = 1;
