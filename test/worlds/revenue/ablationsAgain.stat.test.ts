import { testAblations } from '../../support/ablations.ts';

testAblations('second');
