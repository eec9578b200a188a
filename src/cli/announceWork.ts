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

/** An estimate of computing time. */
export interface EstimatedWork {
  /** Seconds of one core. */
  readonly coreSeconds: number;
  /** Whether that is an upper limit, because a command may end early. */
  readonly isLimit: boolean;
}

/** @throws InputError for more than two hours of one core without `--yes` */
export function checkWork({ coreSeconds, isLimit }: EstimatedWork, flags: WorkFlags): void {
  const most = isLimit ? 'at most ' : '';
  if (coreSeconds > LIMIT_S && flags.yes !== true)
    refuse([
      {
        code: 'too-large',
        path: 'this command',
        got: `${most}about ${duration(coreSeconds)} of computing on one core`,
        expected: `at most ${duration(LIMIT_S)}`,
        hint: 'add --yes to run it anyway, or ask for fewer --replicates or --arms',
      },
    ]);
}

/**
 * Says on stderr how long a command will take, if that is longer than half a minute.
 *
 * @throws InputError as {@link checkWork}
 */
export function announceWork(work: EstimatedWork, flags: WorkFlags): void {
  checkWork(work, flags);
  const { coreSeconds, isLimit } = work;
  const threads = wholeNumber('--workers', flags.workers, 1, 512) ?? availableParallelism();
  const seconds = coreSeconds / Math.min(threads, availableParallelism());
  if (seconds < WORTH_TELLING_S || flags.quiet === true) return;
  tell(
    `This will take ${isLimit ? 'at most ' : ''}about ${duration(seconds)} on ${threads} ${threads === 1 ? 'thread' : 'threads'}. ` +
      'Ctrl-C stops it.\n',
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
