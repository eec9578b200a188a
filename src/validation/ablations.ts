import type { Ablation } from './ablations/ablation.ts';
import { COMPANY } from './ablations/company.ts';
import { MARKETING } from './ablations/marketing.ts';
import { SELLERS } from './ablations/sellers.ts';

/** Every mechanic of a company that can be taken out by its numbers. */
export const ABLATIONS: readonly Ablation[] = [...MARKETING, ...SELLERS, ...COMPANY];
