import { availableParallelism } from 'node:os';
import { refuse } from '../core/messages.ts';
import { wholeNumber } from './files.ts';
import { tell } from './streams.ts';

/** Seconds from which the user is told how long a command will take. */
const WORTH_TELLING_S = 30;
/** Seconds of one core beyond which a command needs `--yes`: an hour of two cores. */
const LIMIT_S = 7200;

interface WorkFlags {
  readonly workers?: string;
  readonly quiet?: boolean;
  readonly yes?: boolean;
}

/**
 * Says on stderr how long a command will take, if that is worth waiting for knowingly.
 *
 * @param coreSeconds estimated seconds of one core
 * @param isLimit whether the estimate is an upper limit
 * @throws InputError for more than two hours of one core without `--yes`
 */
export function announceWork(coreSeconds: number, flags: WorkFlags, isLimit = false): void {
  const most = isLimit ? 'at most ' : '';
  if (coreSeconds > LIMIT_S && flags.yes !== true)
    refuse([
      {
        code: 'too-large',
        path: '--yes',
        got: `work of ${most}about ${duration(coreSeconds)} on one core`,
        expected: `at most ${duration(LIMIT_S)}, or --yes to run it anyway; fewer runs or arms take less`,
      },
    ]);
  const threads = wholeNumber('--workers', flags.workers, 1, 512) ?? availableParallelism();
  const seconds = coreSeconds / Math.min(threads, availableParallelism());
  if (seconds < WORTH_TELLING_S || flags.quiet === true) return;
  tell(
    `This takes ${most}about ${duration(seconds)} on ${threads} ${threads === 1 ? 'thread' : 'threads'}. ` +
      'Ctrl-C ends it.\n',
  );
}

/** A duration to one or two digits. */
function duration(seconds: number): string {
  const [size, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 5400
        ? [seconds / 60, 'minute']
        : seconds < 172_800
          ? [seconds / 3600, 'hour']
          : [seconds / 86_400, 'day'];
  const rounded = Number(size.toPrecision(size < 10 ? 1 : 2));
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}
