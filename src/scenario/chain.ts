import { InputError } from '../core/errors.ts';
import { refuse, showValue } from '../core/messages.ts';
import { PRESETS } from '../worlds/revenue/catalogue/presets/index.ts';
import { parseSource, placeOf, type SourceDocument } from './document.ts';
import { suggestion } from './places.ts';

/**
 * Reads a base file. Takes the name in `extends:` and the display name of the file that contains it. Returns
 * the text and the display name of the base, or undefined if the base does not exist or may not be read.
 * Display names identify files, so that a circle of bases is detected.
 */
export type ReadBase = (
  reference: string,
  from: string,
) => { readonly text: string; readonly file: string } | undefined;

export interface LoadOptions {
  /** Display name of the text, for messages and for {@link ReadBase}; default `scenario`. */
  readonly file?: string;
  /** Reads files named by `extends:`. Without it, only presets can be extended. */
  readonly readBase?: ReadBase;
  /** Overrides of the whole scenario by dotted path, as with `--set`. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** `pay`: for payroll on given results, where nobody has to value what is paid; default `simulate`. */
  readonly purpose?: 'simulate' | 'pay';
}

const MAX_BASES = 10;

/** The file followed by its bases, nearest first. */
export function readChain(text: string, options: LoadOptions): SourceDocument[] {
  const sources = [parseSource(text, options.file ?? 'scenario')];
  const seen = new Set([sources[0].file]);
  for (;;) {
    const last = sources[sources.length - 1];
    const reference = last.data.extends;
    if (reference === undefined) return sources;
    const at = { file: last.file, ...placeOf(last, ['extends']), path: 'extends', got: showValue(reference) };
    if (typeof reference !== 'string')
      refuse([{ code: 'wrong-type', ...at, expected: 'preset:NAME or a file in the same folder' }]);
    if (reference.startsWith('preset:')) {
      const preset = reference.slice('preset:'.length);
      if (!Object.hasOwn(PRESETS, preset)) {
        refuse([
          {
            code: 'dangling-reference',
            ...at,
            expected: `preset:${Object.keys(PRESETS).join(', preset:')}`,
            hint: suggestion(preset, Object.keys(PRESETS)),
          },
        ]);
      }
      sources.push(parseSource(JSON.stringify(PRESETS[preset]), reference));
      return sources;
    }
    if (/^([/\\]|[A-Za-z]:|~|\.?$)|(^|[/\\])\.\.([/\\]|$)|^[a-z][a-z0-9+.-]*:|\0/i.test(reference)) {
      refuse([
        {
          code: 'dangling-reference',
          ...at,
          expected: 'preset:NAME or a file in the same folder or below',
          hint: 'a scenario may not reach outside its folder',
        },
      ]);
    }
    let base: ReturnType<ReadBase>;
    try {
      base = options.readBase?.(reference, last.file);
    } catch (error) {
      if (error instanceof InputError) throw error;
      base = undefined;
    }
    if (base === undefined)
      refuse([{ code: 'unreadable', ...at, expected: 'preset:NAME or a file in the same folder' }]);
    if (seen.has(base.file))
      refuse([
        {
          code: 'inconsistent',
          ...at,
          expected: 'a base that does not lead back to this file',
          hint: 'extends goes round in a circle',
        },
      ]);
    if (sources.length > MAX_BASES)
      refuse([{ code: 'too-large', ...at, expected: `at most ${MAX_BASES} bases` }]);
    seen.add(base.file);
    sources.push(parseSource(base.text, base.file));
  }
}
