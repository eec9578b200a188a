/** Takes the exit code that a command ends with. */
export type Answer = (code: number) => void;
