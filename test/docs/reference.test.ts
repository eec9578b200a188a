import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGES, WITH_BLOCKS, withBlocks } from '../../scripts/reference.ts';
import { ASSUMPTION, parametersOf } from '../../src/model/parameter.ts';
import { SECTIONS } from '../../src/worlds/revenue/catalogue/sections.ts';
import { TACTICS } from '../../src/worlds/revenue/catalogue/tactics/index.ts';
import { productParameters } from '../../src/worlds/revenue/numbers/lines.ts';
import { channelParameters } from '../../src/worlds/revenue/numbers/market.ts';
import { personParameters, plannerParameters } from '../../src/worlds/revenue/numbers/people.ts';

test.each(Object.keys(PAGES))('every line of %s matches the catalogues', (file) => {
  expect(readFileSync(file, 'utf8')).toBe(PAGES[file]());
});

test.each(WITH_BLOCKS)('every table in %s matches the catalogues', (file) => {
  const text = readFileSync(file, 'utf8');
  expect(withBlocks(text)).toBe(text);
  expect(text).toMatch(/<!-- mechanics -->/);
});

const all = [
  ...parametersOf(SECTIONS),
  ...parametersOf(personParameters),
  ...parametersOf(plannerParameters),
  ...parametersOf(channelParameters),
  ...parametersOf(productParameters),
  ...TACTICS.flatMap(({ parameters }) => [...parametersOf(parameters)]),
];

test('every number cites a publication or is marked as an assumption', () => {
  // A citation has a year, or its author or publisher in brackets.
  const unsupported = all.filter(
    ([, { source }]) => !/\bassumption\b|\b(1[89]|20)\d\d\b|\([^)]*[A-Z][a-z]+[^)]*\)/.test(source),
  );
  expect(unsupported.map(([path]) => path)).toEqual([]);
});

test('every range says where its ends come from, beyond being an assumption', () => {
  const bare = all.filter(
    ([, parameter]) =>
      parameter.kind === 'number' && parameter.low !== undefined && parameter.source.trim() === ASSUMPTION,
  );
  expect(bare.map(([path]) => path)).toEqual([]);
});
