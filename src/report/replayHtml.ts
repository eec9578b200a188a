import type { Replay } from '../experiments/result/replay.ts';
import { stripChart } from './charts/stripChart.ts';
import { titleOf } from './format.ts';
import { drawFigure } from './html/drawFigure.ts';
import { escapeHtml } from './html/escapeHtml.ts';
import { PAGE_SCRIPT, pageScriptSource } from './html/pageScript.ts';
import { storyOf, whichRun } from './story.ts';
import { STYLE } from './style.ts';

/** The story of one run as a page: what happened, a strip chart, and its numbers as a table. */
export async function renderReplayHtml(replay: Replay): Promise<string> {
  const title = `${replay.scenario}: ${titleOf(replay.arm)}`;
  const story = storyOf(replay).map(
    ({ when, sentences }) => `<dt>${escapeHtml(when)}</dt><dd>${escapeHtml(sentences.join(' '))}</dd>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:; script-src ${pageScriptSource()}">
<title>${escapeHtml(`${title} · goodhart`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
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
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}
