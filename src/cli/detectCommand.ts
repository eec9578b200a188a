import { canonicalJson } from '../core/canonicalJson.ts';
import { printable } from '../core/plainText.ts';
import { type DetectOptions, detect } from '../experiments/commands/detect.ts';
import { renderDetected } from '../report/detectedText.ts';
import { EXIT } from './exit.ts';
import { readText, wholeNumber } from './files.ts';
import { print } from './streams.ts';

/** A deal list may be larger than a scenario. */
const MOST_BYTES = 50_000_000;

interface DetectFlags extends Pick<DetectOptions, 'period'> {
  readonly daysPerMonth?: string;
  readonly json?: boolean;
}

export async function detectCommand(
  file: string,
  { period, daysPerMonth, json }: DetectFlags,
): Promise<number> {
  const days = wholeNumber('--days-per-month', daysPerMonth, 14, 31);
  const found = detect(readText(file, MOST_BYTES), {
    period,
    ...(days === undefined ? {} : { daysPerMonth: days }),
    file: printable(file),
  });
  print(json ? `${canonicalJson(found, '  ')}\n` : `${renderDetected(found)}\n`);
  return EXIT.fine;
}
