import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fieldsOf, withField } from '../../src/play/page/choice.ts';
import { staleTargets } from '../../src/play/page/staleTargets.ts';
import type { View } from '../../src/play/protocol.ts';
import { Stage } from '../../src/play/stage.ts';

const CATHERINE = 'scenarios/catherine.yaml';
const texts = { [CATHERINE]: readFileSync(CATHERINE, 'utf8') };
const ARMS = ['fluff', 'revenue-tied'];
const target = (i: number) => `plans.fluff.director.components.${i}.target`;
const weight = (i: number) => `plans.fluff.director.components.${i}.weightShare`;

/** A view in which the usual level of every target of a plan is so many times the target. */
function withUsual(view: View, times: number): View {
  return {
    ...view,
    arms: view.arms.map((arm) => ({
      ...arm,
      forms: arm.forms.map((form) => ({
        ...form,
        parts: form.parts.map((part) => ({
          ...part,
          fields: part.fields.map((field) =>
            field.label === 'Target' ? { ...field, usual: times * Number(field.written) } : field,
          ),
        })),
      })),
    })),
  };
}

test('a target of another company is found, and made as hard as it was', () => {
  const view = new Stage({ file: CATHERINE, texts }).view({});
  const usual = (times: number) =>
    new Map(
      fieldsOf(withUsual(view, times), {}).flatMap(({ path, usual: level }) =>
        level === undefined ? [] : [[path, level] as const],
      ),
    );
  const set = { 'sales.reps': 9 };
  expect(staleTargets(withUsual(view, 0.66), set, ARMS, usual(0.6))).toEqual([]);
  expect(staleTargets(withUsual(view, 0.72), set, ['fluff'], usual(0.6))).toHaveLength(3);
  const stale = staleTargets(withUsual(view, 1.2), set, ['fluff'], usual(0.6));
  expect(stale.map(({ field, target: to }) => [field.path, to])).toEqual([
    [target(0), 10_000],
    [target(1), 200],
    [target(2), 600],
  ]);
  // A target that was set by hand stays, and so do those of plans that are not compared.
  const own = staleTargets(withUsual(view, 1.2), { ...set, [target(0)]: 7000 }, ['fluff'], usual(0.6));
  expect(own.map(({ field }) => field.path)).toEqual([target(1), target(2)]);
});

test('a weight that was set by hand stays when another one is set, while a third can make room', () => {
  const view = new Stage({ file: CATHERINE, texts }).view({});
  const put = (set: Record<string, unknown>, i: number, value: number, held: readonly string[]) => {
    const fields = fieldsOf(view, set);
    const field = fields.find(({ path }) => path === weight(i))!;
    return withField(set, field, value, fields, new Set(held)) as Record<string, unknown>;
  };
  const first = put({}, 0, 0.5, []);
  const second = put(first, 1, 0.15, [weight(0)]);
  expect([0, 1, 2].map((i) => second[weight(i)])).toEqual([0.5, 0.15, 0.35]);
  // Without room left, all of them make it.
  const third = put(second, 1, 0.7, [weight(0)]);
  const all = [0, 1, 2].map((i) =>
    Number(
      third[weight(i)] ??
        view.arms[0].forms[0].parts[i + 1].fields.find(({ path }) => path === weight(i))!.written,
    ),
  );
  expect(all[1]).toBe(0.7);
  expect(all.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5);
});
