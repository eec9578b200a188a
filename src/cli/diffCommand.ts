import { basename } from 'node:path';
import { refuse, showValue } from '../core/messages.ts';
import { unknownName } from '../core/unknownName.ts';
import { type GoalCost, planDifference, scenarioDifference } from '../report/diff.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { planCostAtGoal } from '../worlds/revenue/statement/costAtGoal.ts';
import { EXIT } from './exit.ts';
import { loadScenario } from './files.ts';
import { print } from './streams.ts';

export async function diffCommand(
  file: string,
  other: string | undefined,
  flags: { readonly plan: readonly string[]; readonly set: readonly string[] },
): Promise<number> {
  if (flags.plan.length !== (other === undefined ? 2 : 0))
    refuse([
      {
        code: 'usage',
        path: 'diff',
        got: showValue([file, other ?? '', ...flags.plan].filter((word) => word !== '').join(' ')),
        expected: 'two scenario files, or one file and --plan twice',
        hint: 'goodhart diff my.yaml --plan today --plan new',
      },
    ]);
  const first = loadScenario(file, flags.set);
  if (other !== undefined) {
    const [one, two] = [basename(file), basename(other)];
    const sides = one === two ? { a: file, b: other } : { a: one, b: two };
    print(`${scenarioDifference(first, loadScenario(other, flags.set), sides)}\n\n`);
    return EXIT.fine;
  }
  const [a, b] = flags.plan.map((name) => planNamed(first, name));
  const text = planDifference(
    first,
    { a, b },
    Object.fromEntries([a, b].map((name) => [name, costOf(first, name)])),
  );
  print(`${text === '' ? '\nNothing differs.' : text}\n\n`);
  return EXIT.fine;
}

/** Cost of a plan at goal in the company of the first arm that has it, or else of the first arm. */
function costOf(scenario: Scenario, plan: string): GoalCost[] {
  if (scenario.kind === 'textbook') return [];
  const { world } = scenario.arms.find((arm) => arm.plan === plan) ?? scenario.arms[0];
  return planCostAtGoal(world, scenario.plans[plan]);
}

/** A plan by its name or its display name. */
function planNamed({ plans, resolved }: Scenario, written: string): string {
  const titles = (resolved.titles ?? {}) as Readonly<Record<string, string>>;
  const names = Object.keys(plans);
  return (
    names.find((name) => name === written) ??
    names.find((name) => titles[name] === written) ??
    refuse([unknownName('--plan', written, names)])
  );
}
