import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { replay } from '../../../src/experiments/commands/replay.ts';
import { asRevenue, parseScenario } from '../../../src/scenario/load.ts';
import { readBase, textOf } from '../../support/shipped.ts';
import { isThorough } from '../../support/thorough.ts';

/** Arms in which people plan ahead, shift deals between months, or learn; the thorough suite has all. */
const SOME: readonly (readonly [file: string, arm: string])[] = [
  ['catherine.yaml', 'fluff'],
  ['catherine.yaml', 'revenue-tied'],
  ['good-leads-rejected.yaml', 'own-pays-more'],
  ['learning-director.yaml', 'fluff-learning'],
  ['price-gaming.yaml', 'accelerated'],
];

function allArms(): (readonly [string, string])[] {
  return readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((file) => {
      const scenario = parseScenario(textOf(file), { readBase });
      return scenario.kind === 'revenue' ? scenario.arms.map(({ name }) => [file, name] as const) : [];
    });
}

/** A plan that changes in a later month needs a horizon that has the month. */
const HORIZON: Readonly<Record<string, number>> = { 'new-director.yaml': 24 };

test.each(isThorough ? allArms() : SOME)(
  'nobody in %s, %s, chooses by the end of the run: its months are those of a run twice as long',
  (file, arm) => {
    const written = parseScenario(textOf(file), { readBase });
    const months = Math.min(HORIZON[file] ?? 12, written.horizonMonths);
    const run = (horizonMonths: number) =>
      replay(
        asRevenue(
          parseScenario(textOf(file), { readBase, set: { 'question.horizonMonths': horizonMonths } }),
          file,
        ),
        arm,
        0,
      ).months.slice(0, months);
    const [short, long] = [run(months), run(2 * months)];
    for (const [m, month] of short.entries()) {
      expect(month.metrics).toEqual(long[m].metrics);
      expect(month.tactics).toEqual(long[m].tactics);
    }
  },
);
