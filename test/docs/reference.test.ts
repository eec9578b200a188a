import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGES, WITH_BLOCKS, withBlocks } from '../../scripts/reference.ts';
import { parametersOf } from '../../src/model/parameter.ts';
import {
  directorParameters,
  personParameters,
  worldParameters,
} from '../../src/worlds/revenue/parameters.ts';

test.each(Object.keys(PAGES))('%s says what the catalogues say', (file) => {
  expect(readFileSync(file, 'utf8')).toBe(PAGES[file]());
});

test.each(WITH_BLOCKS)('so do the tables in %s', (file) => {
  const text = readFileSync(file, 'utf8');
  expect(withBlocks(text)).toBe(text);
  expect(text).toMatch(/<!-- mechanics -->/);
});

test('every number has a source, or says that it is an assumption', () => {
  for (const [path, { source }] of [
    ...parametersOf(worldParameters),
    ...parametersOf(personParameters),
    ...parametersOf(directorParameters),
  ])
    expect(source, path).not.toBe('');
});
