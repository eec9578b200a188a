import { canonicalJson } from '../core/canonicalJson.ts';
import { printable } from '../core/plainText.ts';
import { inCurrency, symbolOf } from '../report/currency.ts';
import { plural } from '../report/format.ts';
import { type PayoutTable, payoutTables } from '../report/payoutTable.ts';
import { planInWords } from '../report/planWords.ts';
import { centsUsd, exactShare, exactUsd, exactValue } from '../report/terms.ts';
import { textTable } from '../report/textLayout.ts';
import { displayName } from '../report/titled.ts';
import { joined } from '../report/words.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { quotaOf } from '../worlds/revenue/compile/headcount.ts';
import { roleOf } from '../worlds/revenue/compile/roles.ts';
import { EXIT } from './exit.ts';
import { loadScenario } from './files.ts';
import { fitLines, runObservedArm } from './fitLines.ts';
import { print } from './streams.ts';

export async function checkCommand(
  file: string,
  flags: { set: readonly string[]; json?: boolean },
): Promise<number> {
  const scenario = loadScenario(file, flags.set);
  const payouts = payoutsOf(scenario);
  if (flags.json) {
    const { arms, ...rest } = scenario;
    const named = arms.map(({ name, plan, set, later }) => ({
      name,
      plan,
      set,
      ...(later === undefined ? {} : { later: { ...later, pay: undefined } }),
    }));
    print(`${canonicalJson({ ...rest, arms: named, payouts }, '  ')}\n`);
    return EXIT.fine;
  }
  const lines = [
    '',
    `${printable(scenario.name)} is valid: ${plural(scenario.arms.length, 'arm')}, ` +
      `${scenario.kind === 'textbook' ? 'measured and paid once' : plural(scenario.horizonMonths, 'month')}, ` +
      `${plural(scenario.replicates, 'run')}, reference ${scenario.reference}.`,
    '',
  ];
  for (const warning of scenario.warnings) lines.push(`! ${printable(warning)}`);
  const nameOf = displayName(scenario.resolved);
  const isUsed = (plan: string) => scenario.arms.some((arm) => arm.plan === plan || arm.later?.plan === plan);
  const plans = planInWords(scenario.resolved);
  const unused = plans.filter(({ plan }) => !isUsed(plan)).map(({ plan }) => nameOf(plan));
  for (const { plan, sentences } of plans.filter((each) => isUsed(each.plan))) {
    lines.push('', printable(nameOf(plan)).toUpperCase(), ...sentences.map((sentence) => `  ${sentence}`));
    for (const [person, tables] of Object.entries(payouts[plan]))
      for (const table of tables) lines.push('', ...payoutLines(person, table));
  }
  if (unused.length > 0) lines.push('', `Plans that no arm pays by: ${printable(unused.join(', '))}.`);
  if (scenario.payBudgetUsdPerYear !== undefined)
    lines.push('', `Pay budget: ${exactUsd(scenario.payBudgetUsdPerYear)} a year for everybody.`);
  lines.push(
    '',
    'ARMS',
    ...scenario.arms.map(
      (arm) =>
        `  ${arm.name}: plan ${arm.plan}${changeIn(arm)}${Object.entries(arm.set)
          .map(([path, value]) => `, ${path} = ${JSON.stringify(value)}`)
          .join('')}`,
    ),
  );
  if (scenario.observed !== undefined) lines.push('', ...fitLines(await runObservedArm(scenario)));
  lines.push('', 'THE WORLD, number by number', '');
  const mark = { default: '', base: 'base', scenario: 'scenario', set: '--set' };
  lines.push(
    ...textTable(
      ['name', 'value', 'unit', 'from', 'range'],
      scenario.assumptions.map((item) => [
        item.path,
        printable(String(item.value)),
        item.unit,
        mark[item.origin],
        item.low === undefined ? '' : `${item.low} to ${item.high}`,
      ]),
    ),
  );
  lines.push('', 'SOURCES', '');
  const bySource = new Map<string, string[]>();
  for (const item of scenario.assumptions)
    bySource.set(item.source, [...(bySource.get(item.source) ?? []), item.path]);
  for (const [source, paths] of bySource) lines.push(`  ${printable(source)}:`, `    ${paths.join(', ')}`);
  print(`${inCurrency(lines.join('\n'), symbolOf(scenario.resolved))}\n`);
  return EXIT.fine;
}

/** Payout tables of every plan and person. */
function payoutsOf(scenario: Scenario): Record<string, Record<string, PayoutTable[]>> {
  const catalogue = scenario.kind === 'textbook' ? [] : METRICS;
  // The quota in the first arm that pays by the plan: a seller's own, or for anybody else the team's.
  const quotaUnder = (plan: string, name: string) => {
    if (scenario.kind === 'textbook') return undefined;
    const { world } = scenario.arms.find((arm) => arm.plan === plan) ?? scenario.arms[0];
    const person = world.people.find((each) => each.name === name);
    return person === undefined ? undefined : quotaOf(world, roleOf(person).mind, person);
  };
  return Object.fromEntries(
    Object.entries(scenario.plans).map(([plan, people]) => [
      plan,
      Object.fromEntries(
        Object.entries(people).map(([person, pay]) => [
          person,
          payoutTables(pay, catalogue, quotaUnder(plan, person)),
        ]),
      ),
    ]),
  );
}

function payoutLines(person: string, { metric, unit, period, points, before }: PayoutTable): string[] {
  const row = (attainment: string, level: string, usd: number) => [
    `  ${attainment}`,
    level,
    usd === 0 ? '$0' : centsUsd(usd),
  ];
  const table = textTable(
    [`  ${person}: attainment`, metric, `pay per ${period}`],
    points.flatMap(({ attainment, level, usd, shortOfItUsd }) => {
      const written = exactValue(level, unit);
      const there = row(exactShare(attainment), written, usd);
      return shortOfItUsd === undefined
        ? [there]
        : [row(`short of ${exactShare(attainment)}`, written, shortOfItUsd), there];
    }),
  );
  return before.length === 0 ? table : [...table, `  before ${joined(before)}`];
}

/** When an arm changes to which plan; empty if it does not. */
function changeIn({ later }: Scenario['arms'][number]): string {
  if (later === undefined) return '';
  return `, from month ${later.fromMonth} ${later.plan}${later.beliefs === undefined ? '' : ' (people have to learn what it pays for)'}`;
}
