/** Flags shared by all commands that run arms. */
export interface RunningFlags {
  readonly replicates?: string;
  readonly seed?: string;
  readonly set: readonly string[];
  readonly workers?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}
