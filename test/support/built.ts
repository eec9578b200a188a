import { join } from 'node:path';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built package; build.mjs builds it. */
    readonly built: string;
  }
}

/** Folder of the built package. */
export const builtFolder = () => inject('built');

/** The built command, which starts several times faster than the source. */
export const builtCommand = () => join(builtFolder(), 'cli/main.js');
