import { canonicalJson } from '../core/canonicalJson.ts';
import { replayDeals } from '../experiments/commands/dealLog.ts';
import { replay, replayTypical } from '../experiments/commands/replay.ts';
import { renderDealsCsv } from '../report/csv.ts';
import { inCurrency, symbolOf } from '../report/currency.ts';
import { renderReplay } from '../report/replayText.ts';
import { displayName } from '../report/titled.ts';
import { asRevenue } from '../scenario/load.ts';
import { EXIT } from './exit.ts';
import { loadScenario, tryWriting, wholeNumber, writeWhole } from './files.ts';
import { print, tell } from './streams.ts';

interface ReplayFlags {
  readonly arm: string;
  readonly replicate?: string;
  readonly seed?: string;
  readonly set: readonly string[];
  readonly html?: string;
  readonly deals?: string;
  readonly full?: boolean;
  readonly json?: boolean;
}

export async function replayCommand(file: string, flags: ReplayFlags): Promise<number> {
  const scenario = asRevenue(loadScenario(file, flags.set), file);
  const replicate = wholeNumber('--replicate', flags.replicate, 0, 2 ** 31 - 1);
  for (const path of [flags.html, flags.deals]) if (path !== undefined) tryWriting(path);
  const story =
    replicate === undefined
      ? replayTypical(scenario, flags.arm, flags.seed)
      : replay(scenario, flags.arm, replicate, flags.seed);
  const titled = { ...story, arm: displayName(scenario.resolved)(story.arm) };
  const money = (text: string) => inCurrency(text, symbolOf(scenario.resolved));
  print(flags.json ? `${canonicalJson(story, '  ')}\n` : `${money(renderReplay(titled, flags.full))}\n`);
  if (flags.html !== undefined) {
    const { renderReplayHtml } = await import('../report/replayHtml.ts');
    writeWhole(flags.html, money(await renderReplayHtml(titled)));
    tell(`Wrote ${flags.html}\n`);
  }
  if (flags.deals !== undefined) {
    const deals = replayDeals(scenario, flags.arm, story.replicate, flags.seed);
    writeWhole(flags.deals, renderDealsCsv(deals));
    tell(`Wrote ${flags.deals}\n`);
  }
  return EXIT.fine;
}
