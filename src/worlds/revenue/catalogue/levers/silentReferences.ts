import { inflates } from './inflates.ts';

/** Customers listed as references who speak to nobody. */
export const silentReferences = inflates('silent-references', 'references');
