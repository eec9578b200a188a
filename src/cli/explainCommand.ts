import { canonicalJson } from '../core/canonicalJson.ts';
import type { Issue } from '../core/errors.ts';
import { refuse, showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import { parametersOf } from '../model/parameter.ts';
import { allTerms } from '../report/glossary.ts';
import { wrap } from '../report/textLayout.ts';
import { dimensionsOfMetric } from '../scenario/checkSlices.ts';
import { gamedBy } from '../worlds/revenue/catalogue/gamedBy.ts';
import { GAMES } from '../worlds/revenue/catalogue/games/index.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { OUTCOMES } from '../worlds/revenue/catalogue/outcomes/index.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import { SECTIONS } from '../worlds/revenue/catalogue/sections.ts';
import { TACTICS } from '../worlds/revenue/catalogue/tactics/index.ts';
import { productParameters } from '../worlds/revenue/numbers/lines.ts';
import { channelParameters } from '../worlds/revenue/numbers/market.ts';
import { personParameters, plannerParameters } from '../worlds/revenue/numbers/people.ts';
import { EXIT } from './exit.ts';
import { columns, print } from './streams.ts';

/** What is known of a term. */
interface Entry {
  readonly term: string;
  /** What kind of thing it is. */
  readonly kind: string;
  readonly about: string;
  /** Other names by which it is found. */
  readonly title?: string;
}

const WIDTH = 80;

/** Prints what a term means: a word of reports, or anything of the catalogues, or an input by its path. */
export async function explainCommand(words: readonly string[], flags: { json?: boolean }): Promise<number> {
  const asked = words.join(' ').trim();
  const entries = [...terms(), ...catalogues(), ...inputs()];
  const isSame = (name: string | undefined) => name !== undefined && bare(name) === bare(asked);
  const exact = entries.filter(({ term, title }) => isSame(term) || isSame(title));
  const found =
    exact.length > 0 ? exact : entries.filter(({ term }) => bare(term.split('.').pop()!) === bare(asked));
  const near = found.length > 0 ? found : searched(entries, asked).slice(0, MOST_FOUND);
  if (near.length === 0) refuse([unknownTerm(asked, entries)]);
  if (flags.json) print(`${canonicalJson(near, '  ')}\n`);
  else
    print(
      `${near
        .map(({ term, kind, about }) =>
          wrap(about, columns() ?? WIDTH, `${term} (${kind}): `, '  ').join('\n'),
        )
        .join('\n\n')}\n`,
    );
  return EXIT.fine;
}

/** Most entries that are printed where no name is the term. */
const MOST_FOUND = 5;

/** Entries that have all words of the term somewhere, names before texts. */
function searched(entries: readonly Entry[], asked: string): Entry[] {
  const words = asked.toLowerCase().split(/\s+/);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const named = entries.filter(({ term, title = '' }) => has(`${term} ${title}`));
  return [...named, ...entries.filter((entry) => !named.includes(entry) && has(entry.about))];
}

function unknownTerm(asked: string, entries: readonly Entry[]): Issue {
  const names = entries.flatMap(({ term, title }) => [term, ...(title === undefined ? [] : [title])]);
  const near = nearestName(asked, names);
  return {
    code: 'dangling-reference',
    path: 'explain',
    got: showValue(asked),
    expected: 'a word of a report, an id of goodhart list, or an input such as sales.winShare',
    hint: near === undefined ? 'goodhart list outcomes, metrics, tactics or roles' : `did you mean ${near}?`,
  };
}

/** A name without capitals, spaces and hyphens. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

function terms(): Entry[] {
  return allTerms().map(([term, about]) => ({ term, kind: 'word of reports', about }));
}

/** What makes a metric's report differ from the truth, if anything does. */
function gamesOf(metric: (typeof METRICS)[number]): string {
  const ids = gamedBy(metric);
  return ids.length === 0 ? '' : ` Gamed by: ${ids.join(', ')}.`;
}

/** The parts of a company for which a metric can be paid. */
function partsIn(id: string): string {
  const dimensions = dimensionsOfMetric(id);
  return dimensions.length === 0 ? '' : ` Can be paid for one ${dimensions.join(', ')}.`;
}

function catalogues(): Entry[] {
  return [
    ...METRICS.map((metric) => ({
      term: metric.id,
      title: metric.title,
      kind: `metric, ${metric.unit}`,
      about: `${metric.about}${partsIn(metric.id)}${gamesOf(metric)}`,
    })),
    ...OUTCOMES.map(({ id, title, unit, about }) => ({ term: id, title, kind: `outcome, ${unit}`, about })),
    ...TACTICS.map(({ id, title, about }) => ({ term: id, title, kind: 'tactic of marketers', about })),
    ...GAMES.map(({ id, title, about }) => ({ term: id, title, kind: 'game of sellers or managers', about })),
    ...ROLES.map(({ id, title, about }) => ({ term: id, title, kind: 'role', about })),
  ];
}

/** Inputs by their path in a scenario file, with unit, default, range and source. */
function inputs(): Entry[] {
  const groups = [
    ...Object.entries(SECTIONS).map(([prefix, group]) => ({ prefix, group })),
    { prefix: 'market.channels.NAME', group: channelParameters },
    { prefix: 'lines.products.NAME', group: productParameters },
    { prefix: 'people.NAME', group: { ...personParameters, ...plannerParameters } },
    ...TACTICS.map(({ id, parameters }) => ({ prefix: `tactics.${id}`, group: parameters })),
  ];
  return groups.flatMap(({ prefix, group }) =>
    [...parametersOf(group)].map(([name, parameter]) => {
      const isNumber = parameter.kind === 'number';
      const range =
        isNumber && parameter.low !== undefined
          ? `, plausible from ${parameter.low} to ${parameter.high}`
          : '';
      return {
        term: `${prefix}.${name}`,
        kind: isNumber ? `input, ${parameter.unit}` : 'input',
        about: `${parameter.about} Default ${parameter.default}${range}. Source: ${parameter.source}.`,
      };
    }),
  );
}
