import type { Path } from './complaint.ts';

/** The keys that the schema knows at a path. */
export function keysAt(schema: unknown, path: Path): string[] {
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
