/**
 * Compiles the engine's loops over long lists of random draws to WebAssembly. Each step of a loop handles two
 * or four entries. `npm run kernel` writes src/random/listKernel.ts. The loops are documented at their
 * callers in src/random/lists.ts; a test compares them bit by bit with the same loops in TypeScript.
 *
 * Memory: one page; 32-bit ids, then lists of doubles, at the offsets set in src/random/lists.ts, then
 * constants. Counts are rounded up to whole vectors.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import wabt from 'wabt';
import { END, FIRST_AT, SECOND_AT } from '../src/random/lists.ts';

const get = (name: string) => `(local.get $${name})`;
const set = (name: string, value: string) => `(local.set $${name} ${value})`;
const rotated = (name: string, by: number) =>
  `(v128.or (i32x4.shl ${get(name)} (i32.const ${by})) (i32x4.shr_u ${get(name)} (i32.const ${32 - by})))`;
const lanes = (value: string) => `(i32x4.splat ${value})`;
/** Constants, each stored twice behind the lists; inline constants would be rebuilt at every use. */
const numbers: string[] = [];
const number = (value: string) => {
  const at = numbers.includes(value) ? numbers.indexOf(value) : numbers.push(value) - 1;
  return `(v128.load offset=${END + 16 * at} (i32.const 0))`;
};
/** A number, stored twice, as bytes in WebAssembly text format. */
const dataOf = (value: string) => {
  const bytes = Buffer.alloc(16);
  for (const at of [0, 8]) bytes.writeDoubleLE(Number(value), at);
  return [...bytes].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('');
};
const plus = (a: string, b: string) => `(f64x2.add ${a} ${b})`;
const minus = (a: string, b: string) => `(f64x2.sub ${a} ${b})`;
const times = (a: string, b: string) => `(f64x2.mul ${a} ${b})`;
/** Byte offset of entry i of a list of doubles. */
const doubleAt = '(i32.shl (local.get $i) (i32.const 3))';

/** Threefry's rotations, a cycle of eight. */
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24];
const ROUNDS = 13;
/** Key words added after every fourth round. */
const INJECTIONS = [
  ['key1', '(i32.add (local.get $key2) (i32.const 1))'],
  ['key2', '(i32.add (local.get $key0) (i32.const 2))'],
  ['key0', '(i32.add (local.get $key1) (i32.const 3))'],
];

function rounds(): string {
  const lines: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    lines.push(set('a', `(i32x4.add ${get('a')} ${get('b')})`));
    lines.push(set('b', `(v128.xor ${rotated('b', ROTATIONS[round % 8])} ${get('a')})`));
    if (round % 4 !== 3) continue;
    const n = (round - 3) / 4;
    lines.push(
      set('a', `(i32x4.add ${get('a')} ${get(`toA${n}`)})`),
      set('b', `(i32x4.add ${get('b')} ${get(`toB${n}`)})`),
    );
  }
  return lines.join('\n');
}

/** Converts the words of four entries to numbers between 0 and 1: (word + 1/2) / 2^32. */
function storeUniforms(word: string, list: number): string {
  const of = (half: string) =>
    times(plus(`(f64x2.convert_low_i32x4_u ${half})`, number('0.5')), number('2.3283064365386963e-10'));
  const upper = `(i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 ${get(word)} ${get(word)})`;
  return `(v128.store offset=${list} ${doubleAt} ${of(get(word))})
(v128.store offset=${list + 16} ${doubleAt} ${of(upper)})`;
}

/** Horner's rule, highest power first. */
const polynomial = (coefficients: readonly string[], of = 'r') =>
  coefficients.slice(1).reduce((sum, c) => plus(times(sum, get(of)), number(c)), number(coefficients[0]));

/** Wichura's AS 241 (PPND16) for |p - 1/2| up to 0.425. */
const TOP = [
  '2509.0809287301226727',
  '33430.575583588128105',
  '67265.770927008700853',
  '45921.953931549871457',
  '13731.693765509461125',
  '1971.5909503065514427',
  '133.14166789178437745',
  '3.387132872796366608',
];
const BOTTOM = [
  '5226.495278852545925',
  '28729.085735721942674',
  '39307.89580009271061',
  '21213.794301586595867',
  '5394.1960214247511077',
  '687.1870074920579083',
  '42.313330701600911252',
  '1',
];

/** The same for |p - 1/2| above 0.425, in sqrt(-ln q) - 1.6, q = min(p, 1 - p); valid for q above e^-25. */
const TAIL_TOP = [
  '7.7454501427834140764e-4',
  '2.27238449892691845833e-2',
  '0.24178072517745061177',
  '1.27045825245236838258',
  '3.64784832476320460504',
  '5.7694972214606914055',
  '4.6303378461565452959',
  '1.42343711074968357734',
];
const TAIL_BOTTOM = [
  '1.05075007164441684324e-9',
  '5.475938084995344946e-4',
  '1.51986665636164571966e-2',
  '0.14810397642748007459',
  '0.68976733498510000455',
  '1.6763848301838038494',
  '2.05319162663775882187',
  '1',
];

/**
 * Sets $log to the logarithm of $near, a number between 2^-1022 and 1. Follows
 * src/core/numeric/elementary.ts, except that the exponent is read and written in whole 64-bit words.
 */
const LOGARITHM = [
  // The exponent, plus one if the fraction exceeds sqrt(2).
  set(
    'e',
    '(i64x2.shr_u (i64x2.add (local.get $near) (v128.const i64x2 0x0009_5f64_0000_0000 0x0009_5f64_0000_0000)) (i32.const 52))',
  ),
  set(
    'f',
    minus(
      times(
        get('near'),
        '(i64x2.shl (i64x2.sub (v128.const i64x2 2046 2046) (local.get $e)) (i32.const 52))',
      ),
      number('1'),
    ),
  ),
  set(
    'e',
    minus(
      '(f64x2.convert_low_i32x4_s (i8x16.shuffle 0 1 2 3 8 9 10 11 0 1 2 3 8 9 10 11 (local.get $e) (local.get $e)))',
      number('1023'),
    ),
  ),
  set('s', `(f64x2.div ${get('f')} ${plus(number('2'), get('f'))})`),
  set('z', times(get('s'), get('s'))),
  set('w', times(get('z'), get('z'))),
  set('half', times(times(number('0.5'), get('f')), get('f'))),
  set(
    'log',
    minus(
      times(get('e'), number('6.9314718036912381649e-1')),
      minus(
        minus(
          get('half'),
          plus(
            times(
              get('s'),
              plus(
                plus(
                  get('half'),
                  times(
                    get('w'),
                    polynomial(
                      ['1.531383769920937332e-1', '2.222219843214978396e-1', '3.999999999940941908e-1'],
                      'w',
                    ),
                  ),
                ),
                times(
                  get('z'),
                  polynomial(
                    [
                      '1.479819860511658591e-1',
                      '1.818357216161805012e-1',
                      '2.857142874366239149e-1',
                      '6.666666666666735130e-1',
                    ],
                    'w',
                  ),
                ),
              ),
            ),
            times(get('e'), number('1.90821492927058770002e-10')),
          ),
        ),
        get('f'),
      ),
    ),
  ),
].join('\n');

const loop = (step: number, body: string) => `(loop $next
(if (i32.lt_s (local.get $i) (local.get $count)) (then
${body}
${set('i', `(i32.add ${get('i')} (i32.const ${step}))`)}
(br $next))))`;

const injectionLocals = INJECTIONS.map((_, n) => `(local $toA${n} v128) (local $toB${n} v128)`).join(' ');
const functions = `(func (export "uniforms") (param $key0 i32) (param $key1 i32) (param $counter1 i32) (param $count i32)
(local $i i32) (local $key2 i32) (local $a v128) (local $b v128) (local $start v128) (local $keys v128) ${injectionLocals}
${set('key2', '(i32.xor (i32.xor (local.get $key0) (local.get $key1)) (i32.const 0x1bd11bda))')}
${set('keys', lanes(get('key0')))}
${set('start', lanes('(i32.add (local.get $counter1) (local.get $key1))'))}
${INJECTIONS.map(([a, b], n) => `${set(`toA${n}`, lanes(get(a)))} ${set(`toB${n}`, lanes(b))}`).join('\n')}
${loop(
  4,
  `${set('a', `(i32x4.add (v128.load (i32.shl ${get('i')} (i32.const 2))) ${get('keys')})`)}
${set('b', get('start'))}
${rounds()}
${storeUniforms('a', FIRST_AT)}
${storeUniforms('b', SECOND_AT)}`,
)})
(func (export "quantiles") (param $at i32) (param $count i32)
(local $i i32) (local $q v128) (local $r v128)
${loop(
  2,
  `${set('q', minus(`(v128.load ${get('at')})`, number('0.5')))}
${set('r', minus(number('0.180625'), times(get('q'), get('q'))))}
(v128.store ${get('at')} (f64x2.div ${times(get('q'), polynomial(TOP))} ${polynomial(BOTTOM)}))
${set('at', `(i32.add ${get('at')} (i32.const 16))`)}`,
)})
(func (export "tails") (param $at i32) (param $count i32)
(local $i i32) (local $q v128) (local $r v128) (local $p v128) (local $near v128) (local $e v128) (local $f v128) (local $s v128) (local $z v128) (local $w v128) (local $half v128) (local $log v128)
${loop(
  2,
  `${set('p', `(v128.load ${get('at')})`)}
${set('q', `(f64x2.lt ${get('p')} ${number('0.5')})`)}
${set('near', `(v128.bitselect ${get('p')} ${minus(number('1'), get('p'))} ${get('q')})`)}
${LOGARITHM}
${set('r', minus(`(f64x2.sqrt (f64x2.neg ${get('log')}))`, number('1.6')))}
${set('z', `(f64x2.div ${polynomial(TAIL_TOP)} ${polynomial(TAIL_BOTTOM)})`)}
(v128.store ${get('at')} (v128.bitselect (f64x2.neg ${get('z')}) ${get('z')} ${get('q')}))
${set('at', `(i32.add ${get('at')} (i32.const 16))`)}`,
)})`;
const text = `(module
(memory (export "memory") 1)
(data (i32.const ${END}) "${numbers.map(dataOf).join('')}")
${functions})`;

/** The compiled module, as stored in src/random/listKernel.ts. */
export async function compiledKernel(): Promise<string> {
  const module = (await wabt()).parseWat('listKernel.wat', text, { simd: true });
  module.validate();
  const { buffer } = module.toBinary({});
  module.destroy();
  return Buffer.from(buffer).toString('base64');
}

if (process.argv[1] === import.meta.filename) {
  const file = join(resolve(import.meta.dirname, '..'), 'src/random/listKernel.ts');
  writeFileSync(
    file,
    `/** WebAssembly in base 64, compiled by \`npm run kernel\` from scripts/listKernel.ts. */\nexport const LIST_KERNEL =\n  '${await compiledKernel()}';\n`,
  );
}
