import { testAblations } from '../../support/ablations.ts';

testAblations(0);
testAblations(2);
