import { columns } from './streams.ts';

const BOLD = '\u001b[1m';
const BLUE = '\u001b[34m';
const GREEN = '\u001b[32m';
const YELLOW = '\u001b[33m';
const PLAIN = '\u001b[0m';

/** Whether stdout is a terminal, and its user has not asked for text without colour (`NO_COLOR`). */
export function isColoured(): boolean {
  return columns() !== undefined && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb';
}

/**
 * The brief text with its title, labels and first word in bold, and bars in blue. Colour says nothing that
 * the words do not say.
 */
export function coloured(text: string): string {
  return text
    .replace(/^\n(.+)\n/, `\n${BOLD}$1${PLAIN}\n`)
    .replace(/^(Clear):/m, `${BOLD}${GREEN}$1${PLAIN}:`)
    .replace(/^(Close|Open):/m, `${BOLD}${YELLOW}$1${PLAIN}:`)
    .replace(/^(why|tested|people|no effect|caution|data|next)(?= )/gm, `${BOLD}$1${PLAIN}`)
    .replace(/[█▏▎▍▌▋▊▉]+/g, `${BLUE}$&${PLAIN}`);
}
