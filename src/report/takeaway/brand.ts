import { BLUE, DARK, type Look, PALE } from '../charts/chart.ts';

/** How a client wants documents to look. */
export interface Brand {
  /** Colours as `#rrggbb`: what is sound, and what is hollow or lost. */
  readonly primary: string;
  readonly accent: string;
  /** A font of the reader's machine; default: the one that comes with the package. */
  readonly font?: string;
  readonly logo?: Logo;
}

/** A picture in a document. */
export interface Logo {
  readonly kind: 'png' | 'jpeg';
  readonly base64: string;
  /** Width per height. */
  readonly ratio: number;
}

export const PLAIN: Brand = { primary: BLUE, accent: DARK };

/** Family name of the font that comes with the package. */
export const OWN_FONT = 'Source Sans 3';

/** Looks of charts in a brand's colours. */
export function lookOf({ primary, accent }: Brand): Look {
  return { colours: { [BLUE]: primary, [PALE]: tint(primary), [DARK]: accent } };
}

/** A light version of a colour. */
export function tint(colour: string): string {
  const WHITE_SHARE = 0.7;
  const parts = channels(colour).map((part) => Math.round(255 * WHITE_SHARE + part * (1 - WHITE_SHARE)));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Whether text in a colour can be read on white: contrast 4.5, level AA of the same guidelines. */
export function isReadable(colour: string): boolean {
  return contrastWithWhite(colour) >= 4.5;
}

/** Contrast of a colour with white, from 1 to 21, after the Web Content Accessibility Guidelines 2.1. */
export function contrastWithWhite(colour: string): number {
  const [red, green, blue] = channels(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
