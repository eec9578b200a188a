import { testAblations } from '../../support/ablations.ts';

testAblations(2);
if (process.env.ABLATIONS === 'all') testAblations(0);
