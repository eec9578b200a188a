/**
 * Ranks every number of the Catherine company by how far it moves the headline, what gaming under the bonus
 * on numbers costs in revenue: `npm run ranking` writes reports/validation/ranking.md; it takes about a
 * quarter of an hour. Each number is moved to both ends of its range, or by a quarter where it has none.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stdout } from 'node:process';
import { compare } from '../src/experiments/commands/compare.ts';
import { threadExecutor } from '../src/experiments/executors/threads.ts';
import { PreparationCache } from '../src/experiments/running/preparationCache.ts';
import { ASSUMPTION, type NumberParameter, parametersOf } from '../src/model/parameter.ts';
import { parseScenario } from '../src/scenario/load.ts';
import { SECTIONS } from '../src/worlds/revenue/catalogue/sections.ts';

const RUNS = 60;
const STEP = 0.25;
/** Numbers that the report asks a source or a reason of. */
const TOP = 30;
const TABLE = 'reports/validation/ranking.md';
const ARMS = ['fluff', 'fluff-honest'];

const textOf = (file: string) => readFileSync(`scenarios/${file}`, 'utf8');
const readBase = (file: string) => ({ text: textOf(file), file });
const dollars = (usd: number) =>
  `${usd < 0 ? '−' : ''}$${Math.round(Math.abs(usd) / 1000).toLocaleString('en-US')}k`;

const executor = threadExecutor(2, 0);

/** What gaming costs in revenue, and its standard error. */
async function headline(set: Readonly<Record<string, unknown>>) {
  const scenario = parseScenario(textOf('catherine.yaml'), { readBase, set });
  const cache = new PreparationCache();
  const options = { arms: ARMS, replicates: RUNS, counterfactuals: 'none', cache, executor } as const;
  const { contrasts } = await compare(scenario, options);
  const { meanDifference, se } = contrasts.find(({ arm }) => arm === 'fluff-honest')!.outcomes.revenueUsd;
  return { usd: meanDifference, se };
}

interface Row {
  readonly path: string;
  readonly parameter: NumberParameter;
  readonly ends: readonly number[];
  readonly usd: readonly number[];
  readonly most: number;
}

/** Both ends of a number's range, within its bounds. */
function endsOf({ default: usual, min, max, low, high, integer }: NumberParameter): number[] {
  const ends = [low ?? usual * (1 - STEP), high ?? usual * (1 + STEP)];
  return [
    ...new Set(ends.map((end) => Math.min(max, Math.max(min, integer ? Math.round(end) : end)))),
  ].filter((end) => end !== usual);
}

const usual = await headline({});
const rows: Row[] = [];
for (const [path, parameter] of parametersOf(SECTIONS)) {
  if (parameter.kind !== 'number' || path.startsWith('calendar.')) continue;
  const ends = endsOf(parameter);
  const usd: number[] = [];
  for (const end of ends)
    try {
      usd.push((await headline({ [path]: end })).usd);
    } catch {
      usd.push(Number.NaN);
    }
  const known = usd.filter((value) => !Number.isNaN(value));
  if (known.length === 0) continue;
  rows.push({
    path,
    parameter,
    ends,
    usd,
    most: Math.max(...known.map((value) => Math.abs(value - usual.usd))),
  });
  stdout.write(`${path} ${usd.map(dollars).join(' ')}\n`);
}
rows.sort((one, other) => other.most - one.most);
const lines = rows.slice(0, TOP).map(({ path, parameter, ends, usd, most }, i) => {
  const range = ends
    .map((end, k) => `${end}: ${Number.isNaN(usd[k]) ? 'not possible' : dollars(usd[k])}`)
    .join(', ');
  const given = parameter.low === undefined ? 'by a quarter' : 'its range';
  const source = parameter.source === ASSUMPTION ? 'assumption, no reason given' : parameter.source;
  return `| ${i + 1} | \`${path}\` | ${parameter.default} | ${range} (${given}) | ${dollars(most)} | ${source} |`;
});
const unmoved = rows.filter(({ most }) => most < 2 * usual.se).length;
writeFileSync(
  TABLE,
  `# Which numbers move the headline

The headline: what gaming under the bonus on numbers costs the Catherine company in revenue, ${dollars(usual.usd)} a year (standard error ${dollars(usual.se)}; ${RUNS} runs with common random numbers). Every number of the company is moved to both ends of its range, or by a quarter where it has none, and people learn the changed company. Of ${rows.length} numbers ${unmoved} move it by less than two standard errors. The ${TOP} that move it most:

| | number | usual | headline at | moves it by | source |
|---|---|---|---|---|---|
${lines.join('\n')}

Written by \`npm run ranking\`.
`,
);
