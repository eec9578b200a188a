import { printable } from '../core/plainText.ts';
import type { ByRole, RoleHarm } from '../experiments/result/byRole.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import { inCurrency, symbolOf } from './currency.ts';
import { formatDifference, formatInterval, plural } from './format.ts';
import { personWords } from './people.ts';
import type { Table } from './tables.ts';
import { tableBlock, wrap } from './textLayout.ts';
import { displayName } from './titled.ts';
import { capital, joined } from './words.ts';

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
