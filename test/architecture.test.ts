import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { GAMES } from '../src/worlds/revenue/catalogue/games/index.ts';
import { METRICS } from '../src/worlds/revenue/catalogue/metrics/index.ts';
import { ROLES } from '../src/worlds/revenue/catalogue/roles/index.ts';
import { TACTICS } from '../src/worlds/revenue/catalogue/tactics/index.ts';

type Layers = Readonly<Record<string, readonly string[]>>;

/** Layers from the bottom up; a file may import from its own layer and from those listed for it. */
const LAYERS: Layers = {
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
  play: ['core', 'model', 'plans', 'worlds', 'scenario', 'experiments', 'report', 'version'],
  cli: ['core', 'model', 'worlds', 'scenario', 'experiments', 'validation', 'report', 'play', 'version'],
  index: ['core', 'experiments', 'report', 'scenario', 'validation', 'worlds', 'version'],
};

/** Layers inside the revenue world: catalogue and engine both know the contract, but not each other. */
const REVENUE_LAYERS: Layers = {
  numbers: [],
  contract: ['numbers'],
  catalogue: ['numbers', 'contract'],
  minds: ['contract'],
  engine: ['contract', 'minds'],
  compile: ['contract', 'catalogue', 'minds'],
  preparation: ['contract', 'catalogue', 'compile', 'engine', 'minds'],
  statement: ['contract', 'catalogue', 'compile'],
};

/** Layers inside the experiments: a command combines a question, an estimator and a result type. */
const EXPERIMENT_LAYERS: Layers = {
  tasks: [],
  executors: ['tasks'],
  result: [],
  running: ['tasks', 'executors', 'result'],
  adapters: ['tasks', 'executors', 'running', 'result'],
  estimates: ['tasks', 'running', 'result', 'adapters'],
  commands: ['tasks', 'executors', 'running', 'result', 'adapters', 'estimates'],
};

const ROOT = 'src';
const REVENUE = join(ROOT, 'worlds', 'revenue');
const EXPERIMENTS = join(ROOT, 'experiments');
/** Maximum number of lines per file. */
const MOST_LINES = 300;
const MOST_LINES_OF_FUNCTION = 80;
const MOST_PARAMETERS = 6;
const MOST_COLUMNS = 110;

const files = (readdirSync(ROOT, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join(ROOT, file));
const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const textOf = (file: string) => texts.get(file)!;
const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1]);
const imports = new Map(
  files.map((file) => [
    file,
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => normalize(join(dirname(file), name))),
  ]),
);
/** The layer of a file below a root folder. */
const layerOf = (file: string, root = ROOT) => relative(root, file).split(sep)[0].replace(/\.ts$/, '');
const isIn = (file: string, folder: string) => file.startsWith(folder + sep);
const isInLayer = (file: string, layers: readonly string[]) => layers.includes(layerOf(file));

function wrongArrows(layers: Layers, root: string): string[] {
  return files
    .filter((file) => isIn(file, root))
    .flatMap((file) => {
      const own = layerOf(file, root);
      return imports
        .get(file)!
        .filter((target) => isIn(target, root) && layerOf(target, root) !== own)
        .filter((target) => !layers[own]?.includes(layerOf(target, root)))
        .map((target) => `${file} -> ${target}`);
    });
}

describe('imports, including type imports', () => {
  test('the import check covers more than 300 files', () => {
    expect(files.length).toBeGreaterThan(300);
  });

  test.each([
    ['the project', LAYERS, ROOT],
    ['the revenue world', REVENUE_LAYERS, REVENUE],
    ['the experiments', EXPERIMENT_LAYERS, EXPERIMENTS],
  ] as const)('imports between the layers of %s point one way', (_, layers, root) => {
    expect(wrongArrows(layers, root)).toEqual([]);
  });

  test('imports form no cycle', () => {
    const cycles: string[] = [];
    const state = new Map<string, 'open' | 'done'>();
    const visit = (file: string, trail: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const target of imports.get(file) ?? []) visit(target, [...trail, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  test('only the command line, the executors and the spill file import Node modules', () => {
    const wrong = files.filter(
      (file) =>
        importsOf(file).some((name) => name.startsWith('node:')) &&
        !isInLayer(file, ['cli']) &&
        !isIn(file, join(EXPERIMENTS, 'executors')) &&
        file !== join(EXPERIMENTS, 'running', 'spillFile.ts'),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['seedrandom', 'random'],
    ['simple-statistics', 'statistics'],
  ])('%s is imported by the layer %s alone', (name, layer) => {
    const importers = new Set(files.filter((file) => importsOf(file).includes(name)).map((f) => layerOf(f)));
    expect([...importers]).toEqual([layer]);
  });
});

describe('reproducible numbers', () => {
  test('no file reads a clock or hidden randomness, except the command line and the thread executor', () => {
    const wrong = files.filter(
      (file) =>
        !isInLayer(file, ['cli']) &&
        !file.endsWith(join('executors', 'threads.ts')) &&
        /Math\.random|Date\.now|new Date\(\)|performance\.now/.test(textOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  test("no file that computes numbers uses the JavaScript engine's exp, log or pow", () => {
    const layers = ['core', 'random', 'plans', 'people', 'worlds', 'statistics', 'validation'];
    const unsafe =
      /Math\.(exp|log|pow|sin|cos|tan|log10|log2|expm1|log1p|sinh|cosh|tanh|cbrt|hypot)\(|[^*/]\*\*[^*/]/;
    const wrong = files.filter(
      (file) => isInLayer(file, layers) && unsafe.test(withoutComments(textOf(file))),
    );
    expect(wrong).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}

/** Files that must work with any catalogue. */
const general = files.filter(
  (file) =>
    isInLayer(file, ['plans', 'people', 'experiments']) ||
    (isIn(file, REVENUE) && !['catalogue', 'numbers'].includes(layerOf(file, REVENUE))),
);
/** Counters of the engine share names with the metrics that report them. */
const COUNTERS = join(REVENUE, 'contract', 'counters.ts');

describe('code that must work with any catalogue', () => {
  test.each([
    ['tactic', TACTICS],
    ['metric', METRICS],
    ['game', GAMES],
    ['role', ROLES],
  ] as const)('code that must work with any catalogue names no %s', (_, entries) => {
    const wrong = general.flatMap((file) => {
      if (file === COUNTERS) return [];
      const text = withoutComments(textOf(file));
      return entries.filter(({ id }) => text.includes(`'${id}'`)).map(({ id }) => `${file}: '${id}'`);
    });
    expect(wrong).toEqual([]);
  });

  test('code that must work with any catalogue, comments included, speaks of people, not of a director', () => {
    const wrong = general.filter((file) => /director(?!y|ies)/i.test(textOf(file)));
    expect(wrong).toEqual([]);
  });
});

describe('readable files', () => {
  test(`no file has more than ${MOST_LINES} lines`, () => {
    const long = files.filter((file) => textOf(file).split('\n').length > MOST_LINES + 1);
    expect(long).toEqual([]);
  });

  test('half of the files in the revenue world have at most 70 lines', () => {
    const lines = files
      .filter((file) => isIn(file, REVENUE))
      .map((file) => textOf(file).split('\n').length - 1)
      .sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(70);
  });

  test(`no line has more than ${MOST_COLUMNS} columns, except text that is data`, () => {
    const wrong = files.flatMap((file) => {
      const lines = textOf(file).split('\n');
      const long = [...lines.keys()].filter((i) => [...lines[i]].length > MOST_COLUMNS);
      if (long.length === 0) return [];
      const data = linesOfText(file);
      return long.filter((i) => !data.has(i)).map((i) => `${file}:${i + 1}`);
    });
    expect(wrong).toEqual([]);
  });

  test(`no function has more than ${MOST_LINES_OF_FUNCTION} lines or ${MOST_PARAMETERS} parameters`, () => {
    const wrong: string[] = [];
    for (const file of files) {
      const source = parsed(file);
      const visit = (node: ts.Node): void => {
        if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
          const from = source.getLineAndCharacterOfPosition(node.getStart()).line;
          const to = source.getLineAndCharacterOfPosition(node.getEnd()).line;
          if (to - from + 1 > MOST_LINES_OF_FUNCTION)
            wrong.push(`${file}:${from + 1}: ${to - from + 1} lines`);
          if (node.parameters.length > MOST_PARAMETERS)
            wrong.push(`${file}:${from + 1}: ${node.parameters.length} parameters`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect(wrong).toEqual([]);
  });
});

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
}

/** Lines that are part of a string or a template. */
function linesOfText(file: string): Set<number> {
  const lines = new Set<number>();
  const source = parsed(file);
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateExpression(node) ||
      ts.isRegularExpressionLiteral(node)
    ) {
      const from = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const to = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      for (let line = from; line <= to; line++) lines.add(line);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
}
