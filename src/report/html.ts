import { canonicalJson } from '../core/canonicalJson.ts';
import type { Bundle, Contrast } from '../experiments/result/bundle.ts';
import { type Chart, drawSvg } from './chart.ts';
import { chartsOf } from './charts.ts';
import { durationOf, formatDifference, formatInterval, formatValue, plural, titleOf } from './format.ts';
import { GAMES } from './games.ts';
import { glossaryOf } from './glossary.ts';
import { movements } from './moved.ts';
import { reportedPeople } from './people.ts';
import { armInWords, planInWords } from './planWords.ts';
import { cautions, opening, outcomeOf, sensitivitySentence, standingOf, verdict, whys } from './sentences.ts';
import { STYLE } from './style.ts';
import { claimsTable, misalignmentTable } from './tables.ts';

/** Text made safe for HTML, whatever it holds; no line ends between a minus and its number. */
export function escapeHtml(text: string): string {
  return text.replace(/−(?=[$\d])/g, '−\u2060').replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/**
 * The report of a comparison: one HTML file that needs no network and no script, prints on A4 and can be read
 * by keyboard, on a phone and in greyscale. A pure function of the bundle, which it carries as data.
 *
 * Scenario text is hostile input: every name is escaped, and the data island cannot be closed from within.
 */
export async function renderHtml(bundle: Bundle): Promise<string> {
  const charts = await Promise.all(
    chartsOf(bundle).map(async (chart) => figure(chart, await drawSvg(chart))),
  );
  const title = `${bundle.scenario.name} · goodhart`;
  const e = escapeHtml;
  const outcome = outcomeOf(bundle);
  const why = whys(bundle);
  const moved = movements(bundle);
  const sensitivity = sensitivitySentence(bundle);
  const costs = misalignmentTable(bundle);
  const claims = claimsTable(bundle);
  const notes = cautions(bundle);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${e(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#verdict">Skip to the verdict</a>
<header>
<p class="brand">goodhart · a flight simulator for incentive schemes</p>
<h1>${e(bundle.scenario.name)}</h1>
${bundle.scenario.about === undefined ? '' : `<p>${e(bundle.scenario.about)}</p>`}
<p class="meta">${e(plural(bundle.arms.length, 'arm'))} on the same luck&nbsp;· ${e(plural(bundle.replicates.completed, 'run'))} each${bundle.replicates.failed.length > 0 ? ` (${bundle.replicates.failed.length} failed)` : ''}&nbsp;· ${e(durationOf(bundle))}&nbsp;· compared with <b>${e(titleOf(bundle.scenario.reference))}</b>${bundle.steadied === undefined ? '' : '&nbsp;· means and differences without the luck of single deals, which is 0 on average'}</p>
</header>
<main>
<section id="verdict" aria-labelledby="verdict-title">
<h2 id="verdict-title">The verdict</h2>
<div class="headline">${opening(bundle)
    .map((sentence) => `<p>${e(sentence)}</p>`)
    .join('')}</div>
<ul class="verdicts">
${verdict(bundle)
  .map((sentence) => `<li>${e(sentence)}</li>`)
  .join('\n')}
</ul>
${notes.length === 0 ? '' : `<ul class="cautions">${notes.map((note) => `<li>${e(note)}</li>`).join('')}</ul>`}
</section>
<section aria-labelledby="arms-title">
<h2 id="arms-title">The arms at a glance</h2>
${armsTable(bundle, outcome)}
${described(bundle)}
</section>
${
  why.length === 0
    ? ''
    : '<section aria-labelledby="why-title"><h2 id="why-title">Why people did what they did</h2><dl>' +
      `${why.map(([who, text]) => `<dt>${e(who)}</dt><dd>${e(text)}</dd>`).join('\n')}</dl></section>`
}
${
  moved.length === 0
    ? ''
    : '<section aria-labelledby="moved-title"><h2 id="moved-title">What moved with it</h2><p>What ' +
      'changed most on the way, in the order in which one thing leads to another; each at least twice as ' +
      'far as its 95% interval reaches.</p><ul>' +
      `${moved.map((sentences) => `<li>${sentences.map(e).join('<br>')}</li>`).join('\n')}</ul></section>`
}
<section aria-labelledby="charts-title">
<h2 id="charts-title">What happened</h2>
${charts.join('\n')}
</section>
${
  costs === undefined
    ? ''
    : `<section aria-labelledby="cost-title"><h2 id="cost-title">${e(costs.title)}</h2><p>` +
      `${e(costs.note)}</p>${table(costs.head, costs.rows, costs.title)}</section>`
}
${
  claims === undefined
    ? ''
    : `<section aria-labelledby="claims-title"><h2 id="claims-title">${e(claims.title)}</h2>` +
      `${table(claims.head, claims.rows, claims.title)}</section>`
}
${
  sensitivity === undefined
    ? ''
    : '<section aria-labelledby="weak-title"><h2 id="weak-title">Which assumptions turn the ' +
      `verdict</h2><p>${e(sensitivity)}</p>${sensitivityTable(bundle, outcome.unit)}</section>`
}
<section aria-labelledby="plans-title">
<h2 id="plans-title">The plans</h2>
${planInWords(bundle.scenario.resolved)
  .filter(({ plan }) => bundle.arms.some((arm) => arm.plan === plan || arm.later?.plan === plan))
  .map(
    ({ plan, sentences }) =>
      `<h3>${e(titleOf(plan))}</h3><ul>` +
      `${sentences.map((sentence) => `<li>${e(sentence)}</li>`).join('')}</ul>`,
  )
  .join('\n')}
</section>
<section aria-labelledby="assumptions-title">
<h2 id="assumptions-title">Every assumption</h2>
<p>Numbers that the scenario or the command set are marked; the rest are defaults with their source.</p>
<details><summary>${e(plural(bundle.scenario.assumptions.length, 'number'))} and their sources</summary>${assumptionsTable(bundle)}</details>
</section>
<section aria-labelledby="again-title">
<h2 id="again-title">Do it again</h2>
<p>The same scenario, seed and version give the same numbers to the last digit, on any machine.</p>
${bundle.command === '' ? '' : `<pre><code>${e(bundle.command)}</code></pre>`}
<p class="meta">goodhart ${e(bundle.tool.version)} · seed “${e(bundle.seed)}” · scenario ${e(bundle.scenario.hash.slice(0, 16))}</p>
</section>
</main>
<script type="application/json" id="bundle">${canonicalJson(bundle)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}</script>
</body>
</html>
`;
}

function figure(chart: Chart, svg: string): string {
  const e = escapeHtml;
  // One image to assistive technology: the parts carry no roles of their own.
  const bare = svg.replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, '');
  const labelled = bare.replace(
    '<svg ',
    '<svg role="img" aria-label="' +
      `${e(`${chart.title}. ${chart.caption} The numbers are in the table below.`)}" `,
  );
  return `<figure id="chart-${e(chart.id)}"><h3>${e(chart.title)}</h3><div class="chart" tabindex="0" role="group" aria-label="${e(chart.title)}: chart">${labelled}</div><figcaption>${e(chart.caption)}</figcaption>
<details class="twin"><summary>The numbers as a table</summary>${table(chart.table.head, chart.table.rows, chart.title)}</details></figure>`;
}

/** A table; its first column names the rows. */
function table(head: readonly string[], rows: readonly (readonly string[])[], label: string): string {
  const e = escapeHtml;
  return `<div class="scroll" tabindex="0" role="group" aria-label="${e(label)}: table"><table><thead><tr>${head.map((cell) => `<th scope="col">${e(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      (row) =>
        `<tr>${row.map((cell, i) => (i === 0 ? `<th scope="row">${e(cell)}</th>` : `<td>${e(cell)}</td>`)).join('')}</tr>`,
    )
    .join('')}</tbody></table></div>`;
}

/** What each arm is, and the words that the tables use. */
function described(bundle: Bundle): string {
  const e = escapeHtml;
  const arms = bundle.arms.flatMap((arm) =>
    armInWords(arm) === '' ? [] : [`<dt>${e(titleOf(arm.name))}</dt><dd>${e(armInWords(arm))}</dd>`],
  );
  const words = glossaryOf(bundle).map(([word, meaning]) => `<dt>${e(word)}</dt><dd>${e(meaning)}</dd>`);
  return (
    `${arms.length === 0 ? '' : `<h3>The arms</h3><dl class="short">${arms.join('')}</dl>`}<details><summary>Words ` +
    `used here</summary><dl class="short">${words.join('')}</dl></details>`
  );
}

type Columns = readonly (readonly [id: string, title: string])[];

/** Most people whose pay has a column of its own in the overview. */
const MOST_PAY_COLUMNS = 2;

/** Columns of the overview, with short heads. */
const revenueGlance = (bundle: Bundle): Columns => [
  ['profitUsd', 'Profit after pay'],
  ...reportedPeople(bundle)
    .slice(0, MOST_PAY_COLUMNS)
    .map(({ payId, whose }) => [payId, `${whose} pay`] as const),
  ['wholeBonusMonthsShare', 'Whole bonus paid'],
  ['hollowSqlsShare', 'Hollow SQLs'],
  ['hollowVisitsShare', 'Hollow visits'],
  ['hollowPipelineShare', 'Hollow pipeline'],
  ['sellingTimeWastedShare', 'Selling time wasted'],
  ['teamMonthsMissedShare', 'Months quota missed'],
  ['annualGoalReachedShare', 'Goal reached'],
];
/** Shown where it happened at all. */
const SOMETIMES: Columns = [
  ['discountShare', 'Discounts given'],
  ...GAMES.map(({ id, title }) => [id, title] as const),
  ['forecastErrorShare', 'Forecast error'],
  ['forecastBiasShare', 'Forecast above bookings'],
];
const TEXTBOOK_GLANCE: Columns = [
  ['valueUsd', 'Value to the firm'],
  ['payUsd', 'Pay of all agents'],
  ['profitUsd', 'Profit after pay'],
  ['hollowPayUsd', 'Pay for gaming'],
  ['effortCostUsd', 'Cost of effort'],
  ['riskPremiumUsd', 'Risk premium'],
];

function armsTable(
  bundle: Bundle,
  outcome: { id: string; title: string; unit: string; direction: string },
): string {
  const isSomething = (id: string) => bundle.arms.some((arm) => (arm.outcomes[id]?.mean ?? 0) !== 0);
  const happened = SOMETIMES.filter(([id]) => isSomething(id));
  const matters = (id: string) =>
    !(id.startsWith('hollow') || id === 'wholeBonusMonthsShare') || isSomething(id);
  const told = (bundle.scenario.tell ?? [])
    .filter((id) => bundle.arms.some((arm) => arm.outcomes[id] !== undefined))
    .map((id) => [id, titleFor(bundle, id)] as const);
  const usual =
    bundle.scenario.world === 'textbook'
      ? TEXTBOOK_GLANCE
      : [...happened, ...revenueGlance(bundle).filter(([id]) => matters(id))];
  const glance = [...told, ...usual.filter(([id]) => !told.some(([already]) => already === id))].filter(
    ([id]) => id !== outcome.id,
  );
  const head = ['Arm', outcome.title, 'Against the reference', ...glance.map(([, title]) => title)];
  const rows = bundle.arms.map((arm) => {
    const contrast = bundle.contrasts.find((item) => item.arm === arm.name);
    const standing = contrast === undefined ? 'reference' : standingInWords(bundle, contrast, outcome);
    const show = (id: string) => {
      const value = arm.outcomes[id];
      return value === undefined ? '–' : formatValue(value.mean, value.unit);
    };
    return [titleOf(arm.name), show(outcome.id), standing, ...glance.map(([id]) => show(id))];
  });
  return table(head, rows, 'The arms at a glance');
}

/**
 * How an arm stands against the one it is compared with, which is named where it is not the reference of all.
 */
function standingInWords(
  bundle: Bundle,
  contrast: Contrast,
  outcome: { id: string; direction: string },
): string {
  const standing = standingOf(contrast, outcome.id, outcome.direction);
  const words = { better: 'better', worse: 'worse', open: 'not told apart', identical: 'identical' }[
    standing
  ];
  if (contrast.reference === bundle.scenario.reference) return words;
  const link = { better: 'than', worse: 'than', open: 'from', identical: 'with' }[standing];
  return `${words} ${link} ${titleOf(contrast.reference)}`;
}

function titleFor(bundle: Bundle, id: string): string {
  return bundle.arms.find((arm) => arm.outcomes[id] !== undefined)?.outcomes[id].title ?? id;
}

function sensitivityTable(bundle: Bundle, unit: string): string {
  const rows = bundle.sensitivity.map((test) => [
    test.path,
    `${test.value} (base ${test.base}) ${test.unit}`,
    `${formatDifference(test.difference.meanDifference, unit)} (` +
      `${formatInterval(test.difference.ci95, unit, true)})`,
    { same: 'stands', open: 'left open', turned: 'turned round' }[test.verdict],
  ]);
  return table(
    ['Assumption', 'Set to', 'Difference', 'Verdict'],
    rows,
    'Assumptions at both ends of their range',
  );
}

function assumptionsTable(bundle: Bundle): string {
  const rows = bundle.scenario.assumptions.map((item) => [
    item.path,
    typeof item.value === 'number' ? String(item.value) : String(item.value),
    item.unit,
    item.low === undefined ? '' : `${item.low} to ${item.high}`,
    { default: 'default', base: 'base', scenario: 'set by the scenario', set: 'set by the command' }[
      item.origin
    ],
    item.source,
  ]);
  return table(['Name', 'Value', 'Unit', 'Plausible range', 'From', 'Source'], rows, 'Every assumption');
}
