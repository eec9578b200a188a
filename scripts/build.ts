/**
 * Bundles the published package into a few files: the library, the command with its thread, and the worker
 * thread of simulations. `tsx scripts/build.ts [folder]`, by default dist.
 *
 * Bundling inlines module-level constants; the engine runs a twentieth faster and starts a tenth sooner than
 * with one file per module. Declarations come from TypeScript. Dependencies stay external except those that
 * every command loads: finding and reading their many files took a sixth of the time of `check`.
 */
import { chmodSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { bundlePage } from './bundlePage.ts';

const [folder = 'dist'] = process.argv.slice(2);
const INSIDE: readonly string[] = ['commander', 'yaml', 'zod'];
const external = (id: string) => !INSIDE.includes(id) && /^(node:|@?[a-z])/.test(id);

const entries: readonly Record<string, string>[] = [
  {
    index: 'src/index.ts',
    'cli/main': 'src/cli/main.ts',
    'cli/commandThread': 'src/cli/commandThread.ts',
  },
  // A separate build, so that the engine's constants are not exported and can be inlined.
  { thread: 'src/experiments/executors/thread.ts' },
];
for (const input of entries) {
  const build = await rolldown({ input, external, platform: 'node' });
  await build.write({ dir: folder, format: 'esm', chunkFileNames: '[name].js' });
  await build.close();
}
await bundlePage(folder);
writeFileSync(
  join(folder, 'require.cjs'),
  `throw new Error("goodhart is an ES module: use import('goodhart') instead of require('goodhart')");\n`,
);
chmodSync(join(folder, 'cli/main.js'), 0o755);
for (const name of INSIDE) copyFileSync(`node_modules/${name}/LICENSE`, join(folder, `LICENSE-${name}.txt`));
