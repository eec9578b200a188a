import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playCommand } from '../../src/cli/playCommand.ts';
import { InputError } from '../../src/index.ts';
import { PAGE_MARK } from '../../src/play/document.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'goodhart-play-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is packed into a page. */
function packed(file: string): {
  file: string;
  texts: Record<string, string>;
  offered: { file: string; title: string; isShipped: boolean }[];
} {
  const [, data] = /<script type="text\/plain" id="data">([^<]*)<\/script>/.exec(readFileSync(file, 'utf8'))!;
  return JSON.parse(inflateRawSync(Buffer.from(data, 'base64')).toString());
}

describe('goodhart play', () => {
  test('without a file it opens Catherine, among all shipped scenarios, in less than 1.7 MB', () => {
    const out = join(folder, 'usual.html');
    playCommand(undefined, { out });
    const { file, texts, offered } = packed(out);
    expect(file).toBe('scenarios/catherine.yaml');
    expect(offered.length).toBeGreaterThan(60);
    for (const each of offered) expect(texts[each.file]).toBe(readFileSync(each.file, 'utf8'));
    expect(readFileSync(out).length).toBeLessThan(1.7e6);
    // A shipped scenario is the same wherever its copy lies.
    playCommand('scenarios/sources.yaml', { out });
    expect(packed(out).file).toBe('scenarios/sources.yaml');
  });

  test('one’s own scenario comes with its bases, under names that say nothing of this computer', () => {
    mkdirSync(join(folder, 'mine', 'bases'), { recursive: true });
    writeFileSync(
      join(folder, 'mine', 'base.yaml'),
      'schemaVersion: 1\nname: Base\nextends: bases/first.yaml\n',
    );
    writeFileSync(
      join(folder, 'mine', 'bases', 'first.yaml'),
      readFileSync('scenarios/catherine.yaml', 'utf8'),
    );
    writeFileSync(
      join(folder, 'mine', 'own.yaml'),
      "schemaVersion: 1\nname: '</script><b>mine</b>'\nextends: base.yaml\n",
    );
    const out = join(folder, 'new', 'own.html');
    playCommand(join(folder, 'mine', 'own.yaml'), { out });
    const { file, texts, offered } = packed(out);
    expect(file).toBe('own.yaml');
    expect(Object.keys(texts)).toEqual(expect.arrayContaining(['own.yaml', 'base.yaml', 'bases/first.yaml']));
    expect(offered[0]).toEqual({ file: 'own.yaml', title: '</script><b>mine</b>', isShipped: false });
    const page = readFileSync(out, 'utf8');
    expect(page).not.toContain('<b>mine</b>');
    expect(page).not.toContain(folder);
  });

  test('it replaces a page of its own, and nothing else', () => {
    const out = join(folder, 'mine.html');
    playCommand(undefined, { out });
    playCommand(undefined, { out });
    expect(readFileSync(out, 'utf8').startsWith(PAGE_MARK)).toBe(true);
    writeFileSync(out, '<p>precious</p>');
    expect(() => playCommand(undefined, { out })).toThrow(InputError);
    expect(readFileSync(out, 'utf8')).toBe('<p>precious</p>');
    expect(() => playCommand(undefined, { out: folder })).toThrow(InputError);
    writeFileSync(join(folder, 'wrong.yaml'), 'schemaVersion: 1\nname: wrong\nextends: preset:nothing\n');
    expect(() => playCommand(join(folder, 'wrong.yaml'), { out: join(folder, 'wrong.html') })).toThrow(
      'preset:smb-software',
    );
  });
});
