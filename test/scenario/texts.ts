import { InputError } from '../../src/core/errors.ts';
import { type LoadOptions, parseScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** The smallest scenario worth running: one preset, two people, one plan. */
export const SMALL = `schemaVersion: 1
name: Small
extends: preset:smb-software
question: { horizonMonths: 12, outcome: revenueUsd }
people:
  director: { role: marketing-director }
  reps: { role: account-executive }
plans:
  plain: { director: { baseUsdPerYear: 100000 } }
`;

/** {@link SMALL} with a bonus of $20,000 on the given components. */
export function withComponents(components: string): string {
  return SMALL.replace(
    'baseUsdPerYear: 100000',
    `baseUsdPerYear: 100000, bonusUsdPerYear: 20000, components: [${components}]`,
  );
}

/** The scenario, or the InputError; any other exception is rethrown. */
export function attempt(text: string, options: LoadOptions = {}): Scenario | InputError {
  try {
    return parseScenario(text, { file: 'test.yaml', ...options });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** The InputError of a text that must be refused. */
export function refusal(text: string, options: LoadOptions = {}): InputError {
  const result = attempt(text, options);
  if (result instanceof InputError) return result;
  throw new Error('the text was accepted');
}
