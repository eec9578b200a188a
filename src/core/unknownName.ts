import type { Issue } from './errors.ts';
import { showValue } from './messages.ts';
import { nearestName } from './nearest.ts';

/**
 * Issue for a name that matches none of the existing ones; suggests the nearest.
 *
 * @param path option or place where the name was given
 * @example unknownName('--arm', 'fluf', ['fluff']).hint // 'did you mean fluff?'
 */
export function unknownName(path: string, name: string, names: readonly string[]): Issue {
  const near = nearestName(name, names);
  return {
    code: 'dangling-reference',
    path,
    got: showValue(name),
    expected: `one of ${names.join(', ')}`,
    hint: near && `did you mean ${near}?`,
  };
}
