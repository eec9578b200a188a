/** Exit codes: success, a requested check failed, bad input or usage, internal error, interrupted. */
export const EXIT = { fine: 0, failed: 1, input: 2, bug: 3, stopped: 130 } as const;
