/**
 * Imported before any schema: otherwise the schema library tries whether text can be evaluated, which the
 * page forbids and the browser would complain of.
 */
import { config } from 'zod/v4/core';

config({ jitless: true });
