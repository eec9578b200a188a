/** Told of progress; false asks to stop. */
export type Tell = (done: number, of: number, what: string) => boolean | undefined;
