import { ownValue } from '../core/ownValue.ts';
import type { ArmResult } from '../experiments/result/bundle.ts';
import type { PersonPlan } from '../model/plan.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { formatUsd, formatValue, titleOf } from './format.ts';
import { personInWords } from './payWords.ts';

/** Describes every plan of a resolved scenario. */
export function planInWords(
  resolved: Readonly<Record<string, unknown>>,
): { plan: string; sentences: string[] }[] {
  const plans = (resolved.plans ?? {}) as Record<string, Record<string, PersonPlan>>;
  // Textbook worlds have metrics of their own; a catalogue metric of the same name is a different one.
  const catalogue = resolved.world === 'textbook' ? [] : METRICS;
  const metrics = (resolved.world === 'textbook' ? resolved.metrics : {}) as Record<
    string,
    { scope?: string }
  >;
  const isContest = (metric: string) => ownValue(metrics, metric)?.scope === 'best-of';
  return Object.entries(plans).map(([plan, people]) => ({
    plan,
    sentences: Object.entries(people).flatMap(([person, pay]) =>
      personInWords(person, pay, catalogue, isContest),
    ),
  }));
}

/** Describes the change of plan in an arm; empty if there is none. */
function planChange({ plan, later }: ArmResult): string {
  if (later === undefined) return '';
  return (
    `Paid by ${titleOf(plan).toLowerCase()}, from month ${later.fromMonth} by ` +
    `${titleOf(later.plan).toLowerCase()}${later.beliefs === undefined ? '' : '; people have to learn what it pays for'}.`
  );
}

/** Describes the arrangement chosen by an owner of marketing and sales; empty without such an owner. */
function arrangementInWords({ arrangement, outcomes }: ArmResult): string {
  if (arrangement === undefined) return '';
  const { sqlBar: bar, usualSqlBar: usual, gainUsd } = arrangement;
  const seen = {
    label: 'sellers see the label only',
    score: 'sellers see scores',
    readiness: 'sellers see who is ready',
  };
  const shown =
    seen[arrangement.leadVisibility as keyof typeof seen] ?? 'sellers see of a lead what they saw before';
  const first =
    arrangement.followUpOrder === 'leads-first'
      ? 'leads come before open deals'
      : 'open deals come before leads';
  const passed = formatValue(outcomes.sqlsCount.mean / outcomes.leadsCount.mean, 'share');
  const reason =
    gainUsd > 0
      ? ` To the owner that is worth ${formatUsd(gainUsd)} a year more, in pay less what earning it ` +
        'takes, than leaving all as it was.'
      : ' Nothing that was tried pays the owner more.';
  return (
    `The owner passes ${passed} of leads, those from a score of ${bar.toFixed(2)}` +
    `${usual === bar ? ', as two departments would' : ` where two departments pass them from ${usual.toFixed(2)}`}; ` +
    `${shown}; ${first}.${reason}`
  );
}

/** Description of an arm in addition to its name; may be empty. */
export function armInWords(arm: ArmResult): string {
  return [planChange(arm), arm.about ?? '', arrangementInWords(arm)].filter((text) => text !== '').join(' ');
}
