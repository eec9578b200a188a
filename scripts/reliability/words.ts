import { join } from 'node:path';
import fc from 'fast-check';
import { check, goodhart, isDocumented, say, seed, work } from './attack.ts';

const FLUFF = 'scenarios/textbook/fluff.yaml';
/** Values that nobody meant. */
const VALUES = [
  ...['', ' ', '-', '--', '-1', '0', '1.5', '1e999', 'NaN', 'Infinity', '0x10', '١', '9'.repeat(400)],
  ...['a'.repeat(5000), '../../etc/passwd', '/dev/null', '=', '==', 'a=b=c', 'sales.reps=', 'sales.reps=['],
  ...['sales.reps=*a', '__proto__.x=1', 'plans.fluff=null', 'people.director=null', 'arms={}', 'market='],
  ...[
    'question.horizonMonths=1e3',
    'x=0:1:2',
    'sales.reps=1:1:1',
    'sales.reps=1:2:99999',
    'sales.reps=2:1:3',
  ],
  ...['profitUsd>=', 'profitUsd<=x', '%', '2%', '-2%', '\u202e', '😀', 'constructor', 'toString'],
];
/** Options of each command, and what it needs besides. */
const OPTIONS: Readonly<Record<string, readonly [options: string, ...needs: string[]]>> = {
  compare: [
    'arms replicates seed set hold precision max-replicates time sensitivity workers',
    ...[FLUFF, '--time', '1'],
  ],
  best: ['arms outcome delta max-replicates seed set workers', FLUFF],
  optimise: [
    'free arm outcome limit evaluations replicates set',
    ...[FLUFF, '--evaluations', '5', '--free', 'plans.leads.agents.baseUsdPerYear=0:1000'],
  ],
  sweep: ['vary arms replicates seed set workers', FLUFF, '--replicates', '5'],
  replay: ['arm replicate seed set', 'scenarios/catherine.yaml', '--arm', 'fluff'],
  check: ['set', 'scenarios/catherine.yaml'],
  validate: ['only', '--quick'],
  init: ['visits leads win-share reps quota-usd', join(work, 'init.yaml'), '--force'],
};

/** Options with random values. */
export function values(count: number): void {
  const tries = fc.sample(
    fc
      .constantFrom(...Object.keys(OPTIONS))
      .chain((command) =>
        fc.tuple(
          fc.constant(command),
          fc.constantFrom(...OPTIONS[command][0].split(' ')),
          fc.constantFrom(...VALUES),
        ),
      ),
    { numRuns: count, seed },
  );
  const codes = new Map<number | null, number>();
  for (const [command, option, value] of tries) {
    const [, ...needs] = OPTIONS[command];
    const words = [command, ...needs, `--${option}`, value];
    const ended = goodhart(words);
    codes.set(ended.code, (codes.get(ended.code) ?? 0) + 1);
    check(isDocumented(ended, [0, 1, 2]), words.join(' ').slice(0, 300), ended);
  }
  const counted = [...codes].map(([code, n]) => `exit code ${code} ${n} times`);
  say(`${tries.length} values of options: ${counted.join(', ')}`);
}
