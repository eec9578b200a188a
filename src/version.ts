/**
 * Version of the tool. The same scenario, seed and version give the same bytes. A test holds it to
 * package.json.
 */
export const VERSION = '0.20.0';
