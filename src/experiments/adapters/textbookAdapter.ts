import { canonicalJson } from '../../core/canonicalJson.ts';
import type { TextbookArm } from '../../scenario/scenario.ts';
import { textbookOutcomes } from '../../worlds/textbook/outcomes.ts';
import { respond } from '../../worlds/textbook/respond.ts';
import type { TextbookRunSpec } from '../tasks/runSpec.ts';
import { type ArmRuns, distinctList, type Paid, type Wanted, type WorldAdapter } from './adapter.ts';

/**
 * Adapter for textbook worlds. The benchmark is first-best effort. The counterfactual without gaming is the
 * same agents with the gaming tasks held at their baseline.
 */
export function textbookAdapter(arms: readonly TextbookArm[], wanted: Wanted): WorldAdapter {
  const { list, add } = distinctList((run: Omit<TextbookRunSpec, 'answer'>) =>
    canonicalJson([run.world, run.pay]),
  );
  const runsOf = arms.map((arm) => armRuns(arm, wanted, add));
  const runs = list.map((run): TextbookRunSpec => ({ ...run, answer: respond(run.world, run.pay) }));
  return {
    kind: 'textbook',
    arms,
    outcomes: textbookOutcomes(arms[0].world),
    runs,
    runsOf,
    warnings: arms.flatMap(({ name }, a) =>
      runs[runsOf[a].own].answer.settled
        ? []
        : [
            `${name}: the agents’ answers to each other do not settle; its numbers are those of ` +
              'the last round.',
          ],
    ),
    currencies: ['surplusUsd', 'valueUsd', 'profitUsd'],
    objective: 'profitUsd',
    benchmarkPayIds: ['payUsd'],
    payIds: ['payUsd'],
    salaryEffects: (a) => {
      const agents = arms[a].world.agents ?? 1;
      return { payUsd: agents, agentNetUsd: 1, profitUsd: -agents };
    },
    salary: () => undefined,
    person: (a) => paidIn(arms[a].world),
    everybody: (a) => [paidIn(arms[a].world)],
    story: (a) => ({
      motive: arms[a].world.motive ?? 'own-pay',
      tenure: { survivalShare: [] },
      monthly: {},
      paidOn: Object.values(arms[a].pay).flatMap(({ components = [], drawn = [] }) =>
        [...components, ...drawn.flatMap((lot) => lot.components)].map((component) => component.metric),
      ),
    }),
    blame: () => undefined,
  };
}

function paidIn({ riskAversionPerUsd }: TextbookArm['world']): Paid {
  return { netId: 'agentNetUsd', riskAversionPerUsd };
}

function armRuns(
  arm: TextbookArm,
  wanted: Wanted,
  add: (run: Omit<TextbookRunSpec, 'answer'>) => number,
): ArmRuns {
  const { world } = arm;
  const [pay] = Object.values(arm.pay);
  const run = { kind: 'textbook', name: arm.name, world, pay } as const;
  const own = add(run);
  if (wanted(arm.name) === 'none') return { own };
  const games = world.motive === 'own-pay' && world.tasks.some((task) => task.gaming);
  const honest = games
    ? add({ ...run, name: `${arm.name} (no gaming)`, world: { ...world, motive: 'honest' } })
    : own;
  if (wanted(arm.name) === 'gaming') return { own, honest };
  const best = add({
    ...run,
    name: `${arm.name} (benchmark)`,
    world: { ...world, motive: 'company' },
    pay: { baseUsdPerYear: 0 },
  });
  return { own, honest, best };
}
