import type { Issue } from '../../core/errors.ts';
import { refuse, showValue } from '../../core/messages.ts';
import { nearestName } from '../../core/nearest.ts';
import { isPlainText, PLAIN_TEXT } from '../../core/plainText.ts';

/** Maximum length of a text, in characters. */
const LONGEST = 2000;

/** Rule of an option: returns what is expected if a value does not meet it, and undefined if it does. */
export type Rule = (value: unknown) => string | undefined;

const rule =
  (expected: string, isMet: (value: unknown) => boolean): Rule =>
  (value) =>
    isMet(value) ? undefined : expected;

/** A whole number within bounds. */
export const whole = (least: number, most: number): Rule =>
  rule(
    `a whole number from ${least} to ${most}`,
    (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most,
  );

export const oneOf = (...choices: readonly string[]): Rule =>
  rule(choices.join(' or '), (value) => choices.includes(value as string));

export const text: Rule = rule(
  `${PLAIN_TEXT}, at most ${LONGEST} characters`,
  (value) => typeof value === 'string' && value.length <= LONGEST && isPlainText(value),
);

export const texts: Rule = rule(
  'a list of names',
  (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
);

export const flag: Rule = rule('true or false', (value) => typeof value === 'boolean');

export const list: Rule = rule('a list', Array.isArray);

export const callable: Rule = rule('a function', (value) => typeof value === 'function');

/** An object that has certain members. */
export const having = (expected: string, ...members: readonly string[]): Rule =>
  rule(
    expected,
    (value) => typeof value === 'object' && value !== null && members.every((member) => member in value),
  );

/** A target precision as `parsePrecision` returns it. */
export const precisionTarget: Rule = rule(
  "a target such as parsePrecision('2%')",
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    ['share', 'amount'].some((key) => {
      const size = (value as Record<string, unknown>)[key];
      return typeof size === 'number' && size > 0 && size < Infinity;
    }),
);

export const EXECUTOR = having('an executor', 'run');

/** Rules of the options that all functions which sample arms share. */
export const COMMON: Readonly<Record<string, Rule>> = {
  seed: text,
  executor: EXECUTOR,
  onProgress: callable,
};

/** Maximum number of replicates that a call or a command accepts. */
export const MOST_REPLICATES = 10_000_000;

const aScenario = having('a scenario from parseScenario', 'kind', 'arms', 'seed');

/**
 * Checks the arguments of a function of the library as the command line checks its own.
 *
 * @param rules the function's options; undefined stands for the default
 * @throws InputError naming every argument and option that is unknown or has a wrong value
 */
export function checkCall(scenario: unknown, options: unknown, rules: Readonly<Record<string, Rule>>): void {
  refuseAny([...broken('scenario', scenario, aScenario), ...issuesOf(options, rules)]);
}

/** Checks the options of a function that takes no scenario. @see checkCall */
export function checkOptions(options: unknown, rules: Readonly<Record<string, Rule>>): void {
  refuseAny(issuesOf(options, rules));
}

function refuseAny(issues: readonly Issue[]): void {
  if (issues.length > 0) refuse(issues);
}

function issuesOf(options: unknown, rules: Readonly<Record<string, Rule>>): Issue[] {
  if (typeof options !== 'object' || options === null)
    return [{ code: 'usage', path: 'options', got: showValue(options), expected: 'an object' }];
  return Object.entries(options).flatMap(([key, value]): Issue[] => {
    const path = `options.${key}`;
    if (Object.hasOwn(rules, key)) return value === undefined ? [] : broken(path, value, rules[key]);
    const near = nearestName(key, Object.keys(rules));
    return [{ code: 'unknown-key', path, ...(near && { hint: `did you mean ${near}?` }) }];
  });
}

function broken(path: string, value: unknown, check: Rule): Issue[] {
  const expected = check(value);
  return expected === undefined ? [] : [{ code: 'usage', path, got: showValue(value), expected }];
}
