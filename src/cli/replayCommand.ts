import { canonicalJson } from '../core/canonicalJson.ts';
import { replay } from '../experiments/commands/replay.ts';
import { renderReplay } from '../report/replayText.ts';
import { asRevenue } from '../scenario/load.ts';
import { EXIT } from './exit.ts';
import { loadScenario, wholeNumber } from './files.ts';
import { print } from './streams.ts';

export async function replayCommand(
  file: string,
  flags: { arm: string; replicate?: string; seed?: string; set: readonly string[]; json?: boolean },
): Promise<number> {
  const story = replay(
    asRevenue(loadScenario(file, flags.set), file),
    flags.arm,
    wholeNumber('--replicate', flags.replicate, 0, 2 ** 31 - 1) ?? 0,
    flags.seed,
  );
  print(flags.json ? `${canonicalJson(story, '  ')}\n` : `${renderReplay(story)}\n`);
  return EXIT.fine;
}
