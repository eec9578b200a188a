import { ASSUMPTION, parametersOf } from '../model/parameter.ts';
import { CHANNELS } from '../worlds/revenue/channels.ts';
import {
  channelParameters,
  directorParameters,
  personParameters,
  worldParameters,
} from '../worlds/revenue/parameters.ts';
import { TACTICS } from '../worlds/revenue/tactics/index.ts';
import { isTable } from './merge.ts';
import type { Assumption } from './scenario.ts';

/** Integrity where a scenario says nothing. */
export const DEFAULT_INTEGRITY = { lognormal: { median: 100, sigma: 1 } } as const;

/** A number as written: plain, or the middle of a range. */
export function plain(value: unknown): unknown {
  return isTable(value) && Object.hasOwn(value, 'value') ? value.value : value;
}

/** Every number of the world with its source and where it was set. */
export function assumptionsOf(
  raw: Record<string, unknown>,
  base: Record<string, unknown>,
  set: Readonly<Record<string, unknown>>,
): Assumption[] {
  const list: Assumption[] = [];
  const at = (tree: unknown, path: readonly string[]): unknown =>
    path.reduce<unknown>((node, key) => (isTable(node) && Object.hasOwn(node, key) ? node[key] : undefined), tree);
  const originOf = (path: string): Assumption['origin'] => {
    const keys = path.split('.');
    const given = at(raw, keys);
    if (Object.keys(set).some((key) => path === key || path.startsWith(`${key}.`))) return 'set';
    if (given === undefined) return 'default';
    return JSON.stringify(at(base, keys)) === JSON.stringify(given) ? 'base' : 'scenario';
  };
  const add = (
    group: Parameters<typeof parametersOf>[0],
    prefix: string,
    catalogue: Readonly<Record<string, unknown>> = {},
  ) => {
    for (const [path, parameter] of parametersOf(group, prefix)) {
      const given = at(raw, path.split('.'));
      const standard = (catalogue[path.slice(prefix.length + 1)] ?? parameter.default) as Assumption['value'];
      const value = (given === undefined ? standard : plain(given)) as Assumption['value'];
      const origin = originOf(path);
      const own = isTable(given) ? given : {};
      const source =
        typeof own.source === 'string'
          ? own.source
          : value === parameter.default
            ? parameter.source
            : `${ASSUMPTION}: set by the ${{ set: 'command', base: 'base', scenario: 'scenario', default: 'channel' }[origin]}`;
      list.push({
        path,
        value,
        unit: parameter.kind === 'number' ? parameter.unit : parameter.kind,
        about: parameter.about,
        source,
        origin,
        ...rangeAround(value, isTable(given) ? own : parameter),
      });
    }
  };
  for (const [name, group] of Object.entries(worldParameters)) add(group, name);
  for (const name of Object.keys((at(raw, ['market', 'channels']) as object) ?? {})) {
    add(channelParameters, `market.channels.${name}`, CHANNELS.find((channel) => channel.id === name)?.values);
  }
  for (const name of Object.keys((raw.people as object) ?? {})) {
    add(personParameters, `people.${name}`);
    if (at(raw, ['people', name, 'role']) !== 'marketing-director') continue;
    add(directorParameters, `people.${name}`);
    const path = `people.${name}.integrityUsd`;
    const value = at(raw, path.split('.')) ?? DEFAULT_INTEGRITY;
    list.push({
      path,
      value: typeof value === 'number' ? value : JSON.stringify(value),
      unit: 'USD per month at scale 1',
      about: 'Dollars the person would forgo to avoid one month of gaming at scale 1.',
      source: ASSUMPTION,
      origin: originOf(path),
      ...(typeof value === 'number' ? { low: value / 4, high: value * 4 } : {}),
    });
  }
  for (const tactic of TACTICS) add(tactic.parameters, `tactics.${tactic.id}`);
  return list;
}

/** A plausible range, if there is one and it holds the value. */
function rangeAround(value: unknown, range: object): { low?: number; high?: number } {
  const { low, high } = range as { low?: unknown; high?: unknown };
  if (typeof value !== 'number' || typeof low !== 'number' || typeof high !== 'number') return {};
  return low <= value && value <= high ? { low, high } : {};
}
