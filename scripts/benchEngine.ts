/**
 * Times the engine, warm, on one core, and prints milliseconds as JSON. Argument `reference`: a run of the reference workload with gaming off and on, luck included, as the other
 * programs do it. Argument `catherine`: where the time of one run goes when people decide.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { compare } from '../src/experiments/compare.ts';
import { inlineExecutor } from '../src/experiments/executor.ts';
import type { RevenueLine } from '../src/experiments/lines.ts';
import { luckKey } from '../src/random/luck.ts';
import { parseRevenueScenario } from '../src/scenario/load.ts';
import { compileCompany } from '../src/worlds/revenue/company.ts';
import { Neighbours } from '../src/worlds/revenue/neighbours.ts';
import { OUTCOME_COUNT } from '../src/worlds/revenue/outcomes.ts';

const outcomes = new Float64Array(OUTCOME_COUNT);

/** Milliseconds a run of one company, luck included: median of rounds. */
function timeOf(together: Neighbours, replicates: number, rounds: number): number {
  const times: number[] = [];
  let replicate = 0;
  for (let round = -1; round < rounds; round++) {
    const began = performance.now();
    for (let i = 0; i < replicates; i++) {
      together.meet(luckKey('bench', replicate++));
      together.run(0, outcomes);
    }
    if (round >= 0) times.push((performance.now() - began) / replicates);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

function reference(replicates: number): Record<string, number> {
  const scenario = parseRevenueScenario(readFileSync('scenarios/bench/reference.yaml', 'utf8'), {});
  return Object.fromEntries(
    scenario.arms.map((arm) => [
      arm.name,
      timeOf(new Neighbours([compileCompany(arm.world, arm.pay, undefined, {})]), replicates, 5),
    ]),
  );
}

/** Parts of one run of the fluff arm: luck, decisions of the director, and the days themselves. */
async function catherine(replicates: number): Promise<Record<string, number>> {
  const scenario = parseRevenueScenario(readFileSync('scenarios/catherine.yaml', 'utf8'), {});
  let line: RevenueLine | undefined;
  await compare(scenario, {
    arms: ['fluff'],
    replicates: 2,
    executor: {
      ...inlineExecutor,
      run(lines, ...rest) {
        line = lines.find((candidate): candidate is RevenueLine => candidate.name === 'fluff');
        return inlineExecutor.run(lines, ...rest);
      },
    },
  });
  const company = compileCompany(line!.world, line!.pay, line!.beliefs, line!.policy);
  const together = new Neighbours([company]);
  type Mind = Record<'sitDown' | 'decide', (...words: unknown[]) => void>;
  const { mind } = (together.runners[0] as unknown as { era: { mind: Mind } }).era;
  let deciding = 0;
  for (const verb of ['sitDown', 'decide'] as const) {
    const plain = mind[verb].bind(mind);
    mind[verb] = (...words) => {
      const began = performance.now();
      plain(...words);
      deciding += performance.now() - began;
    };
  }
  const spent = { luck: 0, decisions: 0, days: 0 };
  for (let i = -100; i < replicates; i++) {
    deciding = 0;
    const began = performance.now();
    together.meet(luckKey('bench', i + 100));
    const met = performance.now();
    together.run(0, outcomes);
    const done = performance.now();
    if (i < 0) continue;
    spent.luck += (met - began) / replicates;
    spent.decisions += deciding / replicates;
    spent.days += (done - met - deciding) / replicates;
  }
  return spent;
}

const [what, replicates = '1000'] = process.argv.slice(2);
const result = what === 'catherine' ? await catherine(Number(replicates)) : reference(Number(replicates));
process.stdout.write(`${JSON.stringify(result)}\n`);
