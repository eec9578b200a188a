import { printable } from '../core/plainText.ts';
import type { Replay } from '../experiments/result/replay.ts';
import { TACTICS } from '../worlds/revenue/catalogue/tactics/index.ts';
import { NEVER_USD } from '../worlds/revenue/minds/planner/population.ts';
import { formatUsd, formatValue, titleOf } from './format.ts';
import { storyOf, whichRun } from './story.ts';
import { textTable, wrap } from './textLayout.ts';

/** Width of the story, and of the labels beside it. */
const WIDTH = 80;
const LABEL = 10;

/**
 * Renders one run: what happened, then month by month reported / true / sound, with the quota beside.
 *
 * @param isFull with the work and the gaming of every month
 */
export function renderReplay(story: Replay, isFull = false): string {
  const tactics = Object.keys(story.months[0]?.tactics ?? {});
  const used = tactics.filter((id) =>
    story.months.some((month) => Math.abs(month.tactics[id] - (isProductive(id) ? 1 : 0)) > 0.01),
  );
  const ledger = (month: Replay['months'][number], id: string) => {
    const { reported, true: truth, sound } = month.metrics[id] ?? {};
    return [reported, truth, sound]
      .map((value) => (value === undefined ? '–' : Math.round(value).toLocaleString('en-US')))
      .join(' / ');
  };
  const rows = story.months.map((month) => [
    String(month.month),
    ledger(month, 'visitors'),
    ledger(month, 'leads'),
    ledger(month, 'sqls'),
    formatUsd(month.metrics.bookings?.reported ?? 0),
    formatValue(month.metrics['quota-attainment']?.reported ?? 0, 'share'),
    formatValue(month.metrics['selling-time-wasted']?.reported ?? 0, 'share'),
    formatUsd(month.bonusUsd),
    formatUsd(month.hollowBonusUsd),
    month.events.join(', '),
  ]);
  const lines = [
    '',
    `${printable(story.scenario)}: ${titleOf(story.arm)}, run ${story.replicate} of seed “` +
      `${printable(story.seed)}”`,
    ...wrap(whichRun(story), WIDTH),
    '',
    ...storyOf(story).flatMap(({ when, sentences }) =>
      wrap(sentences.map(printable).join(' '), WIDTH, when.padEnd(LABEL), ' '.repeat(LABEL)),
    ),
    '',
    ...textTable(
      ['month', 'visits', 'leads', 'SQLs', 'booked', 'of quota', 'wasted', 'bonus', 'of it hollow', ''],
      rows,
    ),
    '',
    'visits, leads, SQLs: reported / true (without gaming) / sound (human, really ready)',
    '',
  ];
  if (used.length > 0 && isFull) {
    lines.push(...integrityLines(story), '');
    lines.push(
      ...textTable(
        ['month', ...used.map(titleOf)],
        story.months.map((month) => [String(month.month), ...used.map((id) => month.tactics[id].toFixed(2))]),
      ),
    );
    lines.push('', 'work: times the baseline; gaming: scale, 1 = as much again as an honest month', '');
  }
  if (used.length > 0 && !isFull) lines.push('--full: work and gaming of every month', '');
  return lines.join('\n');
}

/** Integrity at the start of the run: dollars forgone to avoid a month of gaming at scale 1, by person. */
function integrityLines({ integrityUsd, months }: Replay): string[] {
  const people = Object.entries(months[0]?.people ?? {});
  const line = (who: string, usd: number) =>
    usd >= NEVER_USD
      ? `${who} never games, whatever the pay.`
      : `${who} would forgo ${formatUsd(usd)} to avoid a month of gaming at scale 1.`;
  if (people.length === 0) return [line('Whoever plans marketing’s work', integrityUsd)];
  return people.map(([name, person]) => line(titleOf(name), person.integrityUsd));
}

function isProductive(id: string): boolean {
  return TACTICS.find((tactic) => tactic.id === id)?.lever.kind === 'productive';
}
