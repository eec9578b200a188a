import { dirname, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Issue } from '../core/errors.ts';
import { refuse, showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import { type Brand, type Logo, PLAIN } from '../report/takeaway/brand.ts';
import { readBytes, readText } from './files.ts';

/** Largest brand file and logo, in bytes. */
const MOST_TEXT = 20_000;
const MOST_LOGO = 2_000_000;
const COLOUR = /^#[0-9a-fA-F]{6}$/;

const brandSchema = z.strictObject({
  primary: z.string().regex(COLOUR).optional(),
  accent: z.string().regex(COLOUR).optional(),
  font: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9 -]{0,59}$/)
    .optional(),
  logo: z.string().min(1).max(500).optional(),
});

const EXPECTED: Readonly<Record<string, string>> = {
  primary: 'a colour such as "#0b5c8f"',
  accent: 'a colour such as "#7a2e00"',
  font: 'the name of a font, of letters, digits and spaces',
  logo: 'the path of a PNG or JPEG file, from the folder of this one',
};

/** Reads a brand file: two colours, a font, and a logo beside it. */
export function readBrand(file: string): Brand {
  const document = parseDocument(readText(file, MOST_TEXT), { schema: 'core', logLevel: 'silent' });
  if (document.errors.length > 0)
    refuse([{ code: 'syntax', file, path: 'file', expected: 'YAML such as: primary: "#0b5c8f"' }]);
  const result = brandSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!result.success)
    refuse(
      result.error.issues.flatMap((issue): Issue[] => {
        const [key] = issue.path;
        if (issue.code === 'unrecognized_keys')
          return issue.keys.map((unknown) => ({
            code: 'unknown-key' as const,
            file,
            path: unknown,
            expected: `one of ${Object.keys(EXPECTED).join(', ')}`,
            hint: nearestName(unknown, Object.keys(EXPECTED)),
          }));
        return [
          {
            code: 'out-of-range' as const,
            file,
            path: String(key ?? 'file'),
            expected: EXPECTED[String(key)] ?? 'a table of keys',
          },
        ];
      }),
    );
  const { primary, accent, font, logo } = result.data;
  return {
    primary: primary?.toLowerCase() ?? PLAIN.primary,
    accent: accent?.toLowerCase() ?? PLAIN.accent,
    ...(font === undefined ? {} : { font }),
    ...(logo === undefined ? {} : { logo: readLogo(resolve(dirname(file), logo), logo) }),
  };
}

function readLogo(path: string, written: string): Logo {
  const bytes = readBytes(path, MOST_LOGO);
  const base64 = Buffer.from(bytes).toString('base64');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = pngSize(view) ?? jpegSize(view);
  if (size === undefined || !(size.width > 0) || !(size.height > 0))
    refuse([{ code: 'wrong-type', path: 'logo', got: showValue(written), expected: 'a PNG or JPEG file' }]);
  return { kind: pngSize(view) === undefined ? 'jpeg' : 'png', base64, ratio: size.width / size.height };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function pngSize(view: DataView): Size | undefined {
  const isPng = view.byteLength > 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a;
  return isPng ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined;
}

/** Size in the first frame header of a JPEG. */
function jpegSize(view: DataView): Size | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
