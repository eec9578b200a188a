import type { MetricDefinition } from '../model/metric.ts';
import { MONTHS_IN, type Multiplier, type Payout, type PlanComponent } from '../model/plan.ts';
import { titleOf } from './format.ts';
import { centsUsd, exactCents, exactShare, exactUsd, exactValue } from './terms.ts';

type Catalogue = readonly MetricDefinition[];

const MEASURED = {
  period: '',
  yearToDate: ', measured year to date against the year-to-date target, less what was already paid',
  againstYear: ', measured year to date against the annual target, less what was already paid',
} as const;

/** A component of pay in a sentence; contract terms are repeated as written. */
export function componentInWords(component: PlanComponent, bonusUsd: number, catalogue: Catalogue): string {
  const {
    metric,
    payout,
    period,
    target = 0,
    targets,
    weightShare = 0,
    basis,
    gates,
    multiplier,
  } = component;
  const title = `${titleIn(metric, catalogue)}${partInWords(component)}${whoseInWords(component)}`;
  const unit = basis === 'growth' ? 'share' : unitIn(metric, catalogue);
  const conditions = `${gatesInWords(gates, catalogue)}${multiplierInWords(multiplier, catalogue)}`;
  const measured = MEASURED[component.measured ?? 'period'];
  const limits = `${limitsInWords(component)}${measured}`;
  if (typeof payout === 'object' && 'perUnitUsd' in payout) {
    const rate =
      unit === 'USD'
        ? `${exactCents(payout.perUnitUsd)} for each dollar`
        : `${exactUsd(payout.perUnitUsd)} for each unit`;
    return `Every ${period}: ${rate} of ${title}${limits}${conditions}.`;
  }
  const ofYear = component.measured === 'againstYear';
  const usd = ofYear
    ? `${centsUsd(bonusUsd * weightShare)} a year`
    : centsUsd((bonusUsd * weightShare * MONTHS_IN[period]) / 12);
  const growth =
    basis === 'growth' ? `growth of ${title} on the ${period} before${startInWords(component, unit)}` : title;
  const goal = (targets ?? [target]).map((each) => exactValue(each, unit));
  const goals = targets === undefined ? `a target of ${goal[0]}` : `targets of ${goal.join(', ')} in turn`;
  return (
    `Every ${period}: ${usd} for ${growth} on ${goals}, ` +
    `${payoutInWords(payout, catalogue)}${limits}${conditions}.`
  );
}

/** Conditions on other metrics, as clauses. */
export function gatesInWords(gates: PlanComponent['gates'], catalogue: Catalogue): string {
  return (gates ?? [])
    .map((gate) => {
      const gated = catalogue.find((candidate) => candidate.id === gate.metric);
      return (
        `, only if ${(gated?.title ?? gate.metric).toLowerCase()} is ` +
        `${gated?.direction === 'lower' ? 'at most' : 'at least'} ${exactValue(gate.level, gated?.unit ?? '')}`
      );
    })
    .join('');
}

export function multiplierInWords(multiplier: Multiplier | undefined, catalogue: Catalogue): string {
  if (multiplier === undefined) return '';
  const unit = unitIn(multiplier.metric, catalogue);
  const points = multiplier.points.map(
    ([level, factor]) => `${exactShare(factor)} at ${exactValue(level, unit)}`,
  );
  return `, multiplied by a modifier for ${titleIn(multiplier.metric, catalogue)} (${points.join(', ')})`;
}

function titleIn(metric: string, catalogue: Catalogue): string {
  return (catalogue.find(({ id }) => id === metric)?.title ?? titleOf(metric)).toLowerCase();
}

/** ` of line core, region east`; nothing for results of the whole company. */
export function partInWords({ of }: Pick<PlanComponent, 'of'>): string {
  const named = Object.entries(of ?? {}).map(([dimension, name]) => `${dimension} ${titleOf(name)}`);
  return named.length === 0 ? '' : ` of ${named.join(', ')}`;
}

function unitIn(metric: string, catalogue: Catalogue): string {
  return catalogue.find(({ id }) => id === metric)?.unit ?? '';
}

function startInWords({ growthFrom, period }: PlanComponent, unit: string): string {
  return growthFrom === undefined
    ? ` (the first ${period} pays nothing)`
    : ` (the first on ${exactValue(growthFrom, unit === 'share' ? '' : unit)})`;
}

const WHOSE = { own: ' (own)', team: ' (whole team)', pool: ' (pooled)' } as const;

function whoseInWords({ scope, each }: PlanComponent): string {
  return `${scope === undefined ? '' : WHOSE[scope]}${each === 'part' ? ', split equally' : ''}`;
}

function limitsInWords({ floorShare, capUsd, ...window }: PlanComponent): string {
  const floor = floorShare === undefined ? '' : `, at least ${exactShare(floorShare)} of it`;
  return `${floor}${capUsd === undefined ? '' : `, at most ${exactUsd(capUsd)}`}${windowInWords(window)}`;
}

/** Start and end of a special bonus. */
function windowInWords({ fromMonth, toMonth }: Pick<PlanComponent, 'fromMonth' | 'toMonth'>): string {
  if (fromMonth === undefined && toMonth === undefined) return '';
  if (toMonth === undefined) return `, from month ${fromMonth} on`;
  if (fromMonth === toMonth) return `, in month ${toMonth} only`;
  return `, in months ${fromMonth ?? 1} to ${toMonth} only`;
}

function payoutInWords(payout: Exclude<Payout, { perUnitUsd: number }>, catalogue: Catalogue): string {
  if (payout === 'cliff') return 'all or nothing';
  if (payout === 'linear') return 'in proportion';
  if ('points' in payout)
    return `on a curve: ${payout.points
      .map(([at, value]) => `${exactShare(value)} of it at ${exactShare(at)} of target`)
      .join(', ')}`;
  if ('matrix' in payout) {
    const { metric, attainments, levels, payShares } = payout.matrix;
    const columns = levels.map((level) => exactValue(level, unitIn(metric, catalogue))).join(', ');
    const rows = attainments.map(
      (at, row) => `from ${exactShare(at)} of target ${payShares[row].map(exactShare).join(', ')}`,
    );
    return `by a matrix with ${titleIn(metric, catalogue)} (columns ${columns}): ${rows.join('; ')}`;
  }
  const from = payout.thresholdShare === undefined ? '' : ` from ${exactShare(payout.thresholdShare)}`;
  const cap = payout.capShare === undefined ? '' : `, capped at ${exactShare(payout.capShare)}`;
  return `in proportion${from}${cap}`;
}
