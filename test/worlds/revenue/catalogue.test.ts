import { describe, expect, test } from 'vitest';
import { COUNTERS, SLOTS } from '../../../src/worlds/revenue/catalogue/counters.ts';
import { GAMES } from '../../../src/worlds/revenue/catalogue/games/index.ts';
import { METRICS } from '../../../src/worlds/revenue/catalogue/metrics/index.ts';
import { OUTCOMES } from '../../../src/worlds/revenue/catalogue/outcomes/index.ts';
import { ROLES } from '../../../src/worlds/revenue/catalogue/roles/index.ts';
import { TACTICS } from '../../../src/worlds/revenue/catalogue/tactics/index.ts';
import { slotInThree } from '../../../src/worlds/revenue/contract/slots.ts';

const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

describe('the catalogue', () => {
  test.each([
    ['tactics', TACTICS],
    ['metrics', METRICS],
    ['games', GAMES],
    ['roles', ROLES],
    ['outcomes', OUTCOMES],
    ['counters', COUNTERS],
  ] as const)('no two %s of the catalogue have the same id', (_, entries) => {
    expect(new Set(ids(entries)).size).toBe(entries.length);
  });

  test('roles switch on only tactics and games that exist', () => {
    for (const role of ROLES) {
      for (const id of role.tactics) expect(ids(TACTICS), role.id).toContain(id);
      for (const id of role.games) expect(ids(GAMES), role.id).toContain(id);
    }
  });

  test('metrics name only counters and roles that exist', () => {
    for (const { id, numerator, denominator, producedBy } of METRICS) {
      for (const counter of [numerator, ...(denominator === undefined ? [] : [denominator])])
        expect(ids(COUNTERS), id).toContain(counter);
      expect(ids(ROLES), id).toContain(producedBy);
    }
  });

  test('tactics and games name only roles that exist', () => {
    for (const { id, roles } of TACTICS) for (const role of roles) expect(ids(ROLES), id).toContain(role);
    for (const { id, role } of GAMES) expect(ids(ROLES), id).toContain(role);
  });

  test('gaming levers inflate only counters of three ledgers', () => {
    for (const { lever } of TACTICS)
      if (lever.kind === 'gaming') expect(() => slotInThree(SLOTS, lever.counter)).not.toThrow();
    expect(() => slotInThree(SLOTS, 'wins')).toThrow('one ledger');
  });
});
