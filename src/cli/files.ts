import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseDocument } from 'yaml';
import { refuse, showValue } from '../core/messages.ts';
import { MAX_FILE_BYTES } from '../scenario/document.ts';
import { type LoadOptions, parseScenario } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** Reads a scenario file as the commands do: bases from its own folder or below, overrides from `--set`. */
export function loadScenario(file: string, set: readonly string[] = []): Scenario {
  return parseScenario(readText(file), loadOptions(file, set));
}

export function loadOptions(file: string, set: readonly string[] = []): LoadOptions {
  const root = dirname(resolve(file));
  return {
    file,
    set: Object.fromEntries(set.map(parseSet)),
    readBase: (reference, from) => {
      const path = resolve(dirname(resolve(from)), reference);
      if (!existsSync(path)) return undefined;
      // Follow links before judging whether the file lies inside the scenario's folder.
      const inside = realpathSync(path);
      if (!`${inside}${sep}`.startsWith(`${realpathSync(root)}${sep}`)) return undefined;
      return { text: readText(path), file: relative(process.cwd(), path) };
    },
  };
}

/** Text of a file, refused before reading when it is far too large to be a scenario. */
export function readText(file: string): string {
  const { size } = statSync(file);
  if (size > MAX_FILE_BYTES)
    refuse([
      { code: 'too-large', file, path: 'file', got: `${size} bytes`, expected: `at most ${MAX_FILE_BYTES}` },
    ]);
  return readFileSync(file, 'utf8');
}

/** `path=value`, the value read as YAML reads a scalar. */
function parseSet(text: string): [string, unknown] {
  const at = text.indexOf('=');
  const path = text.slice(0, at);
  if (
    at < 1 ||
    !/^[A-Za-z][\w-]*(\.[\w-]+)*$/.test(path) ||
    /(^|\.)(__proto__|prototype|constructor)(\.|$)/.test(path)
  ) {
    refuse([
      {
        code: 'usage',
        path: '--set',
        got: showValue(text),
        expected: 'path=value, such as governance.auditRatePerMonth=0.05',
      },
    ]);
  }
  const document = parseDocument(text.slice(at + 1), { schema: 'core' });
  if (document.errors.length > 0)
    refuse([
      { code: 'usage', path: `--set ${path}`, got: showValue(text.slice(at + 1)), expected: 'a value' },
    ]);
  return [path, document.toJS({ maxAliasCount: 0 })];
}

/** A whole number given on the command line. */
export function wholeNumber(
  option: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    refuse([
      {
        code: 'usage',
        path: option,
        got: showValue(text),
        expected: `a whole number from ${least} to ${most}`,
      },
    ]);
  }
  return value;
}

/**
 * Makes a folder, and those that it lies in, where there are none; so before a long run, that nobody waits
 * for what cannot be written.
 *
 * @throws the system's error where there can be no such folder, or nothing can be written into it
 */
export function makeFolder(folder: string): void {
  // One by one: in some folders, such as those of the system that cannot be written, Node tries for ever to
  // make all at once.
  if (!existsSync(folder)) {
    const parent = dirname(resolve(folder));
    if (parent !== resolve(folder)) makeFolder(parent);
    mkdirSync(folder);
  }
  if (!statSync(folder).isDirectory())
    throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR', path: folder });
  accessSync(folder, constants.W_OK);
}

/** Writes files into a folder: each whole or not at all. */
export function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  makeFolder(folder);
  for (const [name, text] of Object.entries(files)) writeWhole(join(folder, name), text);
}

/**
 * Tries whether a file can be written, before what it is to hold is worked out; leaves nothing behind.
 *
 * @throws the system's error where it cannot
 */
export function tryWriting(file: string): void {
  if (existsSync(file) && statSync(file).isDirectory())
    throw Object.assign(new Error('a folder'), { code: 'EISDIR', path: file });
  besideOf(file, (partial) => writeFileSync(partial, ''));
}

/** Writes a file beside itself and renames it into place, so that a full disk leaves no half file. */
export function writeWhole(file: string, text: string): void {
  besideOf(file, (partial) => {
    writeFileSync(partial, text);
    renameSync(partial, file);
  });
}

/**
 * Works on a file beside the one that is meant, which is gone afterwards; errors name the one that is meant,
 * or the folder that is none.
 */
function besideOf(file: string, work: (partial: string) => void): void {
  // Of its own, so that nobody else's is overwritten.
  const partial = `${file}.${process.pid}.partial`;
  try {
    work(partial);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    let path = file;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') path = dirname(file);
    while (error.code === 'ENOTDIR' && !existsSync(path)) path = dirname(path);
    throw Object.assign(error, { path });
  } finally {
    if (existsSync(partial)) unlinkSync(partial);
  }
}
