import { describe, expect, test } from 'vitest';
import { findBestArm } from '../../src/experiments/commands/best.ts';
import { compare } from '../../src/experiments/commands/compare.ts';
import { optimise } from '../../src/experiments/commands/optimise.ts';
import { replay } from '../../src/experiments/commands/replay.ts';
import { sweep } from '../../src/experiments/commands/sweep.ts';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { renderCsv } from '../../src/report/csv.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { parseRevenueScenario, parseScenario } from '../../src/scenario/load.ts';
import { textOf } from '../support/shipped.ts';
import { isThorough, sized } from '../support/thorough.ts';

/** Names that every JavaScript object answers to, and the longest one. */
const HOSTILE = [
  ...Object.getOwnPropertyNames(Object.prototype).filter(
    (name) => /^[a-z]/.test(name) && name !== 'constructor',
  ),
  ...['length', 'name', 'then', 'x'.repeat(64)],
];

const bonus = (metric: string, target: number) =>
  `{ baseUsdPerYear: 90000, bonusUsdPerYear: 20000, components: [{ metric: ${metric}, period: month, ` +
  `target: ${target}, weightShare: 1, payout: linear }] }`;

/** A company in which people, plans and arms have the names given. */
const companyOf = (names: readonly string[]) => {
  const [head, other, seller, plan, pay, ...arms] = names;
  return `schemaVersion: 1
name: Names
extends: preset:smb-software
question: { horizonMonths: 3, outcome: revenueUsd, replicates: 4, reference: ${arms[0]} }
calendar: { daysPerMonth: 5, warmUpMonths: 1 }
people:
  director: null
  ${head}: { role: marketing-director }
  ${other}: { role: marketing-director }
  ${seller}: { role: account-executive }
plans:
  ${plan}: { ${head}: ${bonus('visitors', 3000)}, ${other}: ${bonus('leads', 300)} }
  ${pay}: { ${head}: { baseUsdPerYear: 90000 } }
arms:
  ${arms[0]}: { plan: ${plan} }
  ${arms[1]}: { plan: ${pay}, set: { people.${other}.motive: honest } }
`;
};
/** The same company with plain names, in the same order. */
const PLAIN = ['head', 'other', 'seller', 'bonus', 'salary', 'one', 'two'];

async function rendersAll(bundle: Bundle): Promise<void> {
  expect(renderCsv(bundle).split('\n').length).toBeGreaterThan(5);
  expect(renderMarkdown(bundle)).toContain('## ');
  expect(await renderHtml(bundle)).toContain('<svg');
  expect(renderTerminal(bundle)).toContain('compared with');
}

describe('names that mean something to JavaScript', () => {
  test.runIf(isThorough)(
    'a company with such names has the numbers of one with plain names, in every command',
    async () => {
      const plain = await compare(parseScenario(companyOf(PLAIN)));
      for (let shift = 0; shift < sized(1, HOSTILE.length); shift += 4) {
        const names = PLAIN.map((_, i) => HOSTILE[(shift + i) % HOSTILE.length]);
        const text = companyOf(names);
        const bundle = await compare(parseScenario(text), { sensitivity: shift === 0 ? 1 : 0 });
        expect(bundle.arms.map(({ outcomes }) => outcomes.profitUsd)).toEqual(
          plain.arms.map(({ outcomes }) => outcomes.profitUsd),
        );
        await rendersAll(bundle);
        const best = await findBestArm(parseScenario(text), { maxReplicates: 100 });
        expect(best.arms.map(({ name }) => name).sort()).toEqual(names.slice(5).sort());
        expect(replay(parseRevenueScenario(text), names[5], 0).months).toHaveLength(3);
      }
      const [head, , , plan] = HOSTILE;
      const text = companyOf(HOSTILE);
      const free = { path: `plans.${plan}.${head}.bonusUsdPerYear`, low: 0, high: 9000 } as const;
      expect(head).not.toBe(plan);
      // People come first in the list of names, plans fourth.
      const axes = [{ path: free.path, values: [0, 5000] }];
      expect((await sweep(text, axes, {}, { replicates: 3 })).length).toBeGreaterThan(20);
      const optimum = await optimise((set) => parseScenario(text, { set }), [free], {
        evaluations: 5,
        replicates: 2,
      });
      expect(optimum.free[0].path).toBe(free.path);
    },
    120_000,
  );

  test('agents, tasks, metrics and plans of a textbook world may have such names', async () => {
    const words = ['agents', 'selling', 'helping', 'puffing', 'bookings'];
    const plain = await compare(parseScenario(textOf('textbook/fluff.yaml')), { replicates: 20 });
    for (let shift = 0; shift < HOSTILE.length; shift += 4) {
      const text = words.reduce(
        (all, word, i) =>
          all.replaceAll(
            new RegExp(`\\b${word}\\b(?=[:,\\]. ])`, 'g'),
            HOSTILE[(shift + i) % HOSTILE.length],
          ),
        textOf('textbook/fluff.yaml').replace(/^about:[\s\S]*?(?=^question)/m, ''),
      );
      const bundle = await compare(parseScenario(text), { replicates: 20 });
      expect(bundle.arms.map(({ outcomes }) => outcomes.surplusUsd)).toEqual(
        plain.arms.map(({ outcomes }) => outcomes.surplusUsd),
      );
      await rendersAll(bundle);
    }
  }, 60_000);
});
