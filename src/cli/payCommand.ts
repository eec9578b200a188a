import { canonicalJson } from '../core/canonicalJson.ts';
import { refuse } from '../core/messages.ts';
import { ownValue } from '../core/ownValue.ts';
import { printable } from '../core/plainText.ts';
import { unknownName } from '../core/unknownName.ts';
import { inCurrency, symbolOf } from '../report/currency.ts';
import { renderStatement } from '../report/statement.ts';
import { asRevenue } from '../scenario/load.ts';
import { headcount, quotaOf } from '../worlds/revenue/compile/headcount.ts';
import { roleOf } from '../worlds/revenue/compile/roles.ts';
import { costAtGoal } from '../worlds/revenue/statement/costAtGoal.ts';
import { payOn } from '../worlds/revenue/statement/payOn.ts';
import { readResults } from '../worlds/revenue/statement/results.ts';
import { EXIT } from './exit.ts';
import { loadScenario, readText, wholeNumber } from './files.ts';
import { print } from './streams.ts';

interface PayFlags {
  readonly plan: string;
  readonly person: string;
  readonly results: string;
  readonly set: readonly string[];
  readonly joinedAfter?: string;
  readonly leaves?: boolean;
  readonly json?: boolean;
}

export async function payCommand(file: string, flags: PayFlags): Promise<number> {
  const scenario = asRevenue(loadScenario(file, flags.set, 'pay'), file);
  const plan =
    ownValue(scenario.plans, flags.plan) ??
    refuse([unknownName('--plan', flags.plan, Object.keys(scenario.plans))]);
  const { world } = scenario.arms.find((arm) => arm.plan === flags.plan) ?? scenario.arms[0];
  const names = world.people.map(({ name }) => name);
  const person = world.people.find(({ name }) => name === flags.person);
  const pay = ownValue(plan, flags.person);
  if (person === undefined) refuse([unknownName('--person', flags.person, names)]);
  if (pay === undefined) refuse([unknownName('--person', flags.person, Object.keys(plan))]);
  const results = readResults(readText(flags.results), printable(flags.results), flags.person);
  const { mind } = roleOf(person);
  const people = headcount(world, person);
  const payee = { pay, mind, people, quotaUsdPerMonth: quotaOf(world, mind, person) };
  const statement = payOn(payee, results, {
    monthsBefore: wholeNumber('--joined-after', flags.joinedAfter, 0, 11) ?? 0,
    leaves: flags.leaves === true,
  });
  const named = {
    plan: flags.plan,
    person: flags.person,
    ...statement,
    atGoal: costAtGoal(payee),
  };
  print(
    flags.json
      ? `${canonicalJson(named, '  ')}\n`
      : inCurrency(renderStatement(named), symbolOf(scenario.resolved)),
  );
  return EXIT.fine;
}
