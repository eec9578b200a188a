/** Receives progress; returns false to stop. */
export type Tell = (done: number, of: number, what: string) => boolean | undefined;
