/**
 * Flips one sign at a time in a copy of the decision models and the valuation of pay, and counts the rows of
 * the validation table that then fail.
 *
 * `npm run test:signs -- [which file]` takes several minutes. It lists the flips that fail fewer than three
 * rows; if there are any, the exit code is 1.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** [file under src, original text (occurs once), replacement] */
const FLIPS: readonly (readonly [string, string, string])[] = [
  [
    'people/solver/value.ts',
    'this.total = value - this.costs.ofAll(intensity, response);',
    'this.total = value + this.costs.ofAll(intensity, response);',
  ],
  ['people/solver/trialCosts.ts', '? 0.5 * cost * (a - 1) * (a - 1)', '? -0.5 * cost * (a - 1) * (a - 1)'],
  ['people/solver/trialCosts.ts', ': cost * a;', ': -cost * a;'],
  [
    'people/solver/value.ts',
    'gain += this.componentAt(touched[i], k, du) - componentValue[touched[i]];',
    'gain -= this.componentAt(touched[i], k, du) - componentValue[touched[i]];',
  ],
  [
    'people/solver/value.ts',
    'gain -= (a - intensity[k]) * costs.crossSlope(k, intensity);',
    'gain += (a - intensity[k]) * costs.crossSlope(k, intensity);',
  ],
  [
    'people/solver/hoursStep.ts',
    'if (metricSlope !== 0) worth += metricSlope * componentSlope[j];',
    'if (metricSlope !== 0) worth -= metricSlope * componentSlope[j];',
  ],
  [
    'people/solver/quadraticChoice.ts',
    'b -= cost[row * size + n] * change[n];',
    'b += cost[row * size + n] * change[n];',
  ],
  [
    'people/solver/quadraticChoice.ts',
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
    'worlds/revenue/minds/seller/seller.ts',
    '(slope - this.ratchetCost[seat] + this.extraSlope) * now',
    '(slope + this.ratchetCost[seat] + this.extraSlope) * now',
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
  [
    'people/dealTiming.ts',
    'bookedNowUsd + (1 - discount) * dealUsd',
    'bookedNowUsd + (1 + discount) * dealUsd',
  ],
  [
    'plans/payoutCurve.ts',
    'let pay = curve.base + curve.slope * x;',
    'let pay = curve.base - curve.slope * x;',
  ],
  [
    'plans/expectedPayout.ts',
    'let pay = curve.base + curve.slope * mean;',
    'let pay = curve.base - curve.slope * mean;',
  ],
  ['plans/expectedPayout.ts', 'pay += jumps[i] * p;', 'pay -= jumps[i] * p;'],
  [
    'plans/expectedPayout.ts',
    'slope += (jumps[i] * normalDensity(z)) / sd;',
    'slope -= (jumps[i] * normalDensity(z)) / sd;',
  ],
  [
    'plans/payoutCurve.ts',
    'pay += jumps[i] + slopeChanges[i] * (x - knots[i]);',
    'pay += jumps[i] - slopeChanges[i] * (x - knots[i]);',
  ],
  [
    'plans/certaintyEquivalent.ts',
    'const exponent = -r * (a + b * mean - anchor) + (rb * rb) / 2;',
    'const exponent = -r * (a + b * mean - anchor) - (rb * rb) / 2;',
  ],
  [
    'plans/commissionCurve.ts',
    'if (above !== rate) kinks.push({ at: quotaUsd, slopeChange: above - rate, jump: 0 });',
    'if (above !== rate) kinks.push({ at: quotaUsd, slopeChange: rate - above, jump: 0 });',
  ],
  [
    'plans/componentCurve.ts',
    "if (payout === 'cliff') return { base: 0, slope: 0, kinks: [{ at: 1, slopeChange: 0, jump: 1 }] };",
    "if (payout === 'cliff') return { base: 0, slope: 0, kinks: [{ at: 1, slopeChange: 0, jump: -1 }] };",
  ],
];

const root = resolve(import.meta.dirname, '..');
for (const [file, before] of FLIPS) {
  const found = readFileSync(join(root, 'src', file), 'utf8').split(before).length - 1;
  if (found !== 1) throw new Error(`src/${file} holds ${found} times, not once: ${before}`);
}

/** Ids of the validation rows that fail in a folder; undefined if validation crashes or times out. */
function failingRows(folder: string, mostMs: number): string[] | undefined {
  const words = ['validate', '--quick', '--json', '--quiet', '--out', join(folder, 'out')];
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], {
    cwd: folder,
    encoding: 'utf8',
    timeout: mostMs,
    maxBuffer: 1e8,
  });
  try {
    const { rows } = JSON.parse(run.stdout) as { rows: { id: string; pass: boolean }[] };
    return rows.flatMap(({ id, pass }) => (pass ? [] : [id]));
  } catch {
    return undefined;
  }
}

const copy = mkdtempSync(join(tmpdir(), 'signs-'));
const weak: string[] = [];
const only = process.argv[2];
try {
  cpSync(join(root, 'src'), join(copy, 'src'), { recursive: true });
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // A row that fails without a flip would be credited to every flip.
  const began = performance.now();
  const usual = failingRows(copy, 1_200_000);
  if (usual?.length !== 0) throw new Error(`without a flip: ${usual?.join(', ') ?? 'the table breaks down'}`);
  const mostMs = Math.ceil(3 * (performance.now() - began));
  for (const [file, before, after] of FLIPS) {
    if (only !== undefined && !file.includes(only)) continue;
    const path = join(copy, 'src', file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(before, after));
    const rows = failingRows(copy, mostMs);
    writeFileSync(path, text);
    const isSeen = rows === undefined || rows.length >= 3;
    const failed =
      rows === undefined
        ? 'the table breaks down, or does not come to an end'
        : `${rows.length} rows fail: ${rows.join(', ')}`;
    const label = `${file}: ${after.trim()}`;
    process.stdout.write(`${isSeen ? 'seen' : 'WEAK'} ${label}\n       ${failed.slice(0, 300)}\n`);
    if (!isSeen) weak.push(label);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
if (weak.length > 0) {
  process.stdout.write(`\nFewer than three rows see:\n${weak.join('\n')}\n`);
  process.exit(1);
}
