import type { Bundle } from '../../experiments/result/bundle.ts';
import { blameChart } from './blameChart.ts';
import { bridgeChart } from './bridgeChart.ts';
import type { Chart } from './chart.ts';
import { differenceChart } from './differenceChart.ts';
import { effortChart } from './effortChart.ts';
import { hoursChart } from './hoursChart.ts';
import { ledgerChart } from './ledgerChart.ts';
import { payChart } from './payChart.ts';
import { quotaChart } from './quotaChart.ts';
import { tenureChart } from './tenureChart.ts';
import { yearsChart } from './yearsChart.ts';

/** All charts of a report, in display order; none if no replicate was completed. */
export function chartsOf(bundle: Bundle): Chart[] {
  if (bundle.replicates.completed === 0) return [];
  const reference = bundle.arms.find((arm) => arm.name === bundle.scenario.reference) ?? bundle.arms[0];
  const charts: (Chart | undefined)[] = [differenceChart(bundle)];
  if (bundle.scenario.world === 'textbook')
    return [...charts, effortChart(bundle)].filter((chart) => chart !== undefined);
  charts.push(bridgeChart(bundle, 'winsCount'), bridgeChart(bundle, 'profitUsd'));
  if (reference !== undefined) charts.push(ledgerChart(reference));
  charts.push(
    yearsChart(bundle),
    quotaChart(bundle),
    hoursChart(bundle),
    payChart(bundle),
    tenureChart(bundle),
  );
  const blame = bundle.blame.find((item) => item.arm === reference?.name);
  if (blame?.rows.some(({ winsLost: { ci95 } }) => ci95[0] !== 0 || ci95[1] !== 0))
    charts.push(blameChart(blame));
  return charts.filter((chart): chart is Chart => chart !== undefined);
}
