import { refuse, showValue } from '../core/messages.ts';
import { type LoadOptions, readChain } from './chain.ts';
import { mergeOver, withValueAt } from './merge.ts';
import { locate } from './places.ts';
import { resolveScenario, wrongPath } from './resolve.ts';
import { revenueForm } from './revenueForm.ts';
import type { RevenueScenario, Scenario } from './scenario.ts';
import { textbookForm } from './textbookForm.ts';

export type { LoadOptions, ReadBase } from './chain.ts';

/**
 * Reads a scenario: follows `extends:`, lays overrides over it, checks everything and resolves every arm.
 *
 * All mistakes are collected before failing, each with file, line, column, path, the value received, what was expected and the nearest valid name.
 *
 * @param text the scenario file, YAML or JSON
 * @throws InputError carrying every issue found
 * @example parseScenario('schemaVersion: 1\nname: mine\nextends: preset:smb-software\nplans: { none: { director: { baseUsdPerYear: 100000 } } }').arms.length // 1
 */
export function parseScenario(text: string, options: LoadOptions = {}): Scenario {
  const sources = readChain(text, options);
  let raw: Record<string, unknown> = {};
  let baseOnly: Record<string, unknown> = {};
  for (let i = sources.length - 1; i >= 0; i--) {
    if (i === 0) baseOnly = raw;
    raw = mergeOver(raw, sources[i].data) as Record<string, unknown>;
  }
  const set = options.set ?? {};
  for (const path of Object.keys(set)) {
    const wrong =
      wrongPath(path) ??
      (path.split('.')[0] === 'extends' ? 'a path below extends cannot be set' : undefined);
    if (wrong !== undefined) refuse([{ code: 'unknown-key', file: '--set', path, expected: wrong }]);
  }
  for (const [path, value] of Object.entries(set)) raw = withValueAt(raw, path.split('.'), value);
  const merged = { raw, baseOnly, sources, set };
  const { world } = raw;
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
  return { kind: 'revenue', ...resolveScenario(revenueForm, merged) };
}

/**
 * The same for a scenario that must be set in a company with marketing and sales.
 *
 * @throws InputError for one that is not
 */
export function parseRevenueScenario(text: string, options: LoadOptions = {}): RevenueScenario {
  return asRevenue(parseScenario(text, options), options.file);
}

/** A scenario as one of the revenue engine. */
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
