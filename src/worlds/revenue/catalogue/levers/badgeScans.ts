import { hollowLeads } from './hollowLeads.ts';

/** Badges scanned at an event, whoever wore them. */
export const badgeScans = hollowLeads('badge-scans');
