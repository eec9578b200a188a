import { canonicalJson } from '../core/canonicalJson.ts';
import { printable } from '../core/plainText.ts';
import { formatUsd, titleOf } from '../report/format.ts';
import { ATTAINMENTS, payoutTable, planInWords } from '../report/planWords.ts';
import { textTable } from '../report/textLayout.ts';
import { EXIT } from './exit.ts';
import { loadScenario } from './files.ts';
import { print } from './streams.ts';

export async function checkCommand(
  file: string,
  flags: { set: readonly string[]; json?: boolean },
): Promise<number> {
  const scenario = loadScenario(file, flags.set);
  if (flags.json) {
    const { arms, ...rest } = scenario;
    print(
      `${canonicalJson({ ...rest, arms: arms.map(({ name, plan, set }) => ({ name, plan, set })) }, '  ')}\n`,
    );
    return EXIT.fine;
  }
  const lines = [
    '',
    `${printable(scenario.name)} is valid: ${scenario.arms.length} arms, ` +
      `${scenario.kind === 'textbook' ? 'measured and paid once' : `${scenario.horizonMonths} months`}, ` +
      `${scenario.replicates} runs, reference ${scenario.reference}.`,
    '',
  ];
  for (const warning of scenario.warnings) lines.push(`! ${printable(warning)}`);
  for (const { plan, sentences } of planInWords(scenario.resolved)) {
    lines.push('', titleOf(plan).toUpperCase(), ...sentences.map((sentence) => `  ${sentence}`));
    for (const pay of Object.values(scenario.plans[plan])) {
      const rows = payoutTable(pay, scenario.kind === 'textbook' ? [] : undefined).filter((row) =>
        row.usd.some((usd) => usd !== 0),
      );
      if (rows.length === 0) continue;
      lines.push(
        '',
        ...textTable(
          ['  payout a period at', ...ATTAINMENTS.map((a) => `${Math.round(a * 100)}%`)],
          rows.map((row) => [`  ${row.metric} (${row.period})`, ...row.usd.map(formatUsd)]),
        ),
      );
    }
  }
  lines.push(
    '',
    'ARMS',
    ...scenario.arms.map(
      (arm) =>
        `  ${arm.name}: plan ${arm.plan}${arm.later === undefined ? '' : `, from month ${arm.later.fromMonth} ${arm.later.plan}`}${Object.entries(
          arm.set,
        )
          .map(([path, value]) => `, ${path} = ${JSON.stringify(value)}`)
          .join('')}`,
    ),
  );
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
  print(`${lines.join('\n')}\n`);
  return EXIT.fine;
}
