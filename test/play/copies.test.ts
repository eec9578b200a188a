import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shippedScenarios } from '../../src/cli/shippedScenarios.ts';
import { parseScenario } from '../../src/index.ts';
import { changesInWords, isCopy, withField } from '../../src/play/page/choice.ts';
import { withCopy, withoutCopy, withTitle } from '../../src/play/page/copies.ts';
import { refusalsOf } from '../../src/play/page/refusal.ts';
import { commandFor } from '../../src/play/sameNumbers.ts';
import { Stage } from '../../src/play/stage.ts';
import { isThorough } from '../support/thorough.ts';

const texts = Object.fromEntries(shippedScenarios().map(({ id }) => [id, readFileSync(id, 'utf8')] as const));
const CATHERINE = 'scenarios/catherine.yaml';
const MOST = 4;

const reshell = (words: string) =>
  execFileSync('sh', ['-c', `printf '%s\\n' ${words}`], { encoding: 'utf8' });

describe('copies of plans', () => {
  test('a plan of every shipped scenario can be copied, and its copy is read back as it is', () => {
    // Each is read three times: every fourth one in the usual tests.
    const files = Object.keys(texts).filter((_, i) => isThorough || i % 4 === 0);
    for (const file of files) {
      const stage = new Stage({ file, texts });
      const view = stage.view({});
      const arm = view.arms.find(({ pay }) => pay !== undefined);
      if (arm === undefined) continue;
      const choice = withCopy({ set: {}, arms: [view.reference] }, view, arm.name, MOST);
      const copied = stage.view(choice.set);
      expect(
        copied.arms.map(({ name }) => name),
        file,
      ).toContain('copy-1');
      const copy = copied.arms.find(({ name }) => name === 'copy-1')!;
      expect(copy.pay, file).toEqual(arm.pay);
      expect(changesInWords(copied, choice.set), file).toEqual([`Plan added: “${copy.title}”`]);
    }
  });

  test('a change of a copy leaves its source alone, and both stand in the file', () => {
    const stage = new Stage({ file: CATHERINE, texts });
    const view = stage.view({});
    const first = withCopy({ set: {}, arms: ['fluff', 'revenue-tied'] }, view, 'fluff', MOST);
    expect(first.arms).toEqual(['fluff', 'revenue-tied', 'copy-1']);
    const after = stage.view(first.set);
    const fields = after.arms.find(({ name }) => name === 'copy-1')!.forms[0].parts[0].fields;
    const bonus = fields.find(({ label }) => label === 'Target bonus a year')!;
    const set = withField(first.set, bonus, 10_000, fields);
    const named = withTitle({ set, arms: first.arms }, after, 'copy-1', 'Ours: 2027').set;
    expect(changesInWords(stage.view(named), named)).toEqual([
      'Plan added: “Ours: 2027”',
      'Ours: 2027, director: Target bonus a year: from $20,000 to $10,000',
    ]);
    const read = parseScenario(stage.text(named), { file: CATHERINE }).resolved.plans as Record<
      string,
      Record<string, { bonusUsdPerYear: number }>
    >;
    expect([read.fluff.director.bonusUsdPerYear, read['copy-1'].director.bonusUsdPerYear]).toEqual([
      20_000, 10_000,
    ]);
    // Back to what was copied is no change.
    expect(withField(set, { ...bonus, value: 10_000 }, 20_000, fields)).toEqual(first.set);
  });

  test('copies of copies have names of their own; with four plans the last makes room', () => {
    const stage = new Stage({ file: CATHERINE, texts });
    let choice = { set: {}, arms: ['fluff'] } as ReturnType<typeof withCopy>;
    for (let count = 0; count < 4; count++)
      choice = withCopy(choice, stage.view(choice.set), choice.arms.at(-1)!, MOST);
    expect(choice.arms).toEqual(['fluff', 'copy-1', 'copy-2', 'copy-4']);
    const titles = stage.view(choice.set).arms.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('an empty or a taken name is not taken; a copy can be removed with all of its changes', () => {
    const stage = new Stage({ file: CATHERINE, texts });
    const choice = withCopy({ set: { 'sales.reps': 6 }, arms: ['fluff'] }, stage.view({}), 'fluff', MOST);
    const view = stage.view(choice.set);
    expect(withTitle(choice, view, 'copy-1', '')).toEqual(choice);
    expect(withTitle(choice, view, 'copy-1', 'revenue tied')).toEqual(choice);
    expect(isCopy('copy-1', choice.set)).toBe(true);
    expect(isCopy('fluff', choice.set)).toBe(false);
    const changed = { ...choice, set: { ...choice.set, 'plans.copy-1.director.bonusUsdPerYear': 1 } };
    expect(withoutCopy(changed, 'copy-1')).toEqual({ set: { 'sales.reps': 6 }, arms: ['fluff'] });
  });

  test('the command that gives the same numbers reads names of every kind back', () => {
    for (const title of ['2027', 'true', 'Ours: 20% more', "it's", 'a # b', '- x', 'plain words', 'no'])
      expect(
        reshell(
          commandFor({
            file: 'a.yaml',
            set: { 'titles.copy-1': title },
            arms: ['a'],
            replicates: 2,
            seed: 's',
          }),
        )
          .trim()
          .split('\n')
          .at(-1),
      ).toBe(`titles.copy-1=${title === 'plain words' ? title : JSON.stringify(title)}`);
  });
});

describe('what cannot be simulated', () => {
  const refused = (set: Record<string, unknown>, issue: string) =>
    refusalsOf(new Stage({ file: CATHERINE, texts }).view({}), set, [issue])[0];

  test('is said of the field, in the units of the page', () => {
    expect(
      refused(
        {},
        'plans.fluff.director.components.0.weightShare is out of range: got 2.5, expected at most 1 ' +
          '(shares are parts of 1, not percents: write 0.025)',
      ),
    ).toEqual({
      path: 'plans.fluff.director.components.0.weightShare',
      text: 'fluff, director: Visitors, Weight is out of range: got 250%, expected at most 100%',
      short: 'Weight is out of range: got 250%, expected at most 100%',
    });
    expect(refused({}, 'governance.auditRatePerMonth is out of range: got 2').short).toMatch(/^Chance/);
  });

  test('is left as it is where the page has no field for it', () => {
    expect(refused({}, 'people.x is unknown')).toEqual({
      text: 'people.x is unknown',
      short: 'people.x is unknown',
    });
  });
});
