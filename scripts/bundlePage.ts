/** Bundles the scripts of the page: what is shown, and the thread that simulates behind it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Messages of the schema library in other languages: half of its size, and never shown. */
const LOCALES = /zod[\\/]v4[\\/]locales[\\/](?!en\.)/;
const PACKAGE = /node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/**
 * Writes `play/page.js` and `play/worker.js` into a folder, classic scripts without imports, and
 * `play/licences.txt` with the licences of all packages in them.
 */
export async function bundlePage(folder: string): Promise<void> {
  const packages = new Set<string>();
  for (const [name, input] of [
    ['page', 'src/play/page/main.ts'],
    ['worker', 'src/play/worker.ts'],
  ]) {
    const build = await rolldown({
      input,
      platform: 'browser',
      plugins: [
        {
          name: 'english-only',
          load: (id) => (LOCALES.test(id) ? 'export default () => ({ localeError: () => "" });' : null),
        },
      ],
    });
    const { output } = await build.write({
      file: join(folder, 'play', `${name}.js`),
      format: 'iife',
      minify: true,
    });
    for (const file of output)
      if (file.type === 'chunk')
        for (const id of file.moduleIds) packages.add(PACKAGE.exec(id)?.[1].replace('\\', '/') ?? '');
    await build.close();
  }
  packages.delete('');
  const texts = [...packages].sort().map((name) => `${name}\n\n${licenceOf(name)}\n`);
  writeFileSync(join(folder, 'play', 'licences.txt'), texts.join(`\n${'-'.repeat(72)}\n\n`));
}

function licenceOf(name: string): string {
  const folder = join('node_modules', name);
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim();
  const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license?: string };
  if (license === undefined || existsSync(join(folder, 'COPYING'))) throw new Error(`${name} has no licence`);
  return license;
}
