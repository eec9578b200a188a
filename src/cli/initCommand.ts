import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { meantNumber } from '../core/meantNumber.ts';
import { refuse, showValue } from '../core/messages.ts';
import { parseScenario } from '../scenario/load.ts';
import { askAll, type Question } from './askAll.ts';
import { capacityWarning, hoursFor, winsPerMonth } from './companyHours.ts';
import { type CompanyFigures, scenarioText } from './companyText.ts';
import { EXIT } from './exit.ts';
import { writeWhole } from './files.ts';
import { fitLines, runObservedArm } from './fitLines.ts';
import { tell } from './streams.ts';

export interface InitFlags {
  readonly visits: string;
  readonly leads: string;
  readonly ready: string;
  readonly winShare: string;
  readonly dealUsd: string;
  readonly cycleDays: string;
  readonly reps: string;
  readonly quotaUsd: string;
  readonly wins?: string;
  readonly open?: string;
  readonly force?: boolean;
  readonly ask?: boolean;
}

export async function initCommand(file: string, flags: InitFlags): Promise<number> {
  if (existsSync(file) && !flags.force)
    refuse([
      {
        code: 'usage',
        path: 'init',
        got: showValue(file),
        expected: 'a file that does not exist yet',
        hint: '--force overwrites it',
      },
    ]);
  const given = QUESTIONS.map(({ flag }) => flags[flag]);
  const answers = flags.ask ? await askAll(QUESTIONS, given, readAnswer) : given;
  const read = Object.fromEntries(
    QUESTIONS.map((question, i) => [question.flag, readAnswer(question, answers[i])]),
  );
  const company = withDecided({ ...read, reps: Math.round(read.reps) } as unknown as CompanyFigures, flags);
  if (company.wins !== undefined) tell('Calibrating hours per lead and deal to the deals won today.\n');
  const hoursTimes = company.wins === undefined ? 1 : await hoursFor(company);
  const text = scenarioText(basename(file), company, hoursTimes);
  const scenario = parseScenario(text, { file });
  writeWhole(file, text);
  const today = await runObservedArm(scenario);
  const warning = company.wins === undefined ? capacityWarning(company, winsPerMonth(today)) : '';
  tell(`Wrote ${file}. ${HONEST}\n\n${fitLines(today).join('\n')}\n\n${warning}`);
  tell(flags.ask ? `Running: goodhart compare ${file}\n` : `Next: goodhart compare ${file}\n`);
  return EXIT.fine;
}

/** Figures with the win share of decided deals, if the share given counts open deals as not won. */
function withDecided(company: CompanyFigures, { wins: written, open: stillOpen }: InitFlags): CompanyFigures {
  if (written === undefined) {
    if (stillOpen === undefined) return company;
    refuse([{ code: 'usage', path: '--open', expected: '--wins beside it: the deals won a month' }]);
  }
  const wins = readAnswer(WINS, written);
  if (stillOpen === undefined) return { ...company, wins };
  const open = readAnswer(OPEN, stillOpen);
  const counted = (MONTHS_PER_YEAR * wins) / company.winShare;
  const decided = counted - open;
  if (!(decided > MONTHS_PER_YEAR * wins))
    refuse([
      {
        code: 'usage',
        path: '--open',
        got: stillOpen,
        expected: `fewer than the ${Math.round(counted)} deals a year that ${wins} wins a month are ${percent(company.winShare)} of`,
      },
    ]);
  const winShare = Number(((MONTHS_PER_YEAR * wins) / decided).toPrecision(3));
  tell(
    `Of ${Math.round(counted)} deals a year, ${open} are still open. Of the deals decided, ${percent(winShare)} are won, ` +
      `not ${percent(company.winShare)}.\n`,
  );
  return { ...company, wins, winShare };
}

const MONTHS_PER_YEAR = 12;
const percent = (share: number) => `${Number((100 * share).toPrecision(3))}%`;

const HONEST =
  'Its figures describe the company without gaming. If today’s plan is gamed, what you count includes gaming: ' +
  'compare your counts with the arm of that plan.';

/** Numbers of a company that make a scenario of it. */
const QUESTIONS: readonly (Question & {
  readonly flag: Exclude<keyof InitFlags, 'force' | 'ask' | 'wins' | 'open'>;
})[] = [
  { flag: 'visits', option: '--visits', asks: 'Visits of the website a month', least: 1, most: 1e8 },
  {
    flag: 'leads',
    option: '--leads',
    asks: 'Leads a month: visitors who leave their details',
    least: 1,
    most: 1e8,
  },
  {
    flag: 'ready',
    option: '--ready',
    asks: 'Leads that marketing passes to sales a month',
    least: 0.1,
    most: 1e8,
  },
  {
    flag: 'winShare',
    option: '--win-share',
    asks: 'Part of worked opportunities that are won, such as 0.2 or 20%',
    least: 0.001,
    most: 1,
  },
  { flag: 'dealUsd', option: '--deal-usd', asks: 'Mean size of a deal, in dollars', least: 1, most: 1e12 },
  {
    flag: 'cycleDays',
    option: '--cycle-days',
    asks: 'Working days from opportunity to decision (a month has 21)',
    least: 0,
    most: 2500,
  },
  { flag: 'reps', option: '--reps', asks: 'Account executives', least: 1, most: 100_000 },
  {
    flag: 'quotaUsd',
    option: '--quota-usd',
    asks: 'Quota of one of them a month, in dollars',
    least: 1,
    most: 1e12,
  },
];

const WINS: Question = { option: '--wins', asks: 'Deals won a month', least: 0.01, most: 1e7 };
const OPEN: Question = {
  option: '--open',
  asks: 'Open deals that the win rate counts as not won',
  least: 0,
  most: 1e8,
};

/** Working days of a unit of time that a cycle is given in. */
const WORKING_DAYS: readonly (readonly [unit: RegExp, days: number])[] = [
  [/\s*calendar days?$/i, 5 / 7],
  [/\s*((working|business) )?(days?|d)$/i, 1],
  [/\s*(weeks?|w)$/i, 5],
  [/\s*(months?|m)$/i, 21],
];

/** An answer without its letter for thousands or millions, or its unit of time, and what these multiply. */
function plain(option: string, text: string): readonly [text: string, times: number] {
  if (option === '--cycle-days')
    for (const [unit, days] of WORKING_DAYS) if (unit.test(text)) return [text.replace(unit, ''), days];
  const [, digits, letter] = /^\s*(\$?[\d.,]+)\s*([kKmM])\s*$/.exec(text) ?? [];
  if (digits !== undefined) return [digits, /k/i.test(letter) ? 1000 : 1_000_000];
  return [text, 1];
}

/** Reads an answer as people write numbers. */
function readAnswer({ option, least, most }: Question, text: string): number {
  const [digits, times] = plain(option, text);
  const meant = meantNumber(digits);
  const value =
    meant === undefined ? Number.NaN : times * (meant.isPercent ? meant.value / 100 : meant.value);
  if (!Number.isFinite(value) || value < least || value > most)
    refuse([
      {
        code: 'usage',
        path: option,
        got: showValue(text),
        expected: `a number from ${least} to ${most}`,
        hint: hintAt(value, most),
      },
    ]);
  return value;
}

/** What was probably meant: a percentage. */
function hintAt(value: number, most: number): string | undefined {
  return most === 1 && value > 1 && value <= 100 ? `write ${value}% or ${value / 100}` : undefined;
}
