import type { Company } from '../../contract/company.ts';

/**
 * Accounts not yet sold, as a multiple of those at the start of play: visits and hours per opportunity are
 * stated for the company as it is then.
 */
export function accountsLeft({ world, contractsBefore }: Company, sold: number): number {
  const { accounts } = world.market;
  const left = accounts - sold;
  return left > 0 ? left / Math.max(1, accounts - contractsBefore.soldAtStart) : 0;
}
