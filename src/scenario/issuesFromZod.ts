import type { z } from 'zod';
import type { Issue } from '../core/errors.ts';
import { showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import type { Parameter } from '../model/parameter.ts';
import type { Terms } from './form.ts';
import { isTable } from './merge.ts';
import type { Place } from './places.ts';

/** Keys of a number with its plausible range. */
const RANGE_KEYS = ['low', 'value', 'high', 'source'];

type LocateKey = (path: readonly (string | number)[], key: boolean) => Place;

/** What is expected at places that are no parameters, with its unit. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^schemaVersion$/, '1, the only version there is; a newer file needs a newer goodhart'],
  [/^question\.horizonMonths$/, 'a whole number from 1 to 120 (months)'],
  [/^question\.replicates$/, 'a whole number from 2 to 10000000 (runs)'],
  [/\.(baseUsdPerYear|bonusUsdPerYear)$/, 'a number of at least 0 (USD per year)'],
  [/\.target$/, 'a number above 0, in the unit of the metric'],
  [/\.(deferral|clawback)\.months$/, 'a whole number from 1 to 120 (months)'],
  [/\.components$/, 'a list of components; lists are replaced whole, not entry by entry'],
  [/\.points\.\d+$/, 'a pair [attainment, payout]'],
];

/**
 * Turns zod's issues into ours: with the value received, the unit expected, the place in the file and the
 * nearest valid name.
 */
export function issuesFromZod(terms: Terms, error: z.ZodError, data: unknown, locate: LocateKey): Issue[] {
  return error.issues.flatMap((issue) => fromOne(terms, issue, data, locate)).slice(0, 50);
}

function fromOne(terms: Terms, issue: z.core.$ZodIssue, data: unknown, locate: LocateKey): Issue[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const dotted = path.join('.');
  const value = path.reduce<unknown>(
    (node, key) =>
      node === null || typeof node !== 'object' ? undefined : (node as Record<string, unknown>)[key],
    data,
  );
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(terms.schema, path);
    return issue.keys.slice(0, 50).map((key) => {
      const near = nearestName(key, known);
      const unit = wrongUnit(key, known);
      return {
        code: 'unknown-key',
        ...locate([...path, key], true),
        path: [...path, key].join('.'),
        expected: known.length > 0 && known.length <= 12 ? `one of ${known.join(', ')}` : undefined,
        hint:
          elsewhere(terms, key, path) ?? unit ?? (near === undefined ? undefined : `did you mean ${near}?`),
      };
    });
  }
  if (issue.code === 'invalid_key') {
    return [
      {
        code: 'unknown-key',
        ...locate(path, true),
        path: dotted,
        got: showValue(path.at(-1)),
        expected: 'a name of letters, digits, - and _, beginning with a letter',
      },
    ];
  }
  const at = locate(path, false);
  const known = KNOWN.find(([pattern]) => pattern.test(dotted));
  const parameter = terms.parameterAt(path);
  if (known !== undefined && issue.code !== 'invalid_union') {
    const number = typeof value === 'number' && Number.isFinite(value);
    return [
      {
        code: value === undefined ? 'missing' : number ? 'out-of-range' : 'wrong-type',
        ...at,
        path: dotted,
        got: value === undefined ? undefined : showValue(value),
        expected: known[1],
      },
    ];
  }
  if (value === undefined)
    return [
      {
        code: 'missing',
        ...at,
        path: dotted,
        expected: parameter
          ? expectation(parameter)
          : issue.code === 'invalid_union'
            ? unionExpectation(path)
            : describe(issue),
      },
    ];
  if (parameter !== undefined && parameter.kind === 'number' && isTable(value)) {
    const odd = Object.keys(value).find((key) => !RANGE_KEYS.includes(key));
    const lacking = ['low', 'value', 'high'].find((key) => !Object.hasOwn(value, key));
    if (odd !== undefined || lacking !== undefined) {
      return [
        {
          code: odd === undefined ? 'missing' : 'unknown-key',
          ...locate(odd === undefined ? path : [...path, odd], odd !== undefined),
          path: `${dotted}.${odd ?? lacking}`,
          expected: 'a range {low, value, high, source}',
          hint: odd === undefined ? undefined : `did you mean ${nearestName(odd, RANGE_KEYS) ?? 'value'}?`,
        },
      ];
    }
  }
  if (parameter !== undefined) {
    const tooFar = typeof value === 'number' && parameter.kind === 'number' && Number.isFinite(value);
    return [
      {
        code: tooFar
          ? 'out-of-range'
          : parameter.kind === 'choice' && typeof value === 'string'
            ? 'not-one-of'
            : 'wrong-type',
        ...at,
        path: dotted,
        got: showValue(value),
        expected: expectation(parameter),
        hint: hintFor(parameter, value),
      },
    ];
  }
  if (issue.code === 'invalid_union') {
    if (path.at(-1) === 'payout' && isTable(value)) {
      const forms = ['linear', 'points', 'perUnitUsd'].filter((form) => Object.hasOwn(value, form));
      if (forms.length !== 1)
        return [
          {
            code: 'not-one-of',
            ...at,
            path: dotted,
            got: showValue(value),
            expected: unionExpectation(path),
          },
        ];
    }
    // A table that fits no branch: report the branch that got farthest.
    const inner = issue.errors
      .map((branch) => branch.filter((item) => item.path.length > 0 || item.code === 'unrecognized_keys'))
      .filter((branch) => branch.length > 0);
    if (isTable(value) && inner.length > 0) {
      const best = inner.reduce((a, b) => (score(b) < score(a) ? b : a));
      return best.flatMap((item) =>
        fromOne(terms, { ...item, path: [...issue.path, ...item.path] } as z.core.$ZodIssue, data, locate),
      );
    }
    return [
      { code: 'not-one-of', ...at, path: dotted, got: showValue(value), expected: unionExpectation(path) },
    ];
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String);
    const near = nearestName(String(value), choices);
    return [
      {
        code: 'not-one-of',
        ...at,
        path: dotted,
        got: showValue(value),
        expected: `one of ${choices.join(', ')}`,
        hint: near === undefined ? undefined : `did you mean ${near}?`,
      },
    ];
  }
  const ranged = issue.code === 'too_big' || issue.code === 'too_small';
  const isShare =
    /Share$/.test(String(path.at(-1) ?? '')) && typeof value === 'number' && value > 1 && value <= 100;
  return [
    {
      code: ranged ? 'out-of-range' : 'wrong-type',
      ...at,
      path: dotted,
      got: showValue(value),
      expected: describe(issue),
      hint: isShare ? `shares are parts of 1, not percents: write ${value / 100}` : undefined,
    },
  ];
}

/** A branch of a union is the better match the fewer unknown keys and missing values it complains about. */
function score(branch: readonly z.core.$ZodIssue[]): number {
  return branch.reduce(
    (sum, item) =>
      sum +
      (item.code === 'unrecognized_keys'
        ? 3 * item.keys.length
        : item.code === 'invalid_type' || item.code === 'invalid_value'
          ? 2
          : 1),
    0,
  );
}

function unionExpectation(path: readonly (string | number)[]): string {
  const key = String(path.at(-1));
  if (key === 'payout')
    return (
      'cliff, linear, {linear: true, capShare, thresholdShare}, {points: [[attainment, payout], ' +
      '...]} or {perUnitUsd}'
    );
  if (key === 'integrityUsd') return 'dollars of at least 0, or {lognormal: {median, sigma}}';
  return 'one of the allowed forms';
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return issue.expected === 'record' || issue.expected === 'object'
      ? 'a table of keys and values'
      : issue.expected === 'int'
        ? 'a whole number'
        : `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
  if (issue.code === 'too_small')
    return (
      `at least ${issue.minimum}` +
      `${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}` +
      `${issue.inclusive === false ? ' (not itself)' : ''}`
    );
  if (issue.code === 'too_big')
    return (
      `at most ${issue.maximum}` +
      `${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}`
    );
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' or ');
  if (issue.code === 'invalid_format') return 'plain text without control characters';
  return 'another value';
}

/** What a parameter accepts, with its unit. */
function expectation(parameter: Parameter): string {
  if (parameter.kind === 'flag') return 'true or false';
  if (parameter.kind === 'choice') return `one of ${parameter.choices.join(', ')}`;
  const whole = parameter.integer ? 'a whole number' : 'a number';
  const upper =
    parameter.max >= 1e12 ? `of at least ${parameter.min}` : `from ${parameter.min} to ${parameter.max}`;
  return parameter.unit === 'share' ? `a share ${upper}` : `${whole} ${upper} (${parameter.unit})`;
}

function hintFor(parameter: Parameter, value: unknown): string | undefined {
  if (parameter.kind === 'choice') {
    const near = nearestName(String(value), parameter.choices);
    return near === undefined ? undefined : `did you mean ${near}?`;
  }
  if (parameter.kind !== 'number') return undefined;
  if (parameter.unit === 'share') {
    const percent =
      typeof value === 'number'
        ? value
        : typeof value === 'string'
          ? Number(/^\s*([\d.]+)\s*%\s*$/.exec(value)?.[1])
          : NaN;
    if (percent > 1 && percent <= 100) return `shares are parts of 1, not percents: write ${percent / 100}`;
  }
  if (
    typeof value === 'string' &&
    value.trim() !== '' &&
    Number.isFinite(Number(value.replace(/[$,_\s]/g, '')))
  ) {
    return `write ${Number(value.replace(/[$,_\s]/g, ''))} without quotes, signs or separators`;
  }
  return undefined;
}

/** A key that is right but for its unit: `quotaUsdPerYear` for `quotaUsdPerMonth`. */
function wrongUnit(key: string, known: readonly string[]): string | undefined {
  const stem = (name: string) =>
    name.replace(
      /(Usd|Share|Hours|Days|Months|Percent|Pct|Eur|Score|PerMonth|PerYear|PerDay|PerQuarter|PerWeek)+$/,
      '',
    );
  const twin = known.find((name) => name !== key && stem(name) === stem(key) && stem(name) !== name);
  return twin === undefined ? undefined : `did you mean ${twin}? The unit is part of the name`;
}

/** The same key in another section, if it stands in exactly one. */
function elsewhere(terms: Terms, key: string, path: readonly (string | number)[]): string | undefined {
  if (path.length !== 1) return undefined;
  const homes = Object.entries(terms.sections).filter(([, group]) => Object.hasOwn(group, key));
  return homes.length === 1 ? `did you mean ${homes[0][0]}.${key}?` : undefined;
}

/** The keys that the schema knows at a path. */
function keysAt(schema: unknown, path: readonly (string | number)[]): string[] {
  let node = schema;
  for (const step of path) {
    node = unwrap(node);
    const def = (
      node as {
        def?: {
          type?: string;
          shape?: Record<string, unknown>;
          valueType?: unknown;
          element?: unknown;
          options?: unknown[];
        };
      }
    ).def;
    if (def?.type === 'object') node = def.shape?.[String(step)];
    else if (def?.type === 'record') node = def.valueType;
    else if (def?.type === 'array') node = def.element;
    else return [];
  }
  node = unwrap(node);
  const def = (
    node as { def?: { type?: string; shape?: Record<string, unknown>; options?: unknown[] } } | undefined
  )?.def;
  if (def?.type === 'object') return Object.keys(def.shape ?? {});
  if (def?.type === 'union')
    return [
      ...new Set(
        (def.options ?? []).flatMap((option) =>
          Object.keys((unwrap(option) as { def?: { shape?: object } }).def?.shape ?? {}),
        ),
      ),
    ];
  return [];
}

function unwrap(node: unknown): unknown {
  let inner = node as { def?: { type?: string; innerType?: unknown } } | undefined;
  while (inner?.def?.type === 'optional') inner = inner.def.innerType as typeof inner;
  return inner;
}
