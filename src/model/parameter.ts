/**
 * Parameters: the single record of every number, choice and flag of a world: meaning, unit, range, source.
 *
 * World types, the zod schema of scenario files, the JSON Schema, a report's list of assumptions and the
 * reference page are all derived from these records, so they cannot disagree.
 *
 * @module
 */

/** Marks a default for which no public source was found. */
export const ASSUMPTION = 'assumption, not data';

export interface NumberParameter {
  readonly kind: 'number';
  readonly default: number;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  /** Plausible range; reports rerun the verdict at both ends of the parameters with the least support. */
  readonly low?: number;
  readonly high?: number;
  readonly about: string;
  readonly source: string;
}

export interface ChoiceParameter<C extends string = string> {
  readonly kind: 'choice';
  readonly default: C;
  readonly choices: readonly C[];
  readonly about: string;
  readonly source: string;
}

export interface FlagParameter {
  readonly kind: 'flag';
  readonly default: boolean;
  readonly about: string;
  readonly source: string;
}

export type Parameter = NumberParameter | ChoiceParameter | FlagParameter;

/** Named group of parameters or nested groups. */
export interface ParameterGroup {
  readonly [name: string]: Parameter | ParameterGroup;
}

/** Type of the plain values that a parameter group describes. */
export type ValuesOf<G> = {
  -readonly [K in keyof G]: G[K] extends NumberParameter
    ? number
    : G[K] extends ChoiceParameter<infer C>
      ? C
      : G[K] extends FlagParameter
        ? boolean
        : ValuesOf<G[K]>;
};

interface NumberOptions {
  readonly unit: string;
  readonly about: string;
  readonly source?: string;
  readonly min?: number;
  readonly max?: number;
  readonly low?: number;
  readonly high?: number;
}

/** A real number from `min` (default 0) to `max` (default 1e12). */
export function quantity(value: number, options: NumberOptions): NumberParameter {
  return {
    kind: 'number',
    integer: false,
    default: value,
    min: options.min ?? 0,
    max: options.max ?? 1e12,
    unit: options.unit,
    low: options.low,
    high: options.high,
    about: options.about,
    source: options.source ?? ASSUMPTION,
  };
}

/** A part of a whole, from 0 to 1 unless the options say otherwise. */
export function share(value: number, options: Omit<NumberOptions, 'unit'>): NumberParameter {
  return quantity(value, { min: 0, max: 1, ...options, unit: 'share' });
}

/** An integer, with the bounds of {@link quantity}. */
export function count(value: number, options: NumberOptions): NumberParameter {
  return { ...quantity(value, options), integer: true };
}

/** One of a fixed set of strings. */
export function choice<const C extends string>(
  value: C,
  choices: readonly C[],
  about: string,
  source = ASSUMPTION,
): ChoiceParameter<C> {
  return { kind: 'choice', default: value, choices, about, source };
}

/** A boolean. */
export function flag(value: boolean, about: string, source = ASSUMPTION): FlagParameter {
  return { kind: 'flag', default: value, about, source };
}

export function isParameter(node: Parameter | ParameterGroup): node is Parameter {
  return typeof (node as Parameter).kind === 'string';
}

/** The default values of a group, as plain data. */
export function defaultsOf<G extends ParameterGroup>(group: G): ValuesOf<G> {
  const values: Record<string, unknown> = {};
  for (const [name, node] of Object.entries(group))
    values[name] = isParameter(node) ? node.default : defaultsOf(node);
  return values as ValuesOf<G>;
}

/** Every parameter of a group with its dotted path, in declaration order. */
export function* parametersOf(
  group: ParameterGroup,
  prefix = '',
): Generator<[path: string, parameter: Parameter]> {
  for (const [name, node] of Object.entries(group)) {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    if (isParameter(node)) yield [path, node];
    else yield* parametersOf(node, path);
  }
}
