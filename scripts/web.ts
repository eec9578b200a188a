/**
 * Builds the page as a static site: a folder to be put on any web server, which serves files and nothing else.
 *
 * `npm run build:web [-- folder]`, by default dist/web.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundlePage } from './bundlePage.ts';

const [folder = 'dist/web'] = process.argv.slice(2);
await bundlePage('dist');
rmSync(join(folder, 'index.html'), { force: true });
mkdirSync(folder, { recursive: true });
const command = ['--import', 'tsx', 'src/cli/main.ts', 'play', '--out', join(folder, 'index.html')];
execFileSync('node', command, { stdio: 'inherit' });
copyFileSync('LICENSE', join(folder, 'LICENSE.txt'));
// Some hosts would otherwise run the folder through a generator of pages.
writeFileSync(join(folder, '.nojekyll'), '');
