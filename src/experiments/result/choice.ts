/** What of an arm decides whether the company could choose it. */
interface Chosen {
  /** Settings by path, as written. */
  readonly set: Readonly<Record<string, unknown>>;
  readonly later?: { readonly beliefs?: 'learning' };
}

/** Sections whose settings a company decides. */
const DECIDED = ['governance.', 'plans.'];

/**
 * Whether the company could choose an arm: it differs from the reference in plans and governance only, not in
 * people, what they know or the market.
 */
export function isChoice({ set, later }: Chosen, usual: Chosen): boolean {
  return (
    later?.beliefs === usual.later?.beliefs &&
    Object.keys({ ...usual.set, ...set }).every(
      (path) => DECIDED.some((section) => path.startsWith(section)) || Object.is(set[path], usual.set[path]),
    )
  );
}
