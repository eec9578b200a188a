import { InputError } from '../core/errors.ts';
import { parseScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired.ts';
import type { AssumptionTest } from './bundle.ts';
import type { Executor } from './executor.ts';
import { groundOf, learnAbout } from './grounds/groundOf.ts';
import type { Study } from './studies.ts';
import { WorldBook } from './worldBook.ts';

/** Told of progress; false asks to stop. */
export type Tell = (done: number, of: number, what: string) => boolean | undefined;

/** Replicates for each end of an assumption. */
const TEST_REPLICATES = 100;

/**
 * Re-runs the first contrast at both ends of the weakest assumptions: those with a range and no data behind them. An end that no scenario may have is left out.
 */
export async function testAssumptions(
  scenario: Scenario,
  contrasts: readonly { readonly arm: string; readonly difference: PairedDifference | undefined }[],
  limit: number,
  seed: string,
  executor: Executor,
  tell: Tell,
): Promise<AssumptionTest[]> {
  const main = contrasts.find((contrast) => contrast.difference !== undefined);
  if (main?.difference === undefined) return [];
  const base = main.difference;
  const names = [main.arm, scenario.reference];
  const weak = scenario.assumptions
    .filter((item) => item.low !== undefined && item.high !== undefined && typeof item.value === 'number')
    .filter((item) => !/^facts|^logo|^about/.test(item.source))
    .sort((a, b) => Number(b.source.startsWith('assumption')) - Number(a.source.startsWith('assumption')))
    .slice(0, limit);
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
  const grounds = await Promise.all(scenarios.map((changed) => groundOf(changed, names, book, executor, 'none')));
  const outcomeAt = grounds[0].outcomes.findIndex((outcome) => outcome.id === scenario.outcome);
  const trials = grounds.map(
    ({ lines }): Study => ({ kind: 'trial', seed, replicates: TEST_REPLICATES, outcome: outcomeAt, lines }),
  );
  const values: (readonly Float64Array[])[] = [];
  await executor.study(trials, ({ trial }) => {
    values.push(trial!);
    return tell(values.length, cases.length, 'testing assumptions') !== false;
  });
  const { direction } = grounds[0].outcomes[outcomeAt];
  const of = (c: number, arm: string) => {
    const { arms, linesOf } = grounds[c];
    return values[c][linesOf[arms.findIndex((each) => each.name === arm)].own];
  };
  return cases.slice(0, values.length).flatMap(({ item, end, value }, c) => {
    const difference = pairedDifference(of(c, main.arm), of(c, scenario.reference), direction, 1);
    if (difference === undefined) return [];
    const side = (d: PairedDifference) => (d.ci95[0] > 0 ? 1 : d.ci95[1] < 0 ? -1 : 0);
    const verdict =
      side(difference) === side(base) ? 'same' : side(difference) === 0 || side(base) === 0 ? 'open' : 'turned';
    return [
      {
        path: item.path,
        arm: main.arm,
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
