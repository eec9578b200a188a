import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse } from '../core/messages.ts';

/** Most folders between this module and the package. */
const MOST_LEVELS = 4;

/** Path of a file that comes with the package; of several names, the first that exists. */
export function packageFile(name: string, ...others: readonly string[]): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (let level = 0; level < MOST_LEVELS && !existsSync(join(folder, name)); level++)
    folder = dirname(folder);
  const path = join(folder, name);
  if (!existsSync(path) && others.length > 0) return packageFile(others[0], ...others.slice(1));
  return existsSync(path)
    ? path
    : refuse([{ code: 'missing', path: name, expected: 'a file that comes with the package' }]);
}
