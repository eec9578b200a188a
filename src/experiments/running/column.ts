/** Values of one outcome of a run by replicate; NaN where undefined or failed. */
export type Column = (run: number, id: string) => Float64Array;
