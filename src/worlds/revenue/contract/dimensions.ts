/** Dimensions by which outcomes can be broken down. */
export const DIMENSIONS = ['channel', 'product', 'seller'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
