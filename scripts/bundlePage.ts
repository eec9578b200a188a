/** Bundles the scripts of the page: what is shown, and the thread that simulates behind it. */
import { join } from 'node:path';
import { rolldown } from 'rolldown';

/** Messages of the schema library in other languages: half of its size, and never shown. */
const LOCALES = /zod[\\/]v4[\\/]locales[\\/](?!en\.)/;

/** Writes `play/page.js` and `play/worker.js` into a folder: classic scripts without imports. */
export async function bundlePage(folder: string): Promise<void> {
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
    await build.write({ file: join(folder, 'play', `${name}.js`), format: 'iife', minify: true });
    await build.close();
  }
}
