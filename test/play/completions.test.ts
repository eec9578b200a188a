import { describe, expect, test } from 'vitest';
import { keysAt, valuesAt } from '../../src/play/completions.ts';
import { yamlPlaceAt } from '../../src/play/page/yamlPlace.ts';
import { METRICS } from '../../src/worlds/revenue/catalogue/metrics/index.ts';

const labels = (found: readonly { label: string }[]) => found.map(({ label }) => label);

describe('the place of a cursor', () => {
  test.each<[text: string, place: string[], isValue: boolean, word: string]>([
    ['', [], false, ''],
    ['sa', [], false, 'sa'],
    ['name: x\nsales:\n  re', ['sales'], false, 're'],
    ['sales:\n  reps: 5\n  # more\n\n  wi', ['sales'], false, 'wi'],
    ['sales:\n  reps: ', ['sales', 'reps'], true, ''],
    ['sales: { reps: 5, qu', ['sales'], false, 'qu'],
    ['sales: { reps: 5 }\nmar', [], false, 'mar'],
    ['a:\n  b:\n    c: 1\n  d', ['a'], false, 'd'],
    ['p:\n  list:\n    - metric: leads\n      tar', ['p', 'list', '[]'], false, 'tar'],
    ['p:\n  list:\n  - metric: leads\n    tar', ['p', 'list', '[]'], false, 'tar'],
    ['p:\n  list:\n    - metric: leads\n    - met', ['p', 'list', '[]'], false, 'met'],
    ['p:\n  list:\n    - { metric: le', ['p', 'list', '[]', 'metric'], true, 'le'],
    ['p:\n  list: [{ metric: leads }, { met', ['p', 'list', '[]'], false, 'met'],
    ["p:\n  'a b':\n    x", ['p', 'a b'], false, 'x'],
  ])('%j', (text, place, isValue, word) => {
    expect(yamlPlaceAt(text)).toEqual({ place, isValue, word });
  });
});

describe('what can be written there', () => {
  test('sections, their numbers with range and meaning, and terms of a plan', () => {
    expect(labels(keysAt([]))).toEqual(expect.arrayContaining(['sales', 'plans', 'arms', 'question']));
    const rate = keysAt(['governance']).find(({ label }) => label === 'auditRatePerMonth')!;
    expect(rate.detail).toMatch(/0 to/);
    expect(rate.info).toMatch(/audit/);
    expect(labels(keysAt(['plans', 'mine', 'director', 'components', '[]']))).toEqual(
      expect.arrayContaining(['metric', 'target', 'weightShare', 'payout']),
    );
    expect(keysAt(['no', 'such', 'place'])).toEqual([]);
    expect(keysAt(['__proto__', 'constructor'])).toEqual([]);
  });

  test('metrics, periods and choices by name; no value where any number will do', () => {
    const component = ['plans', 'mine', 'director', 'components', '[]'];
    expect(labels(valuesAt([...component, 'metric']))).toEqual(METRICS.map(({ id }) => id));
    expect(labels(valuesAt([...component, 'period']))).toEqual(
      expect.arrayContaining(['month', 'quarter', 'year']),
    );
    expect(valuesAt(['sales', 'reps'])).toEqual([]);
    expect(labels(keysAt(['question'], true))).toContain('seed');
  });
});
