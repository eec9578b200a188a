/** What outcomes can be told by: sources of leads, product lines, and positions of sellers. */
export const DIMENSIONS = ['channel', 'product', 'seller'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
