import { log } from '../core/numeric/elementary.ts';
import { normalCdf } from '../core/numeric/normal.ts';
import { ASSUMPTION, type ParameterGroup, parametersOf } from '../model/parameter.ts';
import { CHANNELS } from '../worlds/revenue/catalogue/channels.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import { SECTIONS } from '../worlds/revenue/catalogue/sections.ts';
import { TACTICS } from '../worlds/revenue/catalogue/tactics/index.ts';
import { productParameters } from '../worlds/revenue/numbers/lines.ts';
import { channelParameters } from '../worlds/revenue/numbers/market.ts';
import { personParameters, plannerParameters } from '../worlds/revenue/numbers/people.ts';
import { isTable } from './merge.ts';
import type { Assumption } from './scenario.ts';

/**
 * Default population of integrity, in dollars forgone to avoid one month of gaming at scale 1: the part that
 * never games; of the others, the median and the standard deviation of the logarithm.
 *
 * @source Fischbacher and Follmi-Heusi, Journal of the European Economic Association 11 (2013) 525: 39% of
 * people are honest about a die, 22% lie as far as it goes; Abeler, Nosenzo and Raymond, Econometrica 87
 * (2019) 1115: lies bring a quarter of what they could, whatever the stakes. The split of dollars between
 * integrity and trouble is an assumption.
 */
export const DEFAULT_INTEGRITY = { neverShare: 0.35, lognormal: { median: 40, sigma: 1 } } as const;

/** Part of the default population with less integrity, in dollars. */
export function shareBelow(integrityUsd: number): number {
  const { neverShare, lognormal } = DEFAULT_INTEGRITY;
  return (1 - neverShare) * normalCdf(log(integrityUsd / lognormal.median) / lognormal.sigma);
}

/** The value of a number as written: the number itself, or the value inside a range. */
export function plain(value: unknown): unknown {
  return isTable(value) && Object.hasOwn(value, 'value') ? value.value : value;
}

/** A parameter group at a place of the file; catalogue values replace the group's defaults. */
export interface PlacedGroup {
  readonly prefix: string;
  readonly group: ParameterGroup;
  readonly catalogue?: Readonly<Record<string, unknown>>;
}

type Tree = Readonly<Record<string, unknown>>;

const at = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (node, key) => (isTable(node) && Object.hasOwn(node, key) ? node[key] : undefined),
    tree,
  );

/** Origin of a parameter's value: the command, the file, a base or a default. */
function originOf(path: string, raw: Tree, base: Tree, set: Tree): Assumption['origin'] {
  const keys = path.split('.');
  const given = at(raw, keys);
  if (Object.keys(set).some((key) => `${path}.`.startsWith(`${key}.`) || key.startsWith(`${path}.`)))
    return 'set';
  if (given === undefined) return 'default';
  return JSON.stringify(at(base, keys)) === JSON.stringify(given) ? 'base' : 'scenario';
}

/** All parameters of placed groups, with their sources and origins. */
export function assumptionsFrom(
  raw: Tree,
  base: Tree,
  set: Tree,
  groups: readonly PlacedGroup[],
): Assumption[] {
  return groups.flatMap(({ prefix, group, catalogue = {} }) =>
    [...parametersOf(group, prefix)].map(([path, parameter]): Assumption => {
      const given = at(raw, path.split('.'));
      const standard = (catalogue[path.slice(prefix.length + 1)] ?? parameter.default) as Assumption['value'];
      const value = (given === undefined ? standard : plain(given)) as Assumption['value'];
      const origin = originOf(path, raw, base, set);
      const own = isTable(given) ? given : {};
      const source =
        typeof own.source === 'string'
          ? own.source
          : value === parameter.default
            ? parameter.source
            : `${ASSUMPTION}: set by the ` +
              `${{ set: 'command', base: 'base', scenario: 'scenario', default: 'channel' }[origin]}`;
      return {
        path,
        value,
        unit: parameter.kind === 'number' ? parameter.unit : parameter.kind,
        about: parameter.about,
        source,
        origin,
        ...rangeAround(value, isTable(given) ? own : parameter),
      };
    }),
  );
}

/** Facts about a group of sellers that have no default. */
const WORKING_TIME = [
  ['timeShare', 'share', 'Working time of these sellers, as a share of full time.'],
  ['startMonth', 'month', 'Month of play in which these positions are filled for the first time.'],
] as const;

/** All parameters of a company with marketing and sales. */
export function assumptionsOf(raw: Tree, base: Tree, set: Tree): Assumption[] {
  const list = (groups: readonly PlacedGroup[]) => assumptionsFrom(raw, base, set, groups);
  const channels = Object.keys((at(raw, ['market', 'channels']) as object) ?? {});
  const products = Object.keys((at(raw, ['lines', 'products']) as object) ?? {});
  const people = Object.keys((raw.people as object) ?? {}).flatMap((name): Assumption[] => {
    const prefix = `people.${name}`;
    const time = WORKING_TIME.flatMap(([key, unit, about]): Assumption[] => {
      const value = at(raw, ['people', name, key]);
      return typeof value === 'number'
        ? [
            {
              path: `${prefix}.${key}`,
              value,
              unit,
              about,
              source: 'this company',
              origin: originOf(`${prefix}.${key}`, raw, base, set),
            },
          ]
        : [];
    });
    const person = [...time, ...list([{ prefix, group: personParameters }])];
    const role = ROLES.find(({ id }) => id === at(raw, ['people', name, 'role']));
    if (role?.mind !== 'planner') return person;
    const path = `${prefix}.integrityUsd`;
    const value = at(raw, path.split('.')) ?? DEFAULT_INTEGRITY;
    return [
      ...person,
      ...list([{ prefix, group: plannerParameters }]),
      {
        path,
        value: typeof value === 'number' ? value : JSON.stringify(value),
        unit: 'USD per month at scale 1',
        about: 'Dollars the person would forgo to avoid one month of gaming at scale 1.',
        source: ASSUMPTION,
        origin: originOf(path, raw, base, set),
        ...(typeof value === 'number' ? { low: value / 4, high: value * 4 } : {}),
      },
    ];
  });
  return [
    ...list(Object.entries(SECTIONS).map(([prefix, group]) => ({ prefix, group }))),
    ...list(
      channels.map((name) => ({
        prefix: `market.channels.${name}`,
        group: channelParameters,
        catalogue: CHANNELS.find((channel) => channel.id === name)?.values,
      })),
    ),
    ...list(products.map((name) => ({ prefix: `lines.products.${name}`, group: productParameters }))),
    ...people,
    ...list(TACTICS.map((tactic) => ({ prefix: `tactics.${tactic.id}`, group: tactic.parameters }))),
  ];
}

/** A plausible range, if given and if it contains the value. */
function rangeAround(value: unknown, range: object): { low?: number; high?: number } {
  const { low, high } = range as { low?: unknown; high?: unknown };
  if (typeof value !== 'number' || typeof low !== 'number' || typeof high !== 'number') return {};
  return low <= value && value <= high ? { low, high } : {};
}
