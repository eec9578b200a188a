import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Date of every part: documents of the same bundle are the same bytes. */
const DATE = '2000-01-01T00:00:00Z';

/** An Office document with fixed dates, in its parts and in the archive. */
export function withFixedDates(archive: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(archive)).map(([path, bytes]) => {
    if (!/^docProps\/.*\.xml$/.test(path)) return [path, bytes] as const;
    const text = strFromU8(bytes).replace(/(<dcterms:\w+[^>]*>)[^<]*(<\/dcterms)/g, `$1${DATE}$2`);
    return [path, strToU8(text)] as const;
  });
  // The archive keeps local time: noon of a day is that day everywhere.
  const mtime = new Date(2000, 0, 1, 12);
  return zipSync(Object.fromEntries(parts), { mtime });
}
