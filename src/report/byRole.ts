import { printable } from '../core/plainText.ts';
import type { ByRole, RoleHarm, RolePart } from '../experiments/result/byRole.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import { inCurrency, symbolOf } from './currency.ts';
import { formatDifference, formatInterval, formatValue, plural } from './format.ts';
import { titleOfMetric } from './harmSplit.ts';
import { partsAtEqualPay } from './parts.ts';
import { personWords } from './people.ts';
import type { Table } from './tables.ts';
import { tableBlock, wrap } from './textLayout.ts';
import { displayName } from './titled.ts';
import { capital, inSentence, joined } from './words.ts';
import { workSince } from './workWords.ts';

const WIDTH = 80;

type Difference = ByRole['total'];

const isTold = ({ ci95Simultaneous: [low, high] }: Difference) => low > 0 || high < 0;
const titleOfRole = (id: string) => ROLES.find((role) => role.id === id)?.title ?? id;

/** Two sentences: whose plan raises profit if it alone is changed, whose lowers it, and all together. */
export function byRoleInWords(found: ByRole, name: (arm: string) => string): string[] {
  const { parts, total, interaction, reference, other } = found;
  const gains = parts.filter(({ alone }) => isTold(alone) && alone.meanDifference > 0);
  const losses = parts.filter(({ alone }) => isTold(alone) && alone.meanDifference < 0);
  const open = parts.filter(({ alone }) => !isTold(alone));
  const said = (of: typeof parts) =>
    joined(
      of.map(
        ({ person, alone }) => `${personWords(person)} (${formatDifference(alone.meanDifference, 'USD')})`,
      ),
    );
  const sentences = [
    gains.length > 0 ? `rises with the plan of ${said(gains)}` : '',
    losses.length > 0 ? `falls with the plan of ${said(losses)}` : '',
    open.length > 0
      ? `does not change significantly with the plan of ${joined(open.map(({ person }) => personWords(person)))}`
      : '',
  ].filter((words) => words !== '');
  return [
    `Changing one person’s plan at a time from “${name(reference)}” to “${name(other)}”, company profit at equal ` +
      `pay ${sentences.join('; ')}.`,
    `Changing all plans: ${amount(total)}` +
      `${isTold(interaction) ? `, of which ${amount(interaction)} is their interaction` : ''}.`,
  ];
}

/** Most parts of profit that are named, and the least one, as a share of the difference. */
const MOST_PARTS = 3;
const LEAST_PART = 0.05;
/** Words for what a plan changed, by outcome id. */
const LEVELS: Readonly<Record<string, string>> = {
  trueLeadsCount: 'genuine leads',
  winsCount: 'deals won',
};

/**
 * Why each plan alone does what it does: what the person is paid on instead, works on instead, and which
 * parts of profit moved.
 */
export function whyByRole({ parts }: ByRole): string[] {
  return parts.map((part) => {
    const { person, work, levels, alone } = part;
    const moved = Object.entries(levels).flatMap(([id, { before, after }]) => {
      const [to, from] = [after, before].map((value) => formatValue(value, 'count'));
      return to === from ? [] : [`${LEVELS[id]} ${to} instead of ${from}`];
    });
    return [
      `${capital(personWords(person))}: ${paidInstead(part)}.`,
      `${capital(workSince(person, work.after, work.before) ?? 'works as before')}.`,
      ...(moved.length === 0 ? [] : [`${capital(joined(moved))}.`]),
      ...(isTold(alone) ? [partsOfProfit(part)] : []),
    ].join(' ');
  });
}

/** What a person is paid on that they were not before, and the other way round. */
function paidInstead({ paidOn: { before, after } }: RolePart): string {
  const beyond = (ids: readonly string[], others: readonly string[]) =>
    joined([...new Set(ids)].filter((id) => !others.includes(id)).map((id) => inSentence(titleOfMetric(id))));
  const [added, dropped] = [beyond(after, before), beyond(before, after)];
  if (added !== '' && dropped !== '') return `paid on ${added} instead of ${dropped}`;
  if (added !== '') return `also paid on ${added}`;
  return dropped === '' ? 'paid on the same metrics' : `no longer paid on ${dropped}`;
}

/** The largest significant parts of a difference in profit, and all the rest. */
function partsOfProfit({ alone, sums }: RolePart): string {
  const clear = partsAtEqualPay().flatMap(({ id, sign, words, less }) => {
    const difference = sums[id];
    const isLarge = Math.abs(difference.meanDifference) >= LEAST_PART * Math.abs(alone.meanDifference);
    if (!isTold(difference) || !isLarge) return [];
    const mean = sign * difference.meanDifference;
    return [{ mean, words: `${mean > 0 === (sign === 1) ? 'more' : less} ${words}` }];
  });
  const named = clear.sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean)).slice(0, MOST_PARTS);
  const rest = alone.meanDifference - named.reduce((sum, { mean }) => sum + mean, 0);
  const said = [...named, { mean: rest, words: 'all the rest' }];
  return `Profit at equal pay: ${joined(said.map(({ mean, words }) => `${formatDifference(mean, 'USD')} by ${words}`))}.`;
}

/** Tables: each plan alone, and what each person’s gaming does to whom under both plans. */
export function byRoleTables(found: ByRole, name: (arm: string) => string): Table[] {
  const { parts, total, interaction, reference, other, replicates, people, harms } = found;
  const row = (label: string, { meanDifference, ci95Simultaneous }: Difference) => [
    label,
    formatDifference(meanDifference, 'USD'),
    formatInterval(ci95Simultaneous, 'USD', true),
  ];
  const matrix = (arm: string, rows: readonly RoleHarm[]): Table => ({
    title: `Under ${name(arm)}: effects of each person’s gaming`,
    note:
      'Compared with the same person without gaming, who may then work otherwise: profit of the company at ' +
      'equal pay, pay of all sellers, and the bonus of each marketer. A minus is a loss to that column. In ' +
      'brackets: not significantly different from 0, with all cells of the table considered.',
    head: ['Gaming of', 'company', 'sellers', ...people.map(({ person }) => printable(person))],
    rows: rows.map(({ person, company, sellers, bonuses }) => [
      printable(person),
      ...[company, sellers, ...bonuses].map(cellOf),
    ]),
  });
  return [
    {
      title: `Each role’s plan of ${name(other)} alone, compared with ${name(reference)}`,
      note:
        `Profit at equal pay over the horizon; ${plural(replicates, 'run')} on common random numbers. Intervals are ` +
        'valid for all rows together.',
      head: ['Plan changed', 'Difference', '95% interval'],
      rows: [
        ...parts.map(({ person, role, alone }) => row(`${printable(person)} (${titleOfRole(role)})`, alone)),
        row('interaction of the plans', interaction),
        row(`total: all plans of ${name(other)}`, total),
      ],
    },
    matrix(reference, harms.reference),
    matrix(other, harms.other),
  ];
}

/** The split by role as text. */
export function renderByRole(found: ByRole, resolved: Readonly<Record<string, unknown>> = {}): string {
  const name = displayName(resolved);
  const lines = [
    '',
    ...wrap(printable(found.scenario), WIDTH),
    '',
    ...byRoleInWords(found, name).flatMap((sentence) => wrap(printable(capital(sentence)), WIDTH)),
    '',
    ...whyByRole(found).flatMap((sentence) => [...wrap(printable(sentence), WIDTH), '']),
    ...byRoleTables(found, name).flatMap((table) => tableBlock(table, WIDTH)),
  ];
  return inCurrency(lines.join('\n'), symbolOf(resolved));
}

function cellOf({ meanDifference, ci95Simultaneous: [low, high] }: Difference): string {
  const usd = formatDifference(meanDifference, 'USD');
  return low > 0 || high < 0 || meanDifference === 0 ? usd : `(${usd})`;
}

function amount({ meanDifference, ci95Simultaneous }: Difference): string {
  return `${formatDifference(meanDifference, 'USD')} (${formatInterval(ci95Simultaneous, 'USD', true)})`;
}
