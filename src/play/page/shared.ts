import { type Shared, through } from '../link.ts';
import type { Files } from '../protocol.ts';
import { extendsFile } from '../sameNumbers.ts';
import type { Store } from './store.ts';

/** What the file carries. */
export interface Data extends Files {
  readonly version: string;
  readonly licences: string;
  /** Whether it opens with guesses first. */
  readonly guess?: boolean;
  /** Script of the thread. */
  readonly worker: string;
  readonly offered: readonly {
    readonly file: string;
    readonly title: string;
    readonly about?: string;
    readonly isShipped: boolean;
  }[];
}

/** A scenario that is being read: nothing changes before it is known to be right. */
export interface Opening {
  readonly id: number;
  readonly files: Files;
  readonly shared?: Shared;
  readonly isOwn: boolean;
}

/** What is shown now, to be put into a link. */
export function sharedOf(store: Store, { offered, version }: Data): Shared {
  const { file, texts } = store.files.value;
  // One's own file travels in the link, unless it rests on others.
  const isNamed = offered.some((each) => each.file === file && (each.isShipped || extendsFile(texts[file])));
  const { set, arms } = store.choice.value;
  return {
    version,
    ...(isNamed ? { base: file } : { text: texts[file] }),
    set,
    arms,
    ...store.seeded,
    ...(store.isGuessing.value ? { guess: true } : {}),
  };
}

/** What is packed into the page. */
export async function unpacked(): Promise<Data> {
  const packed = atob(document.getElementById('data')?.textContent ?? '');
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const text = await through(new DecompressionStream('deflate-raw'), bytes, Infinity);
  return JSON.parse(new TextDecoder().decode(text)) as Data;
}
