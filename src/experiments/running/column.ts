/** Values of an outcome by replicate: of a run, by the outcome's id. NaN where undefined or failed. */
export type Column = (run: number, id: string) => Float64Array;
