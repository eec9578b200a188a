import { canonicalJson } from '../core/canonicalJson.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import { cautions } from './cautions.ts';
import { drawSvg } from './chart.ts';
import { chartsOf } from './charts.ts';
import { durationOf, plural, titleOf } from './format.ts';
import { drawAnswer } from './html/drawAnswer.ts';
import { drawArms } from './html/drawArms.ts';
import { drawAssumptions } from './html/drawAssumptions.ts';
import { drawFigure } from './html/drawFigure.ts';
import { drawSensitivity } from './html/drawSensitivity.ts';
import { drawTable } from './html/drawTable.ts';
import { escapeHtml } from './html/escapeHtml.ts';
import { explainArms } from './html/explainArms.ts';
import { movements } from './moved.ts';
import { opening } from './opening.ts';
import { planInWords } from './planWords.ts';
import { sensitivitySentence } from './sensitivity.ts';
import { STYLE } from './style.ts';
import { claimsTable, misalignmentTable } from './tables.ts';
import { titled } from './titled.ts';
import { verdict } from './verdict.ts';
import { whys } from './whys.ts';

/**
 * The report of a comparison as one HTML file. It needs no network or script, prints on A4, and can be read
 * by keyboard, on a phone and in greyscale. It is a pure function of the bundle, which it embeds as data.
 *
 * Scenario text is hostile input: every name is escaped, and no text can close the data island.
 */
export async function renderHtml(named: Bundle): Promise<string> {
  const bundle = titled(named);
  const figures = await Promise.all(
    chartsOf(bundle).map(async (chart) => drawFigure(chart, await drawSvg(chart))),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(`${bundle.scenario.name} · goodhart`)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#${bundle.answer === undefined ? 'verdict' : 'answer'}">Skip to the answer</a>
${writeHeader(bundle)}
<main>
${drawAnswer(bundle)}
${writeVerdict(bundle)}
<section aria-labelledby="arms-title">
<h2 id="arms-title">The arms at a glance</h2>
${drawArms(bundle)}
${explainArms(bundle)}
</section>
${writeReasons(bundle)}
${writeMovements(bundle)}
<section aria-labelledby="charts-title">
<h2 id="charts-title">What happened</h2>
${figures.join('\n')}
</section>
${writeCosts(bundle)}
${writeClaims(bundle)}
${writeSensitivity(bundle)}
${writePlans(bundle)}
<section aria-labelledby="assumptions-title">
<h2 id="assumptions-title">Every assumption</h2>
<p>Numbers that the scenario or the command set are marked; the rest are defaults with their source.</p>
<details><summary>${escapeHtml(plural(bundle.scenario.assumptions.length, 'number'))} and their sources</summary>${drawAssumptions(bundle)}</details>
</section>
${writeHowToRepeat(bundle)}
</main>
${writeData(named)}
</body>
</html>
`;
}

/** Name of the scenario, and the runs behind the report. */
function writeHeader(bundle: Bundle): string {
  return `<header>
<p class="brand">goodhart · a flight simulator for incentive schemes</p>
<h1>${escapeHtml(bundle.scenario.name)}</h1>
${bundle.scenario.about === undefined ? '' : `<p>${escapeHtml(bundle.scenario.about)}</p>`}
<p class="meta">${escapeHtml(plural(bundle.arms.length, 'arm'))} on the same luck&nbsp;· ${escapeHtml(plural(bundle.replicates.completed, 'run'))} each${bundle.replicates.failed.length > 0 ? ` (${bundle.replicates.failed.length} failed)` : ''}&nbsp;· ${escapeHtml(durationOf(bundle))}&nbsp;· compared with <b>${escapeHtml(titleOf(bundle.scenario.reference))}</b>${bundle.steadied === undefined ? '' : '&nbsp;· means and differences without the luck of single deals, which is 0 on average'}</p>
</header>`;
}

/** The verdict and its caveats. */
function writeVerdict(bundle: Bundle): string {
  const notes = cautions(bundle);
  return `<section id="verdict" aria-labelledby="verdict-title">
<h2 id="verdict-title">The verdict</h2>
<div class="headline">${opening(bundle)
    .map((sentence) => `<p>${escapeHtml(sentence)}</p>`)
    .join('')}</div>
<ul class="verdicts">
${verdict(bundle)
  .map((sentence) => `<li>${escapeHtml(sentence)}</li>`)
  .join('\n')}
</ul>
${notes.length === 0 ? '' : `<ul class="cautions">${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}</ul>`}
</section>`;
}

/** Why people game or do not, planners and sellers; empty if nothing is to be explained. */
function writeReasons(bundle: Bundle): string {
  const why = whys(bundle);
  return why.length === 0
    ? ''
    : '<section aria-labelledby="why-title"><h2 id="why-title">Why people did what they did</h2><dl>' +
        `${why.map(([who, text]) => `<dt>${escapeHtml(who)}</dt><dd>${escapeHtml(text)}</dd>`).join('\n')}</dl></section>`;
}

/** Changes that accompany the primary outcome; empty if nothing changed. */
function writeMovements(bundle: Bundle): string {
  const moved = movements(bundle);
  return moved.length === 0
    ? ''
    : '<section aria-labelledby="moved-title"><h2 id="moved-title">What moved with it</h2><p>What ' +
        'changed most on the way, in the order in which one thing leads to another; each at least twice as ' +
        'far as its 95% interval reaches.</p><ul>' +
        `${moved.map((sentences) => `<li>${sentences.map(escapeHtml).join('<br>')}</li>`).join('\n')}</ul></section>`;
}

/** Cost of misalignment of every arm; empty without counterfactuals. */
function writeCosts(bundle: Bundle): string {
  const costs = misalignmentTable(bundle);
  return costs === undefined
    ? ''
    : `<section aria-labelledby="cost-title"><h2 id="cost-title">${escapeHtml(costs.title)}</h2><p>` +
        `${escapeHtml(costs.note)}</p>${drawTable(costs.head, costs.rows, costs.title)}</section>`;
}

/** Mutual claims of marketing and sales; empty if there are none. */
function writeClaims(bundle: Bundle): string {
  const claims = claimsTable(bundle);
  return claims === undefined
    ? ''
    : `<section aria-labelledby="claims-title"><h2 id="claims-title">${escapeHtml(claims.title)}</h2>` +
        `${drawTable(claims.head, claims.rows, claims.title)}</section>`;
}

/** Assumptions that change the verdict; empty if none were tested. */
function writeSensitivity(bundle: Bundle): string {
  const sensitivity = sensitivitySentence(bundle);
  return sensitivity === undefined
    ? ''
    : '<section aria-labelledby="weak-title"><h2 id="weak-title">Which assumptions turn the ' +
        `verdict</h2><p>${escapeHtml(sensitivity)}</p>${drawSensitivity(bundle)}</section>`;
}

/** The plans of all arms in words. */
function writePlans(bundle: Bundle): string {
  return `<section aria-labelledby="plans-title">
<h2 id="plans-title">The plans</h2>
${planInWords(bundle.scenario.resolved)
  .filter(({ plan }) => bundle.arms.some((arm) => arm.plan === plan || arm.later?.plan === plan))
  .map(
    ({ plan, sentences }) =>
      `<h3>${escapeHtml(titleOf(plan))}</h3><ul>` +
      `${sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('')}</ul>`,
  )
  .join('\n')}
</section>`;
}

/** Command, seed and version that reproduce the numbers. */
function writeHowToRepeat(bundle: Bundle): string {
  return `<section aria-labelledby="again-title">
<h2 id="again-title">Do it again</h2>
<p>The same scenario, seed and version give the same numbers to the last digit, on any machine.</p>
${bundle.command === '' ? '' : `<pre><code>${escapeHtml(bundle.command)}</code></pre>`}
<p class="meta">goodhart ${escapeHtml(bundle.tool.version)} · seed “${escapeHtml(bundle.seed)}” · scenario ${escapeHtml(bundle.scenario.hash.slice(0, 16))}</p>
</section>`;
}

/** The bundle as embedded data that no text can close. */
function writeData(bundle: Bundle): string {
  return `<script type="application/json" id="bundle">${canonicalJson(bundle)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}</script>`;
}
