/**
 * Attacks the built command from outside: signals at random moments, kills, values of options, special files,
 * streams and environments. Prints what was tried, and every failure.
 *
 * `npm run build && npm run test:reliability -- [seed]`; takes some fifteen minutes.
 */
import { rmSync } from 'node:fs';
import { failures, say, work } from './reliability/attack.ts';
import { kills, signals } from './reliability/signals.ts';
import { environments, files, streams } from './reliability/surroundings.ts';
import { values } from './reliability/words.ts';

try {
  files();
  streams();
  values(400);
  await kills(20);
  await signals(60);
  environments();
} finally {
  rmSync(work, { recursive: true, force: true });
}
for (const failure of failures) say(`FAILED ${failure}`);
say(`${failures.length} failures`);
if (failures.length > 0) process.exitCode = 1;
