type Settings = Readonly<Record<string, unknown>>;

/**
 * Whether the company could choose an arm: it differs from the reference in plans and governance only, not in
 * people or the market.
 *
 * @param set settings of the arm by path, as written
 * @param usual those of the reference
 */
export function isChoice(set: Settings, usual: Settings): boolean {
  return Object.keys({ ...usual, ...set }).every(
    (path) => path.startsWith('governance.') || Object.is(set[path], usual[path]),
  );
}
