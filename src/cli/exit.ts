/**
 * Exit codes: success, a requested check failed, bad input or usage, internal error, interrupted, terminated.
 */
export const EXIT = { fine: 0, failed: 1, input: 2, bug: 3, stopped: 130, terminated: 143 } as const;
