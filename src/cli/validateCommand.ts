import { join } from 'node:path';
import { canonicalJson } from '../core/canonicalJson.ts';
import {
  renderValidationHtml,
  renderValidationMarkdown,
  renderValidationText,
} from '../report/validation.ts';
import { validate } from '../validation/validate.ts';
import { EXIT } from './exit.ts';
import { writeAll } from './files.ts';
import { Progress } from './progress.ts';
import { freshExecutor } from './running.ts';
import { columns, print, tell } from './streams.ts';

export async function validateCommand(flags: {
  only?: string;
  quick?: boolean;
  json?: boolean;
  quiet?: boolean;
  workers?: string;
  out?: string;
}): Promise<number> {
  const progress = new Progress();
  const result = await validate({
    only: flags.only,
    quick: flags.quick,
    executor: freshExecutor(flags),
    onRow: (done, of) => progress.tell(done, of, 'checks'),
  });
  progress.end();
  const json = `${canonicalJson(result, '  ')}\n`;
  if (flags.json) print(json);
  else if (!flags.quiet) print(renderValidationText(result, columns()));
  const isWhole = flags.only === undefined && flags.quick !== true && !progress.mustStop();
  const folder = flags.out ?? (isWhole ? 'reports/validation' : undefined);
  if (folder !== undefined) {
    writeAll(folder, {
      'validation.json': json,
      'validation.md': renderValidationMarkdown(result),
      'validation.html': renderValidationHtml(result),
    });
    if (!flags.quiet) tell(`Report: ${join(folder, 'validation.html')}\n`);
  }
  if (progress.mustStop()) {
    tell(`Stopped after ${result.rows.length} checks.\n`);
    return EXIT.stopped;
  }
  return result.rows.every((row) => row.pass || row.notReached !== undefined) ? EXIT.fine : EXIT.failed;
}
