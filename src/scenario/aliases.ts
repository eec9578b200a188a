import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, Scalar, visit } from 'yaml';

/** What each alias of a document stands for; undefined if there is no such anchor before it. */
export type Targets = ReadonlyMap<unknown, Node | undefined>;

/** What each alias stands for: the last anchor of its name before it. In one pass, unlike `Alias.resolve`. */
export function targetsIn(document: Document): Targets {
  const anchors = new Map<string, Node>();
  const targets = new Map<unknown, Node | undefined>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) targets.set(node, anchors.get(node.source));
      else if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

/**
 * Replaces every alias of a scalar by the scalar's value. Otherwise `toJS` searches the whole document for
 * each of them.
 */
export function putValues(document: Document, targets: Targets): void {
  visit(document, {
    Alias: (_, alias) => {
      const target = targets.get(alias);
      if (!isScalar(target)) return undefined;
      const value = new Scalar(target.value);
      value.range = alias.range;
      return value;
    },
  });
}

/** Whether a node is or contains an alias. The size of nested aliases grows exponentially. */
export function holdsAlias(root: unknown): boolean {
  const stack = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (isAlias(node)) return true;
    if (isMap(node) || isSeq(node)) stack.push(...node.items);
    else if (isPair(node)) stack.push(node.value);
  }
  return false;
}
