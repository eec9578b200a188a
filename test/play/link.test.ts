import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { shippedScenarios } from '../../src/cli/shippedScenarios.ts';
import { fromFragment, LinkError, MOST_CHARACTERS, type Shared, toFragment } from '../../src/play/link.ts';

const STATE: Shared = {
  version: '0.13.0',
  base: 'scenarios/catherine.yaml',
  set: { 'plans.fluff.director.components.0.target': 4000, 'governance.stage': 'defined' },
  arms: ['fluff', 'revenue-tied'],
};

/** An encoder that shares nothing with the page's own. */
function encoded(data: unknown, prefix = 'g1.'): string {
  return (
    prefix + deflateRawSync(typeof data === 'string' ? data : JSON.stringify(data)).toString('base64url')
  );
}

async function problemOf(fragment: string): Promise<string> {
  try {
    await fromFragment(fragment);
    return 'none';
  } catch (error) {
    return error instanceof LinkError ? error.problem : String(error);
  }
}

describe('links', () => {
  test('every link format that was ever issued opens', async () => {
    // Never change these: people have them in their mail.
    const corpus: Readonly<Record<string, Shared>> = {
      'g1.Hc1BCsIwEEbhu_zrOEZ0lauIizGZ1kA7KTNpQUrvLnX_-N6OTcxrUyREut0pIuDNLkjwLMpWm18z949YVaEvzxMCXDrSjmVidRqmdRioVJPcm1Fu89JUtDtF6mzj2T5ijAFj28SUNQt55_GcFBmqSsERwDY70hN_DwEmm-gql16l4HX8AA':
        STATE,
      'g1.JYyxDsIwDAX_5c0hDermr2BhQIjBoVYVkTooTguo6r-jwnqnuxWLVEtFQQj-2PsAh8gmINhdlGsq1jV5t1jKoxu5if_wlOFg0kArnpnV_E_wKNp8LDrb2YaT1ItwBfUhhLA5cJ0MdMUrqSYdD5yLChz2Frd9KAMIU_rTWcxArc6yfQE':
        {
          version: '0.13.0',
          base: 'scenarios/textbook/gate.yaml',
          set: { 'plans.gate.agent.bonusUsdPerYear': 30000 },
          arms: ['winning-alone', 'gate'],
          seed: 'mine',
          guess: true,
        },
      'g1.jY9BjsIwEAT_0mcz66xYreRvcEQcBjMBa52ZaOwgRSh_X8EH4AHV1fXAXbwVUyREGvYUEXDmJkhoWZS9WPvK3G_iRYVWnioCmnSkB-bK2misyzjSpbjkbk7ZptlUtDeKNEn3kpFwNvsrem0IH1Cd_fo0fP_GGON7YqCZV1ten2pRYUfqvkhA5vlwYxekgX62LYB9akhHvMYQ4HIXXWTXi1yeYVzZ151pXXHa_gE':
        {
          version: '0.14.0',
          base: 'scenarios/catherine.yaml',
          set: {
            'plans.fluff.director.components.0.metric': 'bookings',
            'plans.fluff.director.components.0.target': 270000,
            'plans.fluff.director.components.1.payout': { linear: true, capShare: 1.5 },
          },
          arms: ['fluff', 'revenue-tied', 'salary-only'],
        },
      'g1.q1YqSy0qzszPU7JSMtAzNNEzUNJRKkmtKFGyUipOzkjNTQyDyFspGMbk5SXmplopqLsXHd52eH6qwqHtCi-W9T9bsRDE-jB_ZpN6TF5qRUlqXkqxlUJBUWpxaolVcW6SbnF-Wkl5YlFqTJ6SjlJxaomSVXWtjlJiUW6xklW0UqKSjlKSUmwtAA':
        {
          version: '0.14.0',
          text: "schemaVersion: 1\nname: 'Größe · 規模 · 🙂'\nextends: preset:smb-software\n",
          set: {},
          arms: ['a', 'b'],
        },
    };
    for (const [fragment, state] of Object.entries(corpus))
      expect(await fromFragment(fragment)).toEqual(state);
  });

  test('a state comes back as it was, whoever encoded it', async () => {
    expect(await fromFragment(`#${await toFragment(STATE)}`)).toEqual(STATE);
    for (const { id } of shippedScenarios())
      expect((await fromFragment(await toFragment({ ...STATE, base: id }))).base).toBe(id);
    const own: Shared = { version: '1', text: 'name: Żółw 龟\n', set: {}, arms: ['ünïcode'], guess: true };
    expect(await fromFragment(await toFragment(own))).toEqual(own);
    expect(await fromFragment(encoded(own))).toEqual(own);
  });

  test('what is damaged is refused', async () => {
    const good = await toFragment(STATE);
    for (let end = 0; end < good.length; end += 3) expect(await problemOf(good.slice(0, end))).toBe('broken');
    for (const wrong of [
      '',
      'guess=1',
      'g1.',
      'g1.!!!',
      `g1.${good.slice(3)}=`,
      encoded('not JSON'),
      encoded('[]'),
      encoded({ ...STATE, set: [] }),
      encoded({ ...STATE, set: { '__proto__.polluted': 1 } }),
      encoded({ ...STATE, arms: 'fluff' }),
      encoded({ ...STATE, base: undefined }),
      encoded({ ...STATE, text: 'both' }),
      encoded({ ...STATE, base: 'a\u202eb' }),
    ])
      expect([wrong, await problemOf(wrong)]).toEqual([wrong, 'broken']);
  });

  test('a later format, a bomb and what is too long have sentences of their own', async () => {
    expect(await problemOf(encoded(STATE, 'g2.'))).toBe('newer');
    const bomb = encoded(`{"version":"1","text":"${'a'.repeat(8_000_000)}"}`);
    expect(bomb.length).toBeLessThan(MOST_CHARACTERS);
    expect(await problemOf(bomb)).toBe('too-large');
    expect(await problemOf(`g1.${'A'.repeat(MOST_CHARACTERS)}`)).toBe('too-large');
    let seed = 1;
    const random = Array.from({ length: 40_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(33 + (seed % 90));
    });
    await expect(toFragment({ ...STATE, base: undefined, text: random.join('') })).rejects.toThrow(
      'too-large',
    );
  });
});
