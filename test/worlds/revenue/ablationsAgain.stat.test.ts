import { test } from 'vitest';
import { testAblations } from '../../support/ablations.ts';
import { isThorough } from '../../support/thorough.ts';

if (isThorough) {
  testAblations(0);
  testAblations(2);
} else test.skip('the other ablations run in `npm run test:thorough`', () => {});
