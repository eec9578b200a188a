import type { Replay } from '../experiments/result/replay.ts';
import { stripChart } from './charts/stripChart.ts';
import { titleOf } from './format.ts';
import { drawDocument } from './html/drawDocument.ts';
import { drawFigure } from './html/drawFigure.ts';
import { escapeHtml } from './html/escapeHtml.ts';
import { storyOf, whichRun } from './story.ts';

/** The story of one run as a page: what happened, a strip chart, and its numbers as a table. */
export async function renderReplayHtml(replay: Replay): Promise<string> {
  const title = `${replay.scenario}: ${titleOf(replay.arm)}`;
  const story = storyOf(replay).map(
    ({ when, sentences }) => `<dt>${escapeHtml(when)}</dt><dd>${escapeHtml(sentences.join(' '))}</dd>`,
  );
  const body = `<header>
<p class="brand">goodhart · a flight simulator for incentive schemes</p>
<h1>${escapeHtml(title)}</h1>
<p class="meta">${escapeHtml(whichRun(replay))}</p>
</header>
<main>
<section aria-labelledby="story-title">
<h2 id="story-title">What happened</h2>
<dl class="story">${story.join('')}</dl>
</section>
<section aria-labelledby="months-title">
<h2 id="months-title">Month by month</h2>
${await drawFigure(stripChart(replay))}
</section>
<p class="meta">Seed “${escapeHtml(replay.seed)}”, run ${replay.replicate}.</p>
</main>`;
  return drawDocument({ title: `${title} · goodhart`, body, hasScript: true });
}
