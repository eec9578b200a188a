import { expect, test } from 'vitest';
import { armOf, contrast, mean, play } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

test.runIf(isThorough)(
  'each bonus makes its own metric hollow, and pay on SQLs or opportunities costs revenue',
  async () => {
    const bundle = await play('every-number', sized(160, 200));
    const HOLLOW = {
      visits: 'hollowVisitsShare',
      leads: 'hollowLeadsShare',
      sqls: 'hollowSqlsShare',
      opportunities: 'hollowPipelineShare',
    };
    for (const [arm, id] of Object.entries(HOLLOW)) expect(mean(bundle, arm, id), arm).toBeGreaterThan(0.03);
    for (const id of Object.values(HOLLOW)) expect(mean(bundle, 'salary', id)).toBe(0);
    expect(mean(bundle, 'visits-scrupulous', 'hollowVisitsShare')).toBe(0);
    for (const arm of ['sqls', 'opportunities']) {
      const { meanDifference, se } = contrast(bundle, arm, 'revenueUsd');
      expect(meanDifference, arm).toBeLessThan(-4 * se);
    }
  },
  60_000,
);

test.runIf(isThorough)(
  'captured attribution is distinguished from opportunities of relabelled leads',
  async () => {
    const bundle = await play('every-number', sized(40, 80), {}, ['opportunities', 'salary']);
    const { monthly, incentives } = armOf(bundle, 'opportunities');
    const [{ uses }] = incentives!;
    const perMonth = (metric: string) => {
      const { reported, true: truth } = monthly[metric];
      return reported.reduce((sum, value, m) => sum + value - truth[m], 0) / reported.length;
    };
    const claimed = uses.find(({ tactic }) => tactic === 'captured-attribution');
    expect(uses.map(({ tactic }) => tactic)).toContain('relabel');
    // Marketing reports its own opportunities, those of relabelled leads and the captured ones; the company
    // counts all but the captured ones.
    expect(claimed?.amountPerMonth).toBeCloseTo(
      perMonth('marketing-opportunities') - perMonth('opportunities'),
      9,
    );
    expect(claimed?.amountPerMonth).toBeGreaterThan(1);
    // Without relabelling, all hollow opportunities are captured.
    const only = await play('every-number', sized(40, 80), { 'tactics.relabel.maxScale': 0 }, [
      'opportunities',
      'salary',
    ]);
    const alone = armOf(only, 'opportunities');
    expect(alone.incentives![0].uses.map(({ tactic }) => tactic)).toEqual(['captured-attribution']);
  },
  60_000,
);
