/**
 * Asks the same question of the page, of the command that it prints and of the code that it prints, for every
 * shipped scenario with one knob moved. Outcomes must have the same bytes.
 *
 * `npm run test:page [-- scenarios ...]`. Each scenario runs 16 times.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../src/cli/launchChromium.ts';
import { shippedScenarios } from '../src/cli/shippedScenarios.ts';
import { sameOnPage } from '../test/support/sameOnPage.ts';
import { bundlePage } from './bundlePage.ts';

const REPLICATES = 16;

const asked = process.argv.slice(2);
const names = shippedScenarios()
  .map(({ id }) => id)
  .filter((id) => asked.length === 0 || asked.includes(id));
const folder = mkdtempSync(join(tmpdir(), 'goodhart-same-'));
await bundlePage('dist');
const browser = await launchChromium();
try {
  const places = await sameOnPage(browser, names, {
    folder,
    built: 'dist',
    replicates: REPLICATES,
    tell: ({ scenario, isSameAsCommand, isSameAsLibrary, command }) =>
      process.stdout.write(
        `${scenario}: command ${isSameAsCommand ? 'equal' : 'DIFFERS'}, library ` +
          `${isSameAsLibrary ? 'equal' : 'DIFFERS'}  (${command.replace(/ \\\n */g, ' ')})\n`,
      ),
  });
  const different = places.filter((place) => !place.isSameAsCommand || !place.isSameAsLibrary);
  process.stdout.write(`${places.length - different.length} of ${places.length} scenarios are equal.\n`);
  process.exitCode = different.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
