import type { Arm, Scenario } from '../scenario/scenario.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired.ts';
import { OUTCOME, OUTCOMES, type OutcomeId } from '../worlds/revenue/outcomes.ts';
import type { RevenueWorld } from '../worlds/revenue/world.ts';
import type { AssumptionTest } from './bundle.ts';
import type { Executor } from './executor.ts';
import type { Line } from './lines.ts';
import type { Study } from './studies.ts';
import { WorldBook } from './worldBook.ts';

/** Told of progress; false asks to stop. */
export type Tell = (done: number, of: number, what: string) => boolean | undefined;

/** Replicates for each end of an assumption. */
const TEST_REPLICATES = 100;

/**
 * Re-runs the first contrast at both ends of the weakest assumptions: those with a range and no data behind them.
 */
export async function testAssumptions(
  scenario: Scenario,
  arms: readonly Arm[],
  contrasts: readonly { readonly arm: string; readonly difference: PairedDifference | undefined }[],
  limit: number,
  seed: string,
  executor: Executor,
  tell: Tell,
): Promise<AssumptionTest[]> {
  const main = contrasts.find((contrast) => contrast.difference !== undefined);
  const reference = arms.find((arm) => arm.name === scenario.reference);
  const arm = arms.find((candidate) => candidate.name === main?.arm);
  if (main?.difference === undefined || reference === undefined || arm === undefined) return [];
  const base = main.difference;
  const weak = scenario.assumptions
    .filter((item) => item.low !== undefined && item.high !== undefined && typeof item.value === 'number')
    .filter((item) => !/^facts|^logo|^about/.test(item.source))
    .sort((a, b) => Number(b.source.startsWith('assumption')) - Number(a.source.startsWith('assumption')))
    .slice(0, limit);
  const cases = weak.flatMap((item) =>
    (['low', 'high'] as const).flatMap((end) => {
      const value = item[end]!;
      if (value === item.value) return [];
      const worlds = [arm, reference].map((each) => withNumber(each.world, item.path, value));
      return [{ item, end, value, worlds }];
    }),
  );
  const book = new WorldBook();
  let learnt = 0;
  let going = true;
  await book.learn(
    cases.flatMap((one) => one.worlds),
    executor,
    () => {
      going = tell(learnt++, 2 * cases.length, 'testing assumptions') !== false;
      return going;
    },
  );
  if (!going) return [];
  // One trial for each case: its two lines meet the same buyers, and what their people expect is worked out once.
  const outcome = OUTCOME[scenario.outcome as OutcomeId];
  const trials = cases.map(
    ({ worlds }): Study => ({
      kind: 'trial',
      seed,
      replicates: TEST_REPLICATES,
      outcome,
      lines: [arm, reference].map(
        (each, i): Line => ({
          name: each.name,
          world: worlds[i],
          pay: each.pay,
          beliefs: book.beliefsOf(worlds[i]),
          policy: {},
        }),
      ),
    }),
  );
  const values: (readonly Float64Array[])[] = [];
  await executor.study(trials, ({ trial }) => {
    values.push(trial!);
    return tell(values.length, cases.length, 'testing assumptions') !== false;
  });
  return cases.slice(0, values.length).flatMap(({ item, end, value }, c) => {
    const difference = pairedDifference(values[c][0], values[c][1], OUTCOMES[outcome].direction, 1);
    if (difference === undefined) return [];
    const side = (d: PairedDifference) => (d.ci95[0] > 0 ? 1 : d.ci95[1] < 0 ? -1 : 0);
    const verdict =
      side(difference) === side(base) ? 'same' : side(difference) === 0 || side(base) === 0 ? 'open' : 'turned';
    return [
      {
        path: item.path,
        arm: arm.name,
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

/** A copy of a world with one number replaced, by the path of the scenario file. */
export function withNumber(world: RevenueWorld, path: string, value: number): RevenueWorld {
  const [head, second, ...rest] = path.split('.');
  if (head === 'people')
    return {
      ...world,
      people: world.people.map((person) => (person.name === second ? { ...person, [rest[0]]: value } : person)),
    };
  if (head === 'market' && second === 'channels') {
    return {
      ...world,
      channels: world.channels.map((channel) =>
        channel.name === rest[0] ? { ...channel, [rest[1]]: value } : channel,
      ),
    };
  }
  if (head === 'tactics')
    return { ...world, tactics: { ...world.tactics, [second]: { ...world.tactics[second], [rest[0]]: value } } };
  return { ...world, [head]: { ...(world[head as keyof RevenueWorld] as object), [second]: value } };
}
