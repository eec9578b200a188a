import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * Holds the numbers of a result to those in a file, which UPDATE_GOLDEN=1 writes anew. Text is not compared,
 * nor the order of rows, and a result may hold more than the file: new outcomes move no old number.
 */
export function expectGolden(file: string, result: unknown): void {
  const numbers = numbersIn(JSON.parse(JSON.stringify(result)));
  if (process.env.UPDATE_GOLDEN !== undefined)
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(numbers), null, 1)}\n`);
  const kept = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, number | null>);
  expect(kept.length).toBeGreaterThan(10);
  const moved = kept.filter(([path, value]) => !Object.is(numbers.get(path), value));
  expect(moved.map(([path, value]) => `${path}: ${value} -> ${numbers.get(path)}`)).toEqual([]);
}

/** Keys that tell the rows of a list apart. */
const NAMES = ['arm', 'name', 'id', 'outcome', 'person', 'path', 'month', 'point'] as const;

/** Every number of a value by its path; rows are called by their names, or by their places. */
function numbersIn(value: unknown, path = '', into = new Map<string, number | null>()) {
  if (typeof value === 'number' || value === null) into.set(path, value);
  else if (Array.isArray(value))
    for (const [i, item] of value.entries()) numbersIn(item, `${path}[${nameOf(item) ?? i}]`, into);
  else if (typeof value === 'object')
    for (const [key, item] of Object.entries(value))
      numbersIn(item, path === '' ? key : `${path}.${key}`, into);
  return into;
}

function nameOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return undefined;
  const row = item as Record<string, unknown>;
  const names = NAMES.flatMap((name) => (row[name] === undefined ? [] : [String(row[name])]));
  return names.length === 0 ? undefined : names.join(' ');
}
