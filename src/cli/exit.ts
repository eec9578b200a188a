/** Exit codes: fine, the asked-for check failed, bad input or usage, a bug of ours, stopped by the user. */
export const EXIT = { fine: 0, failed: 1, input: 2, bug: 3, stopped: 130 } as const;
