/**
 * Flips one sign at a time in a copy of the decision core and of payroll, and counts the rows of the validation table that then fail. Run with `npm run test:signs`; takes
 * some minutes. A flip that fails fewer than three rows is listed at the end, and the exit code is 1.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** [file, what stands there once, what is put in its place] */
const FLIPS: readonly (readonly [string, string, string])[] = [
  [
    'people/objective.ts',
    'this.total = value - this.costOfAll();\n  }\n\n  /** Metric of row r',
    'this.total = value + this.costOfAll();\n  }\n\n  /** Metric of row r',
  ],
  [
    'people/objective.ts',
    '? 0.5 * this.cost[k] * (a - 1) * (a - 1)',
    '? -0.5 * this.cost[k] * (a - 1) * (a - 1)',
  ],
  ['people/objective.ts', ': this.cost[k] * a;', ': -this.cost[k] * a;'],
  [
    'people/objective.ts',
    'gain += this.componentAt(j, k, du) - this.componentValue[j];',
    'gain -= this.componentAt(j, k, du) - this.componentValue[j];',
  ],
  [
    'people/objective.ts',
    'gain -= (a - this.trial[k]) * this.crossSlope(k);',
    'gain += (a - this.trial[k]) * this.crossSlope(k);',
  ],
  [
    'people/ascent.ts',
    'if (slope !== 0) g += slope * this.componentSlope[j];',
    'if (slope !== 0) g -= slope * this.componentSlope[j];',
  ],
  [
    'people/quadraticChoice.ts',
    'b -= cost[row * size + n] * change[n];',
    'b += cost[row * size + n] * change[n];',
  ],
  [
    'people/quadraticChoice.ts',
    'sum -= factor[i * size + k] * factor[j * size + k];',
    'sum += factor[i * size + k] * factor[j * size + k];',
  ],
  [
    'people/chooseForecast.ts',
    'logNormalCdf(-z - risk * a) - logNormalCdf(z + risk * g) > 0',
    'logNormalCdf(-z - risk * a) + logNormalCdf(z + risk * g) > 0',
  ],
  ['people/effectLearning.ts', 'mean[k] += spread[k] * surprise;', 'mean[k] -= spread[k] * surprise;'],
  [
    'worlds/revenue/repMind.ts',
    '(slope - this.ratchetCost[rep] + this.extraSlope) * now',
    '(slope + this.ratchetCost[rep] + this.extraSlope) * now',
  ],
  [
    'plans/jointPay.ts',
    'const term = -r * (base + slope * middle) + (rb * rb) / 2',
    'const term = r * (base + slope * middle) + (rb * rb) / 2',
  ],
  [
    'plans/jointPay.ts',
    'slope * sd * (normalDensity(from) - normalDensity(to))',
    'slope * sd * (normalDensity(from) + normalDensity(to))',
  ],
  ['people/timing.ts', 'bookedNowUsd + (1 - discount) * dealUsd', 'bookedNowUsd + (1 + discount) * dealUsd'],
  [
    'plans/payoutCurve.ts',
    'let pay = curve.base + curve.slope * x;',
    'let pay = curve.base - curve.slope * x;',
  ],
  [
    'plans/payoutCurve.ts',
    'let pay = curve.base + curve.slope * mean;',
    'let pay = curve.base - curve.slope * mean;',
  ],
  ['plans/payoutCurve.ts', 'pay += jumps[i] * p;', 'pay -= jumps[i] * p;'],
  [
    'plans/payoutCurve.ts',
    'slope += (jumps[i] * normalDensity(z)) / sd;',
    'slope -= (jumps[i] * normalDensity(z)) / sd;',
  ],
  [
    'plans/payoutCurve.ts',
    'pay += jumps[i] + slopeChanges[i] * (x - knots[i]);',
    'pay += jumps[i] - slopeChanges[i] * (x - knots[i]);',
  ],
  [
    'plans/payoutCurve.ts',
    'const exponent = -r * (a + b * mean - anchor) + (rb * rb) / 2;',
    'const exponent = -r * (a + b * mean - anchor) - (rb * rb) / 2;',
  ],
  [
    'plans/compilePlan.ts',
    'if (above !== rate) kinks.push({ at: quotaUsd, slopeChange: above - rate, jump: 0 });',
    'if (above !== rate) kinks.push({ at: quotaUsd, slopeChange: rate - above, jump: 0 });',
  ],
  [
    'plans/compilePlan.ts',
    "if (payout === 'cliff') return { base: 0, slope: 0, kinks: [{ at: 1, slopeChange: 0, jump: 1 }] };",
    "if (payout === 'cliff') return { base: 0, slope: 0, kinks: [{ at: 1, slopeChange: 0, jump: -1 }] };",
  ],
];

const root = resolve(import.meta.dirname, '..');
const weak: string[] = [];
const only = process.argv[2];
for (const [file, before, after] of FLIPS) {
  if (only !== undefined && !file.includes(only)) continue;
  const copy = mkdtempSync(join(tmpdir(), 'signs-'));
  try {
    cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
    cpSync(join(root, 'package.json'), join(copy, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const path = join(copy, 'src', file);
    const text = readFileSync(path, 'utf8');
    if (text.split(before).length !== 2) throw new Error(`${file} does not hold exactly once: ${before}`);
    writeFileSync(path, text.replace(before, after));
    const run = spawnSync(
      process.execPath,
      [
        '--import',
        'tsx',
        'src/cli/main.ts',
        'validate',
        '--quick',
        '--json',
        '--quiet',
        '--out',
        join(copy, 'out'),
      ],
      { cwd: copy, encoding: 'utf8', timeout: 180_000, maxBuffer: 1e8 },
    );
    let failed: string;
    let enough: boolean;
    try {
      const rows = (JSON.parse(run.stdout) as { rows: { id: string; pass: boolean }[] }).rows.filter(
        (row) => !row.pass,
      );
      failed = `${rows.length} rows fail: ${rows.map((row) => row.id).join(', ')}`;
      enough = rows.length >= 3;
    } catch {
      failed = run.error === undefined ? 'the table breaks down' : 'the table does not come to an end';
      enough = true;
    }
    const label = `${file}: ${after.trim().split('\n')[0]}`;
    process.stdout.write(`${enough ? 'seen' : 'WEAK'} ${label}\n       ${failed.slice(0, 300)}\n`);
    if (!enough) weak.push(label);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
if (weak.length > 0) {
  process.stdout.write(`\nFewer than three rows see:\n${weak.join('\n')}\n`);
  process.exit(1);
}
