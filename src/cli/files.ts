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

/** Reads a scenario file and applies `--set`; bases must lie in the file's folder or below it. */
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
      // Resolve links before checking that the file lies inside the scenario's folder.
      const inside = realpathSync(path);
      if (!`${inside}${sep}`.startsWith(`${realpathSync(root)}${sep}`)) return undefined;
      return { text: readText(path), file: relative(process.cwd(), path) };
    },
  };
}

/** Text of a file; a file far too large to be a scenario is refused before it is read. */
export function readText(file: string): string {
  const { size } = statSync(file);
  if (size > MAX_FILE_BYTES)
    refuse([
      { code: 'too-large', file, path: 'file', got: `${size} bytes`, expected: `at most ${MAX_FILE_BYTES}` },
    ]);
  return readFileSync(file, 'utf8');
}

/** Parses `path=value`; the value is read as a YAML scalar. */
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

/** Parses a whole number from the command line. */
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
 * Creates a folder and its missing parents. Called before a long run, so that a path that cannot be written
 * fails early.
 *
 * @throws the system's error if the folder cannot be created or written to
 */
export function makeFolder(folder: string): void {
  // One level at a time: in some unwritable system folders Node's recursive creation never returns.
  if (!existsSync(folder)) {
    const parent = dirname(resolve(folder));
    if (parent !== resolve(folder)) makeFolder(parent);
    mkdirSync(folder);
  }
  if (!statSync(folder).isDirectory())
    throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR', path: folder });
  accessSync(folder, constants.W_OK);
}

/** Writes files into a folder, each of them completely or not at all. */
export function writeAll(folder: string, files: Readonly<Record<string, string>>): void {
  makeFolder(folder);
  for (const [name, text] of Object.entries(files)) writeWhole(join(folder, name), text);
}

/**
 * Checks that a file can be written before its content is computed; leaves nothing behind.
 *
 * @throws the system's error if it cannot
 */
export function tryWriting(file: string): void {
  if (existsSync(file) && statSync(file).isDirectory())
    throw Object.assign(new Error('a folder'), { code: 'EISDIR', path: file });
  besideOf(file, (partial) => writeFileSync(partial, ''));
}

/** Writes to a temporary file and renames it into place, so that a full disk leaves no partial file. */
export function writeWhole(file: string, text: string): void {
  besideOf(file, (partial) => {
    writeFileSync(partial, text);
    renameSync(partial, file);
  });
}

/**
 * Runs `work` on a temporary file beside the target and removes it afterwards. Errors name the target, or its
 * folder if that is not a folder.
 */
function besideOf(file: string, work: (partial: string) => void): void {
  // The process id keeps concurrent runs from overwriting each other's file.
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
