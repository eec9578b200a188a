import { join } from 'node:path';
import { canonicalJson } from '../core/canonicalJson.ts';
import { threadExecutor } from '../experiments/executors/threads.ts';
import {
  renderValidationHtml,
  renderValidationMarkdown,
  renderValidationText,
} from '../report/validation.ts';
import { validate } from '../validation/validate.ts';
import { EXIT } from './exit.ts';
import { wholeNumber, writeAll } from './files.ts';
import { Progress } from './progress.ts';

export async function validateCommand(flags: {
  only?: string;
  quick?: boolean;
  json?: boolean;
  quiet?: boolean;
  workers?: string;
  out?: string;
}): Promise<number> {
  const progress = new Progress(flags.quiet === true);
  try {
    const result = await validate({
      only: flags.only,
      quick: flags.quick,
      executor: threadExecutor(wholeNumber('--workers', flags.workers, 1, 512)),
      onRow: (done, of) => progress.tell(done, of, 'checks'),
    });
    progress.end();
    const json = `${canonicalJson(result, '  ')}\n`;
    if (flags.json) process.stdout.write(json);
    else if (!flags.quiet) process.stdout.write(renderValidationText(result, process.stdout.columns));
    const isWhole = flags.only === undefined && flags.quick !== true && !progress.stopped;
    const folder = flags.out ?? (isWhole ? 'reports/validation' : undefined);
    if (folder !== undefined) {
      writeAll(folder, {
        'validation.json': json,
        'validation.md': renderValidationMarkdown(result),
        'validation.html': renderValidationHtml(result),
      });
      if (!flags.quiet) process.stderr.write(`Report: ${join(folder, 'validation.html')}\n`);
    }
    if (progress.stopped) {
      process.stderr.write(`Stopped after ${result.rows.length} checks.\n`);
      return EXIT.stopped;
    }
    return result.rows.every((row) => row.pass) ? EXIT.fine : EXIT.failed;
  } finally {
    progress.end();
  }
}
