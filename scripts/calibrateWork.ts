/**
 * Compares estimates of computing time with measured times, for random companies and commands, and writes the
 * table to reports/validation/work.md.
 *
 * `npm run calibrate -- [cases]`; takes some ten minutes.
 */
import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { compare } from '../src/experiments/commands/compare.ts';
import { workOfCompare } from '../src/experiments/commands/work.ts';
import { parseScenario } from '../src/scenario/load.ts';
import type { Scenario } from '../src/scenario/scenario.ts';
import { shippedScenarios } from '../test/support/numbers.ts';
import { readBase, textOf } from '../test/support/shipped.ts';

const parseShipped = (file: string, set: Readonly<Record<string, unknown>> = {}): Scenario =>
  parseScenario(textOf(file), { file, readBase, set });

const cases = Number(process.argv[2] ?? 40);
/** Cases above it are skipped: a minute each would be enough for an afternoon. */
const LONGEST_S = 60;

const choices = fc.record({
  file: fc.constantFrom(...shippedScenarios().filter((file) => !file.startsWith('bench/'))),
  repsTimes: fc.constantFrom(0.2, 1, 1, 4, 30),
  visitsTimes: fc.constantFrom(0.2, 1, 1, 3),
  horizonMonths: fc.integer({ min: 1, max: 24 }),
  replicates: fc.constantFrom(2, 20, 100, 400),
  arms: fc.integer({ min: 1, max: 12 }),
  counterfactuals: fc.constantFrom('none' as const, 'gaming' as const, 'all' as const),
  sensitivity: fc.constantFrom(0, 0, 2),
});
type Choice = ReturnType<(typeof choices)['generate']>['value'];

const rows: string[] = [];
const ratios: number[] = [];
// One run before measuring: compiles the code.
await compare(parseShipped('catherine.yaml'), { replicates: 20 });
for (const choice of fc.sample(choices, { numRuns: 2 * cases, seed: 20 })) {
  if (ratios.length >= cases) break;
  const scenario = scenarioOf(choice);
  if (scenario === undefined) continue;
  const { replicates, counterfactuals, sensitivity } = choice;
  const arms = scenario.arms.slice(0, choice.arms).map(({ name }) => name);
  const options = { arms, replicates, counterfactuals, sensitivity };
  const estimate = workOfCompare(scenario, options);
  if (estimate > LONGEST_S) continue;
  // Processor time, which other work on the machine does not change much.
  const began = process.cpuUsage();
  await compare(scenario, options);
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  ratios.push(estimate / seconds);
  const { file, repsTimes, visitsTimes, horizonMonths } = choice;
  rows.push(
    `| ${file} | ${repsTimes} | ${visitsTimes} | ${horizonMonths} | ${arms.length} | ${counterfactuals} | ` +
      `${sensitivity} | ${replicates} | ${estimate.toFixed(1)} | ${seconds.toFixed(1)} | ` +
      `${(estimate / seconds).toFixed(2)} |`,
  );
  process.stdout.write(`${rows.at(-1)}\n`);
}
const sorted = [...ratios].sort((a, b) => a - b);
const within = ratios.filter((ratio) => ratio > 1 / 3 && ratio < 3).length;
const summary =
  `${within} of ${ratios.length} estimates are within 3 times of the measured time; ` +
  `the ratio is ${sorted[0].toFixed(2)} to ${sorted.at(-1)!.toFixed(2)}, median ` +
  `${sorted[Math.floor(sorted.length / 2)].toFixed(2)}.`;
process.stdout.write(`${summary}\n`);
writeFileSync(
  'reports/validation/work.md',
  `# Estimated and measured computing time

Random comparisons on one core: a shipped scenario with its sellers, visits and horizon changed. Seconds of
one core. Written by \`npm run calibrate\`.

${summary}

| scenario | sellers x | visits x | months | arms | counterfactuals | assumptions | runs | estimate | measured | ratio |
| --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`,
);

/** The scenario that a choice describes; undefined if it is not valid. */
function scenarioOf({ file, repsTimes, visitsTimes, horizonMonths }: Choice): Scenario | undefined {
  const written = parseShipped(file);
  if (written.kind === 'textbook') return written;
  const { sales, channels } = written.arms[0].world;
  try {
    return parseShipped(file, {
      'question.horizonMonths': horizonMonths,
      'sales.reps': Math.max(1, Math.round(sales.reps * repsTimes)),
      ...Object.fromEntries(
        channels.map(({ name, visitsPerMonth }) => [
          `market.channels.${name}.visitsPerMonth`,
          Math.round(visitsPerMonth * visitsTimes),
        ]),
      ),
    });
  } catch {
    return undefined;
  }
}
