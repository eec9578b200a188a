import { ownValue } from '../core/ownValue.ts';
import { scenarioJsonSchema } from '../scenario/jsonSchema.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';

/** Something that can be written at a place of a scenario file. */
export interface Completion {
  readonly label: string;
  /** Its type or range, in short. */
  readonly detail: string;
  readonly info: string;
}

/** A place in a file: the keys down to it, `[]` for an entry of a list. */
export type Place = readonly string[];

/** An entry of a list in a {@link Place}. */
export const ENTRY = '[]';

/** As much of JSON Schema as the scenario schema uses. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly then?: Schema;
  readonly else?: Schema;
}

/** Names that a schema takes as free text, by the key that they stand under. */
const NAMES: Readonly<Record<string, readonly { readonly id: string; readonly about: string }[]>> = {
  metric: METRICS,
  role: ROLES,
};

let schema: Schema | undefined;

/** Keys that the schema knows in the table at a place. */
export function keysAt(place: Place, isTextbook = false): Completion[] {
  const found = new Map<string, Completion>();
  for (const node of nodesAt(place, isTextbook))
    for (const [label, member] of Object.entries(node.properties ?? {}))
      if (!found.has(label))
        found.set(label, { label, detail: shortOf(member), info: descriptionOf(member) });
  return [...found.values()];
}

/** Values that the schema names for the key at a place; none where any number or text will do. */
export function valuesAt(place: Place, isTextbook = false): Completion[] {
  const named = ownValue(NAMES, place[place.length - 1]);
  if (named !== undefined) return named.map(({ id, about }) => ({ label: id, detail: '', info: about }));
  const values = nodesAt(place, isTextbook).flatMap((node) => [
    ...(node.enum ?? []),
    ...(node.const === undefined ? [] : [node.const]),
    ...(node.type === 'boolean' ? [true, false] : []),
  ]);
  return [...new Set(values.map(String))].map((label) => ({ label, detail: '', info: '' }));
}

function nodesAt(place: Place, isTextbook: boolean): Schema[] {
  schema ??= scenarioJsonSchema() as Schema;
  const root = (isTextbook ? schema.then : schema.else) ?? {};
  return place.reduce((nodes, key) => nodes.flatMap((node) => insideOf(node, key)), variantsOf(root));
}

function insideOf(node: Schema, key: string): Schema[] {
  if (key === ENTRY) return [node.items, ...(node.prefixItems ?? [])].flatMap(variantsOf);
  const member = ownValue(node.properties ?? {}, key) ?? node.additionalProperties;
  return typeof member === 'object' ? variantsOf(member) : [];
}

/** A schema and its alternatives. */
function variantsOf(node: Schema | undefined): Schema[] {
  if (node === undefined) return [];
  const others = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  return [node, ...others.flatMap(variantsOf)];
}

function descriptionOf(node: Schema): string {
  return variantsOf(node).find(({ description }) => description !== undefined)?.description ?? '';
}

function shortOf(node: Schema): string {
  const first = variantsOf(node).find(({ type }) => type !== undefined);
  const { type, minimum, maximum } = first ?? {};
  if (type === 'number' || type === 'integer')
    return minimum === undefined || maximum === undefined ? 'number' : `${minimum} to ${maximum}`;
  return typeof type === 'string' ? ({ object: 'table', array: 'list', string: 'text' }[type] ?? type) : '';
}
