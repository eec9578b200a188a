import type { Ablation } from './ablations/ablation.ts';
import { COMPANY } from './ablations/company.ts';
import { DEPARTMENT } from './ablations/department.ts';
import { MARKETING } from './ablations/marketing.ts';
import { SALES_PEOPLE } from './ablations/salesPeople.ts';
import { SELLERS } from './ablations/sellers.ts';

/** Ablations of every mechanic of a company that its numbers can switch off. */
export const ABLATIONS: readonly Ablation[] = [
  ...MARKETING,
  ...SELLERS,
  ...SALES_PEOPLE,
  ...COMPANY,
  ...DEPARTMENT,
];
