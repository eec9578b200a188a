import { InputError } from '../core/errors.ts';
import { refuse } from '../core/messages.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { bundleSchema } from '../experiments/result/bundleSchema.ts';
import { parseScenario } from '../scenario/load.ts';
import { VERSION } from '../version.ts';
import { readText } from './files.ts';

/** Largest bundle that is read, in bytes. */
const MOST_BYTES = 200_000_000;

/** Reads a bundle that `compare --out` or `compare --json` wrote; refuses any other file. */
export function readBundle(file: string): Bundle {
  const text = readText(file, MOST_BYTES);
  const expected = 'a bundle that "goodhart compare FILE --out DIR" wrote';
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse([{ code: 'syntax', file, path: 'file', got: 'no JSON', expected }]);
  }
  const result = bundleSchema.safeParse(data);
  if (!result.success) {
    const [{ path, message }] = result.error.issues;
    refuse([{ code: 'wrong-type', file, path: path.join('.') || 'file', got: message, expected }]);
  }
  const bundle = result.data as unknown as Bundle;
  try {
    // Reports describe the plans: they must be ones that this version reads.
    const { extends: _, ...merged } = bundle.scenario.resolved;
    parseScenario(JSON.stringify(merged));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const got = `goodhart ${bundle.tool.version}`;
    refuse([
      {
        code: 'inconsistent',
        file,
        path: 'scenario.resolved',
        got,
        expected: `a scenario that goodhart ${VERSION} reads`,
      },
    ]);
  }
  return bundle;
}
