import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { coloured } from '../../src/cli/colour.ts';
import { secondsLeft } from '../../src/cli/progressBar.ts';
import { builtCommand } from '../support/built.ts';

const folder = mkdtempSync(join(tmpdir(), 'goodhart-'));
const at = (name: string) => join(folder, name);

function goodhart(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [builtCommand(), ...words], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { code: status, out: stdout, err: stderr };
}

describe('goodhart report', () => {
  beforeAll(() => {
    const quick = ['--arms', 'fluff,salary-only', '--replicates', '25', '--sensitivity', '0'];
    const short = ['--set', 'question.horizonMonths=3', '--set', 'calendar.warmUpMonths=1'];
    const words = [builtCommand(), 'compare', 'scenarios/catherine.yaml', ...quick, ...short, '--json'];
    writeFileSync(at('bundle.json'), execFileSync(process.execPath, words, { maxBuffer: 1e8 }));
  });

  test('the format is that of --out, and every document is of its kind', () => {
    const begins = { html: '<!doctype html>', xlsx: 'PK', pdf: '%PDF-' };
    for (const [format, start] of Object.entries(begins)) {
      const { code, err } = goodhart('report', at('bundle.json'), '--out', at(`page.${format}`));
      expect([code, err]).toEqual([0, `Wrote ${at(`page.${format}`)}\n`]);
      expect(
        readFileSync(at(`page.${format}`))
          .toString('latin1')
          .startsWith(start),
      ).toBe(true);
    }
  });

  test('a chart is a picture with its heading, in the colours of the brand', () => {
    writeFileSync(at('brand.yaml'), 'primary: "#5b2a86"\nfont: Georgia\n');
    const words = ['report', at('bundle.json'), '--chart', 'quota', '--svg', '--brand', at('brand.yaml')];
    expect(goodhart(...words, '--out', at('quota.svg')).code).toBe(0);
    const svg = readFileSync(at('quota.svg'), 'utf8');
    expect(svg).toContain('Reps reach');
    expect(svg).toContain('#5b2a86');
    expect(svg).toContain('Georgia');
  });

  test('what cannot be done is refused with what can', () => {
    const refused = (...words: string[]) => {
      const { code, err } = goodhart('report', at('bundle.json'), ...words);
      expect(code).toBe(2);
      return err;
    };
    expect(refused('--format', 'xlsx', '--brand', at('brand.yaml'))).toContain('xlsx has none');
    expect(refused('--format', 'docx')).toContain('expected one of html, pdf, pptx, md, xlsx');
    expect(refused('--chart', 'qota')).toContain('did you mean quota?');
    expect(refused('--png')).toContain('expected --chart NAME beside it');
    writeFileSync(at('wrong.yaml'), 'primary: purple\ncolor: red\nlogo: 7\n');
    const brand = refused('--brand', at('wrong.yaml'), '--out', at('x.html'));
    expect(brand).toContain('primary is out of range: expected a colour such as "#0b5c8f"');
    expect(brand).toContain('color is not a known key: expected one of primary, accent, font, logo');
    writeFileSync(at('logo.png'), 'no picture');
    writeFileSync(at('logo.yaml'), 'logo: logo.png\n');
    expect(refused('--brand', at('logo.yaml'))).toContain('logo has the wrong type');
    writeFileSync(at('other.json'), '{"a": 1}');
    const { code, err } = goodhart('report', at('other.json'));
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('a bundle that "goodhart compare FILE --out DIR" wrote'),
    ]);
  });
});

describe('goodhart init --ask', () => {
  test('an answer that cannot be read is asked again, and without all answers nothing is written', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [builtCommand(), 'init', at('own.yaml'), '--ask'],
      {
        encoding: 'utf8',
        input: '8,000\n\nmany\n40\n',
      },
    );
    expect(status).toBe(2);
    expect(stderr).toContain('1 of 8. Visits of the website a month [3000]: ');
    expect(stderr).toContain('got "many", expected a number from 0.1');
    expect(stderr.match(/3 of 8\./g)!.length).toBe(2);
    expect(stderr).toContain('expected 8 answers on stdin');
    expect(existsSync(at('own.yaml'))).toBe(false);
  });
});

describe('finding one’s way', () => {
  test('two plans differ in words and in dollars at goal', () => {
    const { out } = goodhart('diff', 'scenarios/catherine.yaml', '--plan', 'fluff', '--plan', 'salary-only');
    expect(out).toContain('Every month: $566.67 for visitors on a target of 5,000, all or nothing.');
    // The bonus of $20,000 is what differs, at goal.
    expect(out).toMatch(/at 100% of goal +\$720k +\$700k +−\$20k/);
  });

  test('two scenarios differ in inputs, arms and question', () => {
    writeFileSync(
      at('a.yaml'),
      'schemaVersion: 1\nname: a\nextends: preset:smb-software\nplans: { none: { director: { baseUsdPerYear: 100000 } } }\n',
    );
    writeFileSync(
      at('b.yaml'),
      'extends: a.yaml\nname: b\nsales: { reps: 9 }\narms: { more: { plan: none } }\n',
    );
    const { out } = goodhart('diff', at('a.yaml'), at('b.yaml'));
    expect(out).toMatch(/sales\.reps +5 +9/);
    expect(out).toContain('none is in a.yaml only');
    expect(out).toContain('more is in b.yaml only');
    expect(goodhart('diff', at('a.yaml'), at('a.yaml')).out).toContain('Nothing differs.');
    // A plan beside two files would be acted on by nothing.
    expect(goodhart('diff', at('a.yaml'), at('b.yaml'), '--plan', 'none').code).toBe(2);
  });

  test('a term is explained by its name, its title or the last part of its path', () => {
    expect(goodhart('explain', 'profit', 'at', 'equal', 'pay').out).toContain('It is arithmetic');
    expect(goodhart('explain', 'winShare').out).toMatch(/^sales\.winShare \(input, share\)/);
    expect(goodhart('explain', 'Sales-qualified', 'leads').out).toContain('sqls (metric');
    expect(goodhart('explain', 'atainment').err).toContain('did you mean Attainment?');
  });
});

describe('the terminal', () => {
  test('colour adds nothing but colour', () => {
    const text = '\nA title\n\nClear: choose “b”.\n\n 1 b  ████▋ $2\n\nwhy       Because.\n';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what colour adds
    expect(coloured(text).replace(/\u001b\[\d+m/g, '')).toBe(text);
    expect(coloured(text)).toContain('\u001b[34m████▋\u001b[0m');
  });

  test('the time left is that of the same pace, and is not told too soon', () => {
    expect(secondsLeft(20, 100, 5)).toBe(', about 20 s left');
    expect(secondsLeft(1, 100, 0.2)).toBe('');
    expect(secondsLeft(100, 100, 50)).toBe('');
  });
});
