import { canonicalJson } from '../../core/canonicalJson.ts';
import type { TextbookArm } from '../../scenario/scenario.ts';
import { textbookOutcomes } from '../../worlds/textbook/outcomes.ts';
import { respond } from '../../worlds/textbook/respond.ts';
import type { TextbookLine } from '../lines.ts';
import { type ArmLines, distinctList, type Ground, type Wanted } from './ground.ts';

/**
 * Arms of a textbook world. Its benchmark is first-best effort, its counterfactual the same agents with the gaming tasks closed.
 *
 * @param wanted which of them each arm is to have besides its own runs
 */
export function textbookGround(arms: readonly TextbookArm[], wanted: Wanted): Ground {
  const { list, add } = distinctList((line: Omit<TextbookLine, 'answer'>) =>
    canonicalJson([line.world, line.pay]),
  );
  const linesOf = arms.map((arm): ArmLines => {
    const { world } = arm;
    const [pay] = Object.values(arm.pay);
    const line = { kind: 'textbook', name: arm.name, world, pay } as const;
    const own = add(line);
    if (wanted(arm.name) === 'none') return { own };
    const games = world.motive === 'own-pay' && world.tasks.some((task) => task.gaming);
    const honest = games
      ? add({ ...line, name: `${arm.name} (no gaming)`, world: { ...world, motive: 'honest' } })
      : own;
    if (wanted(arm.name) === 'gaming') return { own, honest };
    const company = { ...world, motive: 'company' } as const;
    const best = add({
      ...line,
      name: `${arm.name} (benchmark)`,
      world: company,
      pay: { baseUsdPerYear: 0 },
    });
    return { own, honest, best };
  });
  const lines = list.map((line): TextbookLine => ({ ...line, answer: respond(line.world, line.pay) }));
  return {
    kind: 'textbook',
    arms,
    outcomes: textbookOutcomes(arms[0].world),
    lines,
    linesOf,
    warnings: arms.flatMap(({ name }, a) =>
      lines[linesOf[a].own].answer.settled
        ? []
        : [
            `${name}: the answers of the agents to each other do not come to rest; its numbers are those of the last one.`,
          ],
    ),
    currencies: ['surplusUsd', 'valueUsd', 'profitUsd'],
    payId: 'payUsd',
    payIds: ['payUsd'],
    salaryMoves: (a) => {
      const agents = arms[a].world.agents ?? 1;
      return { payUsd: agents, agentNetUsd: 1, profitUsd: -agents };
    },
    person: (a) => ({ netId: 'agentNetUsd', riskAversionPerUsd: arms[a].world.riskAversionPerUsd }),
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
