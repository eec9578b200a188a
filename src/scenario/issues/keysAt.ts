import type { Path } from './complaint.ts';

/** The parts of a zod schema from which its keys can be read. */
interface Schema {
  readonly def?: {
    readonly type?: string;
    readonly shape?: Readonly<Record<string, unknown>>;
    readonly valueType?: unknown;
    readonly element?: unknown;
    readonly options?: readonly unknown[];
    readonly innerType?: unknown;
  };
}

/**
 * The keys that the table at a path may have; empty if users choose them, or if no table is expected there.
 */
export function keysAt(schema: unknown, path: Path): string[] {
  let node = schema;
  for (const step of path) {
    const { def } = unwrap(node) as Schema;
    if (def?.type === 'object') node = def.shape?.[String(step)];
    else if (def?.type === 'record') node = def.valueType;
    else if (def?.type === 'array') node = def.element;
    else return [];
  }
  const def = unwrap(node)?.def;
  if (def?.type === 'object') return Object.keys(def.shape ?? {});
  if (def?.type !== 'union') return [];
  return [...new Set((def.options ?? []).flatMap((option) => Object.keys(unwrap(option)?.def?.shape ?? {})))];
}

function unwrap(node: unknown): Schema | undefined {
  let inner = node as Schema | undefined;
  while (inner?.def?.type === 'optional') inner = inner.def.innerType as Schema | undefined;
  return inner;
}
