import type { Issue } from '../core/errors.ts';
import { showValue } from '../core/messages.ts';
import type { CommonFile } from './form.ts';
import { type Locate, suggestion } from './places.ts';

/**
 * Checks that the question refers to existing outcomes and that `tell` lists each only once.
 *
 * @param expected what the issue of an unknown outcome says was expected
 */
export function checkQuestion(
  { outcome, tell = [] }: CommonFile['question'],
  outcomes: readonly string[],
  expected: string,
  locate: Locate,
): Issue[] {
  const asked = [
    { id: outcome, path: ['question', 'outcome'] },
    ...tell.map((id, i) => ({ id, path: ['question', 'tell', i] })),
  ];
  return asked.flatMap(({ id, path }): Issue[] => {
    const place = { ...locate(path), path: path.join('.'), got: showValue(id) };
    if (!outcomes.includes(id))
      return [{ code: 'dangling-reference', ...place, expected, hint: suggestion(id, outcomes) }];
    const isRepeated = path[1] === 'tell' && tell.indexOf(id) < Number(path[2]);
    return isRepeated ? [{ code: 'inconsistent', ...place, expected: 'every outcome once' }] : [];
  });
}
