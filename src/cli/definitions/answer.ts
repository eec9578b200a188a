/** Receives the exit code of a command. */
export type Answer = (code: number) => void;
