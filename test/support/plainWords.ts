import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { boardOf } from '../../src/report/board/board.ts';
import { chartsOf } from '../../src/report/charts/charts.ts';
import { slidesOf } from '../../src/report/takeaway/slides.ts';
import { titled } from '../../src/report/titled.ts';

/** Most words of a sentence that a board member reads. */
const MOST_WORDS = 30;

/** Words of the tool that a first page does not use. */
const INTERNAL = /\b(replicates?|counterfactuals?|contrasts?|benchmarks?|arms?|luck|steadied|outcomes?)\b/i;

/** Sentences of the first page, of chart headings and of slides that are too long, or use words of the tool. */
export function unplainSentences(named: Bundle): string[] {
  const bundle = titled(named);
  const board = boardOf(bundle);
  if (board === undefined) return [];
  const { text, notes, cost, chart, tiles } = board;
  const said = [
    ...text.answer,
    ...notes.map(([, note]) => note),
    cost?.note ?? '',
    ...[...(chart === undefined ? [] : [chart]), ...chartsOf(bundle)].map(({ title }) => title),
    ...tiles.map(({ title, beside }) => `${title}: ${beside}`),
    ...(slidesOf(bundle) ?? []).filter(({ topic }) => topic !== 'Question').map(({ title }) => title),
  ];
  return said
    .flatMap((each) => each.split(/(?<=[.?!”]) (?=[A-Z“])/))
    .filter(
      (sentence) =>
        sentence.split(/\s+/).length > MOST_WORDS || INTERNAL.test(sentence.replace(/“[^”]*”/g, '')),
    );
}
