/**
 * Import before any schema. Otherwise the schema library probes whether it may evaluate text, which the
 * page's content security policy forbids and browsers report in their console.
 */
import { config } from 'zod/v4/core';

config({ jitless: true });
