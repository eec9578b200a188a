/**
 * Removes every mechanic in turn and writes how far its outcome moves: `npm run ablations -- [scenario ...]`.
 * The table is committed. Tests check that it is complete, and measure part of it again. With names of
 * scenarios, only their rows are measured again; the others are kept.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ablator } from '../src/validation/ablate.ts';
import { ABLATIONS } from '../src/validation/ablations.ts';
import { VERSION } from '../src/version.ts';

/** Runs of each arm, and the move in standard errors above which a smaller number is enough. */
const RUNS = [20, 60, 240];
const CLEAR = 8;

const [...asked] = process.argv.slice(2);
const TABLE = 'reports/validation/ablations.md';
/** Rows that are kept, by mechanic and outcome. */
const kept = new Map(
  (asked.length === 0 ? '' : readFileSync(TABLE, 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map(
      (line) =>
        [
          line
            .split(' | ')
            .filter((_, i) => i === 0 || i === 2)
            .join(),
          line,
        ] as const,
    ),
);

const ablator = new Ablator((file) => readFileSync(`scenarios/${file}`, 'utf8'));
const rows: string[] = [];
for (const ablation of ABLATIONS) {
  const old = kept.get(`| ${ablation.mechanic},${ablation.outcome}`);
  if (old !== undefined && !asked.includes(ablation.scenario)) {
    rows.push(old);
    continue;
  }
  let runs = 0;
  let z = 0;
  let difference = 0;
  for (runs of RUNS) {
    const { meanDifference, se } = await ablator.differ(ablation, runs);
    difference = meanDifference;
    z = (ablation.moves === 'up' ? 1 : -1) * (meanDifference / se);
    if (z > CLEAR) break;
  }
  const { mechanic, scenario, arm, outcome } = ablation;
  // Without any randomness in the difference, its standard error is 0.
  const shown = z === Infinity ? 'exact' : z.toFixed(1);
  rows.push(
    `| ${mechanic} | ${scenario}, ${arm} | ${outcome} | ${difference.toPrecision(3)} | ${runs} | ${shown} |`,
  );
  process.stderr.write(`${rows.length} of ${ABLATIONS.length}: ${mechanic}, ${shown}\n`);
}
mkdirSync('reports/validation', { recursive: true });
writeFileSync(
  TABLE,
  `# What every mechanic does\n\ngoodhart ${VERSION}, \`npm run ablations\`. *Difference*: the outcome with the mechanic less the ` +
    'outcome without it, on the same random numbers. *Standard errors*: the difference in the expected ' +
    'direction, in standard errors; more than four are required.\n\n' +
    '| mechanic | scenario and arm | outcome | difference | runs | standard errors |\n|---|---|---|---:|---:|---:|\n' +
    `${rows.join('\n')}\n`,
);
