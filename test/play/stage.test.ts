import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shippedScenarios } from '../../src/cli/shippedScenarios.ts';
import { canonicalJson, compare, parseScenario, Session } from '../../src/index.ts';
import { commandFor } from '../../src/play/sameNumbers.ts';
import { Stage } from '../../src/play/stage.ts';
import { cache } from '../support/shared.ts';

const texts = Object.fromEntries(shippedScenarios().map(({ id }) => [id, readFileSync(id, 'utf8')] as const));
const CATHERINE = 'scenarios/catherine.yaml';
/** Few runs of short months of few days. */
const few = (text: string, runs: number) =>
  `${text.replace(/replicates: \d+/, `replicates: ${runs}`).replace('horizonMonths: 12', 'horizonMonths: 3')}\ncalendar: { warmUpMonths: 1, daysPerMonth: 5 }\n`;

describe('the thread behind the page', () => {
  test('at rest its data are those of compare, byte for byte', async () => {
    const text = few(texts[CATHERINE], 30);
    const files = { file: CATHERINE, texts: { [CATHERINE]: text } };
    const stage = new Stage(files, new Session(undefined, cache));
    const arms = ['fluff', 'salary-only'];
    const seen: number[] = [];
    await stage.ask({ set: {}, arms }, ({ done, isProvisional }) => isProvisional || seen.push(done));
    const set = { 'plans.fluff.director.components.1.target': 80 };
    await stage.ask({ set, arms }, ({ done, isProvisional }) => seen.push(isProvisional ? -done : done));
    // After a change a first picture comes from what is known.
    expect(seen).toEqual([25, 30, -8, 25, 30]);
    const bundle = await compare(parseScenario(text, { set }), {
      arms,
      replicates: 30,
      counterfactuals: 'none',
      cache,
    });
    const saved = JSON.parse(await stage.save({ set, arms }, 'bundle', {}));
    for (const part of ['arms', 'answer', 'contrasts'] as const)
      expect(canonicalJson(saved[part])).toBe(canonicalJson(bundle[part]));
  });

  test('every shipped scenario opens, and every change that it offers can be made', () => {
    for (const file of Object.keys(texts)) {
      const stage = new Stage({ file, texts });
      const view = stage.view({});
      expect(view.arms.length, file).toBeGreaterThan(0);
      expect(view.knobs.length, file).toBeGreaterThan(file.includes('textbook') ? -1 : 0);
      const fields = [
        ...view.knobs,
        ...view.arms.flatMap(({ forms }) =>
          forms.flatMap(({ parts }) => parts.flatMap((part) => part.fields)),
        ),
      ];
      for (const { path, value, written } of fields)
        expect([file, path, value]).toEqual([file, path, written]);
    }
  });

  test('changes are read back as made, at both ends of every range', () => {
    const stage = new Stage({ file: CATHERINE, texts });
    const view = stage.view({});
    // Arms share what they are made of: one is enough.
    const fields = [
      ...view.knobs,
      ...view.arms
        .filter(({ name }) => ['fluff', 'revenue-tied-accelerated', 'joint'].includes(name))
        .flatMap(({ forms }) => forms.flatMap(({ parts }) => parts.flatMap((part) => part.fields))),
    ].filter(({ shares }) => shares === undefined);
    expect(fields.length).toBeGreaterThan(30);
    for (const { path, range, choices } of fields)
      for (const value of range === undefined
        ? choices!.map((each) => each.value)
        : [range.low, range.high]) {
        const set = { [path]: value };
        const now = stage.view(set);
        const found = [
          ...now.knobs,
          ...now.arms.flatMap(({ forms }) =>
            forms.flatMap(({ parts }) => parts.flatMap((part) => part.fields)),
          ),
        ].find((field) => field.path === path);
        expect(found, path).toBeDefined();
        if (range !== undefined) expect(found!.value).toBe(value);
      }
  });

  test('the file with changes gives the same scenario as the changes', () => {
    for (const [file, set] of [
      [CATHERINE, { 'plans.fluff.director.components.0.target': 4000, 'sales.winShare': 0.3 }],
      [CATHERINE, { 'plans.fluff.director.components.1.payout': { linear: true, capShare: 1.5 } }],
      // Its plans stand in its base.
      ['scenarios/hesitancy.yaml', { 'plans.activity.demand-generator.components.0.target': 50 }],
    ] as const) {
      const stage = new Stage({ file, texts });
      const changed = stage.text(set);
      expect(changed).toContain(texts[file].slice(0, 60));
      const view = new Stage({ file, texts: { ...texts, [file]: changed } }).view({});
      const wanted = stage.view(set);
      expect(view.arms.map(({ words }) => words)).toEqual(wanted.arms.map(({ words }) => words));
    }
  });

  test('the command quotes what a shell would read otherwise', () => {
    const command = commandFor({
      file: "it's.yaml",
      set: { 'plans.a.b.components.0.payout': { linear: true, capShare: 1.5 } },
      arms: ['a', 'b c'],
      replicates: 400,
      seed: '$(rm)',
    });
    expect(command).toBe(
      `goodhart compare 'it'\\''s.yaml' --arms 'a,b c' --replicates 400 --seed '$(rm)' \\\n` +
        `  --set 'plans.a.b.components.0.payout={"linear":true,"capShare":1.5}'`,
    );
  });
});
