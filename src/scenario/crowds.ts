import type { Issue } from '../core/errors.ts';
import { refuse } from '../core/messages.ts';
import type { CommonFile, Form } from './form.ts';
import { isTable } from './merge.ts';
import { type Context, locate } from './places.ts';

/** Maximum number of arms, plans, people and other named entries, and of overrides per arm. */
const MAX_ENTRIES = 100;

/** Refuses tables larger than anybody would write by hand, before they cost time. */
export function refuseCrowds<File extends CommonFile, World>(
  form: Form<File, World>,
  raw: Record<string, unknown>,
  context: Context,
): void {
  const tables: (readonly [path: string[], table: unknown])[] = [
    ...['arms', 'plans', 'people'].map((name): [string[], unknown] => [[name], raw[name]]),
    ...form.crowds(raw),
  ];
  if (isTable(raw.arms))
    for (const [name, arm] of Object.entries(raw.arms).slice(0, MAX_ENTRIES))
      if (isTable(arm)) tables.push([['arms', name, 'set'], arm.set]);
  const issues = tables.flatMap(([path, table]): Issue[] => {
    const entries = isTable(table) ? Object.keys(table).length : 0;
    if (entries <= MAX_ENTRIES) return [];
    return [
      {
        code: 'too-large',
        ...locate(context, path),
        path: path.join('.'),
        got: `${entries} entries`,
        expected: `at most ${MAX_ENTRIES}`,
      },
    ];
  });
  if (issues.length > 0) refuse(issues);
}
