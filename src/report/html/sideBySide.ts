import type { ArmResult, Bundle } from '../../experiments/result/bundle.ts';
import { rankedName } from '../answer/answerWords.ts';
import { formatDifference, formatInterval, formatValue, titleOf } from '../format.ts';
import { reportedPeople } from '../people.ts';
import { capital } from '../words.ts';
import { drawTable } from './drawTable.ts';
import { escapeHtml } from './escapeHtml.ts';

const TITLE = 'All plans side by side';

function noteOn(reference: string): string {
  return (
    `Amounts with a sign are differences from ${reference}, or from the plan in the heading; in brackets the ` +
    '95% interval, for all pairs of plans together. At equal pay: as if everybody were paid the same in total; ' +
    'after all pay: as the plans are written. Hollow numbers are reported, but made by gaming.'
  );
}

/** A column: its heading, and what stands in it for an arm. */
type Column = readonly [head: string, cell: (arm: ArmResult) => string];

/** Every plan in a row, in the order of the ranking: what it brings, what it costs, and what people do. */
export function sideBySide(bundle: Bundle): string {
  const { answer, arms, scenario } = bundle;
  if (answer === undefined || scenario.world === 'textbook') return '';
  const columns = columnsOf(bundle);
  const rows = answer.ranking.map(({ arm: name }) => {
    const arm = arms.find((each) => each.name === name)!;
    const mark = name === scenario.reference ? ` (reference)` : '';
    return [`${titleOf(name)}${mark}`, ...columns.map(([, cell]) => cell(arm))];
  });
  const head = ['Plan', ...columns.map(([title]) => title)];
  const note = escapeHtml(noteOn(titleOf(scenario.reference)));
  return `<div class="sides"><h3>${TITLE}</h3>\n${drawTable(head, rows, TITLE)}<p class="meta">${note}</p></div>`;
}

function columnsOf(bundle: Bundle): Column[] {
  const { answer, scenario, arms } = bundle;
  const reference = arms.find(({ name }) => name === scenario.reference);
  const level = (id: string, unit: string) => (arm: ArmResult) => {
    const mean = arm.outcomes[id]?.mean;
    return mean === undefined || Number.isNaN(mean) ? '–' : formatValue(mean, unit);
  };
  const difference = (id: string) => (arm: ArmResult) => {
    // Pay is held at the reference's: its profit at equal pay is its profit.
    if (arm.name === scenario.reference) return `${level('profitUsd', 'USD')(arm)} in all`;
    // The same luck under every plan: the difference of means is the mean of differences.
    const change = (arm.outcomes[id]?.mean ?? NaN) - (reference?.outcomes[id]?.mean ?? NaN);
    return Number.isNaN(change) ? '–' : formatDifference(change, 'USD');
  };
  const fromBest = ({ name }: ArmResult) => {
    const { fromBest: gap } = answer!.ranking.find(({ arm }) => arm === name)!;
    if (gap === undefined) return '–';
    const { meanDifference, ci95Simultaneous } = gap;
    // The interval stays together where the cell is broken into lines.
    const interval = formatInterval(ci95Simultaneous, 'USD', true).replaceAll(' ', '\u00a0');
    return `${formatDifference(meanDifference, 'USD')} (${interval})`;
  };
  const people = reportedPeople(bundle);
  const [only] = people.length === 1 ? people : [];
  const ranked = answer!.rankedBy === 'profitBeforePayUsd';
  return [
    ...(ranked
      ? ([
          [capital(rankedName(bundle)), difference('profitBeforePayUsd')],
          // Of two plans, the first column says it.
          ...(arms.length > 2 ? ([[`Against “${titleOf(answer!.best)}”`, fromBest]] as const) : []),
        ] as const)
      : []),
    ['Profit after all pay', difference('profitUsd')],
    ['Everybody’s pay', level('payUsd', 'USD')],
    ...(only === undefined ? [] : [[`Pay of ${only.words}`, level(only.payId, 'USD')] as const]),
    ['Quota attained', level('quotaAttainmentShare', 'share')],
    ['Selling time wasted', level('sellingTimeWastedShare', 'share')],
    ['Bonus for hollow numbers', level('bonusHollowUsd', 'USD')],
  ];
}
