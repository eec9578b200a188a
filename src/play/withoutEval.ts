/** Imported before any schema: otherwise the schema library tries to evaluate text, which the page forbids. */
import { config } from 'zod/v4/core';

config({ jitless: true });
