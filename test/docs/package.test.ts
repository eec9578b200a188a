import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { builtCommand, builtFolder } from '../support/built.ts';

interface Manifest {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const PERMISSIVE = new Set(
  'MIT,ISC,BSD-2-Clause,BSD-3-Clause,Apache-2.0,0BSD,CC0-1.0,Unlicense,BlueOak-1.0.0,Python-2.0,Zlib'.split(
    ',',
  ),
);

/** Whether a licence expression can be read as a permissive licence. */
const isPermissive = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => PERMISSIVE.has(part.trim())));

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** Folder of a dependency, looked up as Node does. */
function folderOf(name: string, from: string): string | undefined {
  for (let at = from; ; at = join(at, '..')) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (at === '.' || at === '/' || at.startsWith('..')) return undefined;
  }
}

/** Licences of everything that is installed with the package, by folder. */
function licences(folder = '.', found = new Map<string, string>()): Map<string, string> {
  const { dependencies, optionalDependencies } = manifestOf(folder);
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const place = folderOf(name, folder);
    if (place === undefined || found.has(place)) continue;
    found.set(place, manifestOf(place).license ?? 'none');
    licences(place, found);
  }
  return found;
}

test('every dependency at run time has a permissive licence', () => {
  const found = licences();
  expect(found.size).toBeGreaterThan(10);
  expect([...found].filter(([, licence]) => !isPermissive(licence))).toEqual([]);
  expect(isPermissive('(MIT OR GPL-3.0)')).toBe(true);
  expect(['GPL-3.0', 'MIT AND LGPL-2.1', 'MPL-2.0', 'none'].filter(isPermissive)).toEqual([]);
});

test('the published package has its documents and scenarios, and neither tests nor sources', () => {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
  });
  const files = (JSON.parse(packed) as { files: { path: string }[] }[])[0].files.map(({ path }) => path);
  for (const needed of ['README.md', 'LICENSE', 'CHANGELOG.md', 'CITATION.cff', 'scenarios/catherine.yaml'])
    expect(files).toContain(needed);
  expect(files.filter((path) => /invalid|test|\.ts$/.test(path.replace(/\.d\.ts$/, '')))).toEqual([]);
});

test('the built command can be executed', () => {
  expect(statSync(builtCommand()).mode & 0o111).toBe(0o111);
  expect(execFileSync(builtCommand(), ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('require says what to use instead', () => {
  const { exports: entries } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, { require: string }>;
  };
  expect(entries['.'].require).toBe('./dist/require.cjs');
  expect(() => createRequire(import.meta.url)(resolve(builtFolder(), 'require.cjs'))).toThrow(
    "use import('goodhart')",
  );
});
