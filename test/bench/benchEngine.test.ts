import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each(['reference', 'catherine'])('the engine can be timed: %s', (what) => {
  const printed = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/benchEngine.ts', what, '5'], {
    encoding: 'utf8',
  });
  const times = Object.values(JSON.parse(printed) as Record<string, number>);
  expect(times.length).toBeGreaterThan(1);
  for (const time of times) expect(time).toBeGreaterThan(0);
});
