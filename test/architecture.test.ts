import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Layers from the bottom up: a file may import from its own layer and from those named for it. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  version: [],
  random: ['core'],
  statistics: ['core', 'model'],
  model: ['core'],
  plans: ['core', 'model'],
  people: ['core', 'model', 'plans'],
  worlds: ['core', 'random', 'statistics', 'model', 'plans', 'people'],
  scenario: ['core', 'model', 'plans', 'worlds'],
  experiments: ['core', 'random', 'statistics', 'model', 'plans', 'people', 'worlds', 'scenario', 'version'],
  validation: [
    'core',
    'random',
    'statistics',
    'model',
    'plans',
    'people',
    'worlds',
    'scenario',
    'experiments',
    'version',
  ],
  report: ['core', 'model', 'plans', 'worlds', 'experiments', 'validation'],
  cli: ['core', 'model', 'worlds', 'scenario', 'experiments', 'validation', 'report', 'version'],
  index: ['core', 'experiments', 'report', 'scenario', 'validation', 'worlds', 'version'],
};

const root = 'src';
const files = (readdirSync(root, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(root, file));
const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1]);
const layerOf = (file: string) => relative(root, file).split('/')[0].replace(/\.ts$/, '');
const insideOf = (file: string) =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => normalize(join(dirname(file), name)));

test('there are source files to look at', () => {
  expect(files.length).toBeGreaterThan(50);
});

test('arrows between layers point one way', () => {
  const wrong = files.flatMap((file) =>
    insideOf(file)
      .filter(
        (target) =>
          layerOf(target) !== layerOf(file) && !MAY_IMPORT[layerOf(file)]?.includes(layerOf(target)),
      )
      .map((target) => `${file} -> ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('no file imports itself in a circle', () => {
  const graph = new Map(
    files.map((file) => [file, insideOf(file).filter((target) => !isTypeOnly(file, target))]),
  );
  const cycles: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
      return;
    }
    state.set(file, 'open');
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

/** Whether all imports of a target are `import type`, which vanish when compiled. */
function isTypeOnly(file: string, target: string): boolean {
  const text = readFileSync(file, 'utf8');
  const statements = [...text.matchAll(/import\s+(type\s+)?([^;]*?)\s+from\s+'([^']+)';/g)].filter(
    (match) => normalize(join(dirname(file), match[3])) === target,
  );
  return statements.length > 0 && statements.every((match) => match[1] !== undefined);
}

test('only the command line and the executors touch node', () => {
  const wrong = files.filter(
    (file) =>
      importsOf(file).some((name) => name.startsWith('node:')) &&
      layerOf(file) !== 'cli' &&
      !file.includes('experiments/executors'),
  );
  expect(wrong).toEqual([]);
});

test('no hidden randomness, and no clock outside the command line and what hands work to threads', () => {
  const wrong = files.filter(
    (file) =>
      layerOf(file) !== 'cli' &&
      !file.endsWith(join('executors', 'threads.ts')) &&
      /Math\.random|Date\.now|new Date\(|performance\.now/.test(readFileSync(file, 'utf8')),
  );
  expect(wrong).toEqual([]);
});

test('nothing that makes numbers uses the engine’s own exp, log or pow', () => {
  const layers = ['core', 'random', 'plans', 'people', 'worlds', 'statistics', 'validation'];
  const wrong = files.filter(
    (file) =>
      layers.includes(layerOf(file)) &&
      /Math\.(exp|log|pow|sin|cos|tan|log10|log2|expm1|log1p|sinh|cosh|tanh|cbrt|hypot)\(|[^*/]\*\*[^*/]/.test(
        withoutComments(readFileSync(file, 'utf8')),
      ),
  );
  expect(wrong).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}

test('seedrandom and simple-statistics each have one layer that imports them', () => {
  const importers = (name: string) => [
    ...new Set(files.filter((file) => importsOf(file).includes(name)).map(layerOf)),
  ];
  expect(importers('seedrandom')).toEqual(['random']);
  expect(importers('simple-statistics')).toEqual(['statistics']);
});

test('only catalogues name concrete tactics and metrics; the engine and the decision code know none', () => {
  const ids = [
    'bot-visits',
    'fake-leads',
    'captured-attribution',
    'lead-capture',
    'brand-building',
    'accepted-leads',
    'marketing-pipeline',
    'campaign-effectiveness',
  ];
  const wrong = files
    .filter((file) => ['plans', 'people', 'worlds', 'experiments'].includes(layerOf(file)))
    .filter(
      (file) =>
        !/worlds\/revenue\/(tactics|metrics|presets)\//.test(file) &&
        !file.endsWith('experiments/motivation.ts'),
    )
    .filter((file) => ids.some((id) => withoutComments(readFileSync(file, 'utf8')).includes(`'${id}'`)));
  expect(wrong).toEqual([]);
});

test('no file has grown past 500 lines', () => {
  const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 500);
  expect(long).toEqual([]);
});
