import type { Bundle } from '../experiments/result/bundle.ts';
import { formatValue, titleOf } from './format.ts';
import type { Table } from './tables.ts';
import { capital } from './words.ts';

/** Titles of outcomes by part: see `outcomesOfPart`. */
const TITLE = /^(Channel|Product line|Seller) ([^:]+): (.+)$/;
const TITLES: Readonly<Record<string, string>> = {
  Channel: 'By channel',
  'Product line': 'By product line',
  Seller: 'By seller',
};

const NONE = '–';

/** Outcomes by channel, product line and seller, one table each, for the dimensions in `question.by`. */
export function partTables({ arms }: Bundle): Table[] {
  const cells = arms.flatMap(({ name, outcomes }) =>
    Object.values(outcomes).flatMap(({ title, mean, n, unit }) => {
      const [, dimension, part, measure] = TITLE.exec(title) ?? [];
      const value = n > 0 ? formatValue(mean, unit) : NONE;
      return measure === undefined ? [] : [{ arm: name, dimension, part, measure, value }];
    }),
  );
  return Object.entries(TITLES).flatMap(([wanted, title]) => {
    const own = cells.filter(({ dimension }) => dimension === wanted);
    if (own.length === 0) return [];
    const measures = [...new Set(own.map(({ measure }) => measure))];
    const parts = [...new Set(own.map(({ part }) => part))];
    const cellOf = (arm: string, part: string, measure: string) =>
      own.find((cell) => cell.arm === arm && cell.part === part && cell.measure === measure)?.value ?? NONE;
    // A part that a plan does not have has no row.
    const rows = arms
      .flatMap(({ name }) =>
        parts.map((part) => [titleOf(name), part, ...measures.map((measure) => cellOf(name, part, measure))]),
      )
      .filter((row) => row.slice(2).some((value) => value !== NONE));
    return [
      {
        title,
        note: 'Means over runs, for the simulated months; – where undefined in every run.',
        head: ['Plan', wanted, ...measures.map(capital)],
        rows,
      },
    ];
  });
}
