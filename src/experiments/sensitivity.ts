import { InputError } from '../core/errors.ts';
import { parseScenario } from '../scenario/load.ts';
import { type Assumption, referenceOf, type Scenario } from '../scenario/scenario.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired.ts';
import type { AssumptionTest } from './bundle.ts';
import type { Executor } from './executor.ts';
import { groundOf, learnAbout } from './grounds/groundOf.ts';
import { steady } from './steady.ts';
import type { Study } from './studies.ts';
import { WorldBook } from './worldBook.ts';

/** Told of progress; false asks to stop. */
export type Tell = (done: number, of: number, what: string) => boolean | undefined;

/** Replicates for each end of an assumption. */
const TEST_REPLICATES = 100;

/**
 * Re-runs the contrast that says most, the one with the largest difference, at both ends of the weakest numbers: those with a range that the scenario or the command chose,
 * and defaults with no data behind them, in turn. An end that no scenario may have is left out.
 */
export async function testAssumptions(
  scenario: Scenario,
  contrasts: readonly { readonly arm: string; readonly difference: PairedDifference | undefined }[],
  limit: number,
  seed: string,
  executor: Executor,
  tell: Tell,
): Promise<AssumptionTest[]> {
  const size = ({ difference }: (typeof contrasts)[number]) => Math.abs(difference?.meanDifference ?? -1);
  const [main] = [...contrasts].sort((a, b) => size(b) - size(a));
  if (main?.difference === undefined) return [];
  const base = main.difference;
  const reference = referenceOf(scenario, main.arm);
  const names = [main.arm, reference];
  const weak = weakest(scenario).slice(0, limit);
  const cases = weak.flatMap((item) =>
    (['low', 'high'] as const).flatMap((end) => {
      const value = item[end]!;
      if (value === item.value) return [];
      const changed = withNumber(scenario, item.path, value);
      return changed === undefined ? [] : [{ item, end, value, changed }];
    }),
  );
  const book = new WorldBook();
  let learnt = 0;
  let going = true;
  const scenarios = cases.map((one) => one.changed);
  await learnAbout(scenarios, names, book, executor, () => {
    going = tell(learnt++, 2 * cases.length, 'testing assumptions') !== false;
    return going;
  });
  if (!going || cases.length === 0) return [];
  // One trial for each case: its two arms meet the same luck, and what their people expect is worked out once.
  const grounds = await Promise.all(
    scenarios.map((changed) => groundOf(changed, names, book, executor, () => 'none')),
  );
  const { outcomes, control } = grounds[0];
  const ids = [scenario.outcome, ...(control === undefined ? [] : [control.id])];
  const places = ids.map((id) => outcomes.findIndex((outcome) => outcome.id === id));
  const trials = grounds.map(
    ({ lines }): Study => ({ kind: 'trial', seed, replicates: TEST_REPLICATES, outcomes: places, lines }),
  );
  const values: (readonly (readonly Float64Array[])[])[] = [];
  await executor.study(trials, ({ trial }) => {
    values.push(trial!);
    return tell(values.length, cases.length, 'testing assumptions') !== false;
  });
  const { direction } = outcomes[places[0]];
  const of = (c: number, arm: string) => {
    const { arms, linesOf } = grounds[c];
    const column = (line: number, id: string) => values[c][ids.indexOf(id)][line];
    // Only what was asked for is there to be steadied.
    const asked = control?.of.includes(scenario.outcome)
      ? { id: control.id, of: [scenario.outcome] }
      : undefined;
    const line = linesOf[arms.findIndex((each) => each.name === arm)].own;
    return steady(asked === undefined ? {} : { control: asked }, column, TEST_REPLICATES).column(
      line,
      scenario.outcome,
    );
  };
  return cases.slice(0, values.length).flatMap(({ item, end, value }, c) => {
    const difference = pairedDifference(of(c, main.arm), of(c, reference), direction, 1);
    if (difference === undefined) return [];
    const side = (d: PairedDifference) => (d.ci95[0] > 0 ? 1 : d.ci95[1] < 0 ? -1 : 0);
    const verdict =
      side(difference) === side(base)
        ? 'same'
        : side(difference) === 0 || side(base) === 0
          ? 'open'
          : 'turned';
    return [
      {
        path: item.path,
        arm: main.arm,
        reference,
        unit: item.unit,
        about: item.about,
        base: item.value as number,
        end,
        value,
        difference,
        verdict,
      },
    ];
  });
}

/** Numbers that nothing but a choice stands behind: those of the scenario and unsupported defaults in turn. */
function weakest(scenario: Scenario): Assumption[] {
  const ranged = scenario.assumptions.filter(
    (item) => item.low !== undefined && item.high !== undefined && typeof item.value === 'number',
  );
  const chosen = ranged.filter(({ origin }) => origin === 'scenario' || origin === 'set');
  const assumed = ranged.filter((item) => !chosen.includes(item) && item.source.startsWith('assumption'));
  const list: Assumption[] = [];
  for (let i = 0; i < Math.max(chosen.length, assumed.length); i++)
    list.push(...[chosen[i], assumed[i]].filter(Boolean));
  return list;
}

/** The same scenario with one number replaced; undefined where that makes no scenario. */
function withNumber(scenario: Scenario, path: string, value: number): Scenario | undefined {
  // What a file extends has been merged into it already.
  const { extends: _, ...merged } = scenario.resolved;
  try {
    return parseScenario(JSON.stringify(merged), { set: { [path]: value } });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
