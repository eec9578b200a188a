import { refuse, showValue } from '../core/messages.ts';
import { type LoadOptions, readChain } from './chain.ts';
import { placeOf, type SourceDocument } from './document.ts';
import { overBase } from './keptArms.ts';
import { isTable, withValueAt } from './merge.ts';
import { wrongPath } from './overridePath.ts';
import { locate, suggestion } from './places.ts';
import { removedPeople, withoutRemoved } from './removedPeople.ts';
import { presentPath, renamed } from './renamed.ts';
import { type Merged, resolveScenario } from './resolve.ts';
import { payForm, revenueForm } from './revenueForm.ts';
import type { RevenueScenario, Scenario } from './scenario.ts';
import { textbookForm } from './textbookForm.ts';

export type { LoadOptions, ReadBase } from './chain.ts';

/**
 * Reads a scenario: resolves `extends:`, applies overrides, checks everything and resolves every arm.
 *
 * Reading has stages: files and bases, form, meaning, size of a run. The first stage that finds issues ends
 * it. Each issue has file, line, column, path, the value received, the expected value and the nearest valid
 * name, as far as they apply.
 *
 * @param text the scenario file, YAML or JSON
 * @throws InputError carrying the issues of one stage, at most 50
 * @example
 * parseScenario(
 *   'schemaVersion: 1\nname: mine\nextends: preset:smb-software\n' +
 *     'plans: { none: { director: { baseUsdPerYear: 100000 } } }',
 * ).arms.length // 1
 */
export function parseScenario(text: string, options: LoadOptions = {}): Scenario {
  const sources = readChain(text, options);
  const set = options.set ?? {};
  refuseWrongPaths(set);
  const merged = merge(sources, set);
  const { world } = merged.raw;
  if (world === 'textbook') return { kind: 'textbook', ...resolveScenario(textbookForm, merged) };
  if (world !== undefined && world !== 'revenue') {
    refuse([
      {
        code: 'not-one-of',
        ...locate({ sources, set }, ['world']),
        path: 'world',
        got: showValue(world),
        expected:
          'revenue (a company with marketing and sales) or textbook (agents with tasks and noisy metrics)',
      },
    ]);
  }
  return { kind: 'revenue', ...resolveScenario(options.purpose === 'pay' ? payForm : revenueForm, merged) };
}

/** Merges every file over its base and the overrides over all of them, and applies renamings. */
function merge(sources: readonly SourceDocument[], set: Readonly<Record<string, unknown>>): Merged {
  const warnings: string[] = [];
  let written: Record<string, unknown> = {};
  let baseOnly: Record<string, unknown> = {};
  for (const source of [...sources].reverse()) {
    if (source === sources[0]) baseOnly = written;
    const data = renamed(source, warnings);
    refuseAbsent(source, written);
    written = withoutRemoved(overBase(written, data, source), data);
  }
  let raw = written;
  for (const [path, value] of Object.entries(set)) {
    const present = presentPath(path);
    if (present !== path) warnings.push(`--set ${path}: the name is now ${present}.`);
    raw = withoutRemoved(withValueAt(raw, present.split('.'), value));
  }
  return { raw, written, baseOnly, sources, set, warnings };
}

/** Only people whom the base has can be removed. */
function refuseAbsent(source: SourceDocument, base: Readonly<Record<string, unknown>>): void {
  const there = isTable(base.people) ? Object.keys(base.people) : [];
  const absent = removedPeople(source.data).filter((name) => !there.includes(name));
  if (absent.length === 0) return;
  refuse(
    absent.map((name) => ({
      code: 'dangling-reference',
      file: source.file,
      ...placeOf(source, ['people', name]),
      path: `people.${name}`,
      got: 'null',
      expected: there.length === 0 ? 'the values of this person' : 'the name of somebody in the base',
      hint: suggestion(name, there),
    })),
  );
}

/** Keys about the base of a file, which are acted on before overrides. */
const UNSETTABLE: readonly string[] = ['extends', 'keepArms'];

function refuseWrongPaths(set: Readonly<Record<string, unknown>>): void {
  for (const path of Object.keys(set)) {
    const wrong =
      wrongPath(path) ??
      (UNSETTABLE.includes(path.split('.')[0])
        ? 'another path: what a file extends, and which arms it keeps, is said in the file'
        : undefined);
    if (wrong !== undefined) refuse([{ code: 'unknown-key', file: '--set', path, expected: wrong }]);
  }
}

/**
 * Like {@link parseScenario}, for scenarios set in a company with marketing and sales.
 *
 * @throws InputError for any other kind of world
 */
export function parseRevenueScenario(text: string, options: LoadOptions = {}): RevenueScenario {
  return asRevenue(parseScenario(text, options), options.file);
}

/**
 * Narrows a scenario to the revenue world.
 *
 * @throws InputError for any other kind of world
 */
export function asRevenue(scenario: Scenario, file?: string): RevenueScenario {
  if (scenario.kind === 'revenue') return scenario;
  refuse([
    {
      code: 'not-one-of',
      file,
      path: 'world',
      got: scenario.kind,
      expected: 'revenue: a company with marketing and sales, whose months are followed here',
    },
  ]);
}
