import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse } from '../core/messages.ts';

/** A scenario that comes with the package, and what it shows. */
export interface ShippedScenario {
  readonly id: string;
  readonly about: string;
}

const LIST = 'scenarios/README.md';
/** A row of the list: the file, and what it shows. */
const ROW = /^\| `([^`]+\.yaml)` \| (.+) \|$/gm;
/** Most folders between this module and the package. */
const MOST_LEVELS = 4;

/** Scenarios of the package, in the order of its list. */
export function shippedScenarios(): ShippedScenario[] {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let level = 0; level < MOST_LEVELS && !existsSync(join(folder, LIST)); level++)
    folder = dirname(folder);
  const path = join(folder, LIST);
  if (!existsSync(path))
    refuse([{ code: 'missing', path: LIST, expected: 'the list that comes with the package' }]);
  return [...readFileSync(path, 'utf8').matchAll(ROW)].map(([, file, about]) => ({
    id: `scenarios/${file}`,
    about,
  }));
}
