import type { ValidationRow } from '../validation/check.ts';
import type { Validation } from '../validation/validate.ts';
import { drawDocument } from './html/drawDocument.ts';
import { escapeHtml } from './html/escapeHtml.ts';
import { textTable } from './textLayout.ts';

const PARTS = {
  decisions: 'How people decide',
  payroll: 'What pay is worth',
  company: 'People in the company',
  funnel: 'Funnel and sales floor',
} as const;

/** Formats a number in the table: four significant digits, at most five decimals, whole from 1000. */
function figure(value: number): string {
  if (value === 0 || Math.abs(value) < 5e-6) return '0';
  const size = Math.abs(value);
  const decimals = Math.max(0, Math.min(5, 3 - Math.floor(Math.log10(size))));
  return value.toFixed(size >= 1000 ? 0 : decimals).replace('-', '−');
}

function expectedText({ expected }: ValidationRow): string {
  return typeof expected === 'number' ? figure(expected) : `${bound(expected[0])} to ${bound(expected[1])}`;
}

/** Formats an end of a band as specified. */
const bound = (value: number) => (Math.abs(value) < 1e-6 ? '0' : String(value).replace('-', '−'));

/**
 * Distance of a row from its expected value: in standard errors if it has any, else absolute. A row with a
 * band shows its standard error instead.
 */
function distanceText(row: ValidationRow): string {
  if (row.z !== undefined) return `${row.z < 0 ? '−' : '+'}${Math.abs(row.z).toFixed(1)} s.e.`;
  if (typeof row.expected !== 'number')
    return row.se === undefined || row.se === 0 ? '' : `s.e. ${figure(row.se)}`;
  const off = Math.abs(row.simulated - row.expected);
  return off <= 1e-9
    ? 'equal'
    : `off by ${off.toExponential(0).replace(/e([-+])(\d+)/, (_, sign: string, digits: string) => ` × 10${sign === '-' ? '⁻' : ''}${raised(digits)}`)}`;
}

const raised = (digits: string) => [...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

/** Permitted distance of a row: its tolerance or four standard errors. Findings have bands instead. */
function allowedText({ expected, tolerance }: ValidationRow): string {
  if (typeof expected !== 'number') return '';
  if (tolerance >= 1e-3) return figure(tolerance);
  const digits = Math.floor(Math.log10(tolerance));
  const lead = Number((tolerance / 10 ** digits).toFixed(0));
  return `${lead === 1 ? '' : `${lead} × `}10⁻${raised(String(-digits))}`;
}

/** Notes that qualify the claim of a row. */
function notesOn({
  overrides,
  afterLook,
  reported,
  illustration,
  notReached,
  basis,
  pass,
}: ValidationRow): string[] {
  return [
    overrides === undefined ? '' : `Setting: ${overrides}.`,
    reported === undefined ? '' : `The study: ${reported}.`,
    illustration ? 'An illustration: no field study behind it.' : '',
    basis === 'fitted' ? 'Fitted: parameters were chosen with this row in view.' : '',
    basis === 'predicted' ? 'Predicted: the band holds the size.' : '',
    pass || notReached === undefined ? '' : `Known failure: ${notReached}.`,
    afterLook === undefined ? '' : `Set after a first look: ${afterLook}.`,
  ].filter((note) => note !== '');
}

const verdictOf = ({ pass, notReached, basis }: ValidationRow) =>
  pass ? (basis ?? 'holds') : notReached === undefined ? 'FAILS' : 'known failure';

const idsOf = (rows: readonly ValidationRow[]) => rows.map((row) => row.id).join(', ');

/** How many published rows that hold were fitted, were predicted in size, or hold their sign only. */
function countsOf(findings: readonly ValidationRow[]): string {
  return (['fitted', 'predicted', 'sign only'] as const)
    .map((basis) => `${findings.filter((row) => row.pass && row.basis === basis).length} ${basis}`)
    .join(', ');
}

/** Summary of the table: how many rows hold, by kind, and the ids of those that fail. */
export function validationSummary({ rows, quick }: Validation): string {
  const failed = rows.filter((row) => !row.pass && row.notReached === undefined);
  const known = rows.filter((row) => !row.pass && row.notReached !== undefined);
  const exact = rows.filter((row) => row.kind === 'exact');
  const findings = rows.filter((row) => row.kind === 'published');
  const parts = [
    exact.length > 0
      ? `${exact.filter((row) => row.pass).length} of ${exact.length} results of theory hold`
      : '',
    findings.length > 0
      ? `${findings.filter((row) => row.pass).length} of ${findings.length} published findings and ` +
        `illustrations are reproduced (${countsOf(findings)})`
      : '',
  ].filter((part) => part !== '');
  const missing = known.length > 0 ? ` Known failures: ${idsOf(known)}.` : '';
  const failures = failed.length > 0 ? ` Not: ${idsOf(failed)}.` : '';
  return `${parts.join('; ')}.${missing}${failures}${quick ? ' (Quick: fewer replicates.)' : ''}`;
}

/** Renders the table for a terminal. */
export function renderValidationText(validation: Validation, columns = 110): string {
  const room = Math.max(30, columns - 66);
  const rows = validation.rows.map((row) => [
    row.id,
    row.claim.length > room ? `${row.claim.slice(0, room - 1)}…` : row.claim,
    expectedText(row),
    figure(row.simulated),
    distanceText(row),
    verdictOf(row),
  ]);
  return (
    `${textTable(['id', 'claim', 'expected', 'simulated', 'distance', 'verdict'], rows, 2).join('\n')}\n\n` +
    `${validationSummary(validation)}\n`
  );
}

const cell = (text: string) =>
  text.replace(/\|/g, '\\|').replace(/[<>]/g, (c) => (c === '<' ? '&lt;' : '&gt;'));

/** Renders the table in Markdown. */
export function renderValidationMarkdown(validation: Validation): string {
  const sections = Object.entries(PARTS).flatMap(([part, title]) => {
    const rows = validation.rows.filter((row) => row.part === part);
    if (rows.length === 0) return [];
    return [
      `## ${title}`,
      '',
      '| id | claim | source | expected | simulated | distance | may be off by | verdict |',
      '|---|---|---|---:|---:|---|---:|---|',
      ...rows.map(
        (row) =>
          `| ${row.id} | ${cell(row.claim)}${notesOn(row)
            .map((note) => `<br>*${cell(note)}*`)
            .join(
              '',
            )} | ${cell(row.source)} | ${expectedText(row)} | ${figure(row.simulated)} | ${distanceText(row)} | ${allowedText(row)} | ${verdictOf(row)} |`,
      ),
      '',
    ];
  });
  return [
    '# Validation',
    '',
    validationSummary(validation),
    '',
    'Theory: equal within its tolerance, or within four standard errors where something is drawn. ' +
      'Findings: inside a band, and off zero by two standard errors where the band leaves zero out. ' +
      'Bands were not registered beforehand. Regenerate with `goodhart validate`.',
    '',
    ...sections,
  ].join('\n');
}

/** Renders the table as one self-contained HTML page. */
export function renderValidationHtml(validation: Validation): string {
  const e = escapeHtml;
  const sections = Object.entries(PARTS)
    .map(([part, title]) => {
      const rows = validation.rows.filter((row) => row.part === part);
      if (rows.length === 0) return '';
      const body = rows
        .map(
          (row) =>
            `<tr><th scope="row">${e(row.id)}</th><td class="words">${e(row.claim)}${notesOn(row)
              .map((note) => `<br><small>${e(note)}</small>`)
              .join(
                '',
              )}<br><small>${e(row.source)}</small></td><td>${e(expectedText(row))}</td><td>${e(figure(row.simulated))}</td><td>${e(distanceText(row))}</td><td>${row.pass ? e(verdictOf(row)) : `<b>${e(verdictOf(row).toLowerCase())}</b>`}</td></tr>`,
        )
        .join('\n');
      return `<section aria-labelledby="${part}">
<h2 id="${part}">${e(title)}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${e(title)}"><table>
<thead><tr><th scope="col">Row</th><th scope="col" class="words">Claim and source</th><th scope="col">Expected</th><th scope="col">Simulated</th><th scope="col">Distance</th><th scope="col">Verdict</th></tr></thead>
<tbody>
${body}
</tbody></table></div>
</section>`;
    })
    .join('\n');
  const style = `th[scope=row] { white-space: nowrap; }
td.words, th.words { text-align: left; white-space: normal; min-width: 15rem; }
td.words small { color: #555; }`;
  const body = `<header>
<p class="brand">goodhart ${e(validation.tool.version)}</p>
<h1>Why believe it</h1>
<p>The decisions, the payroll, the engine and the statistics that make every comparison, checked against economic theory in closed form and against published field studies. Anybody can make this page again with <code>goodhart validate</code>.</p>
</header>
<main>
<p class="headline">${e(validationSummary(validation))}</p>
${sections}
</main>`;
  return drawDocument({ title: 'Validation · goodhart', style, body });
}
