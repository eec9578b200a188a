import { readFileSync } from 'node:fs';
import { parseRevenueScenario } from './src/scenario/load.ts';
import { compileCompany } from './src/worlds/revenue/compile/company.ts';
import { measureBeliefs } from './src/worlds/revenue/preparation/measureBeliefs.ts';
import { SharedMarket } from './src/worlds/revenue/engine/sharedMarket.ts';
import { luckKey } from './src/random/luck.ts';
function play(people: any, plan: any, set: any = {}) {
  const text = JSON.stringify({ schemaVersion: 1, name: 'Groups', extends: 'preset:smb-software', question: { horizonMonths: 6 }, people, plans: { own: plan } });
  const { world, pay } = parseRevenueScenario(text, { set }).arms[0];
  const company = compileCompany(world, pay, measureBeliefs(world));
  const alone = new SharedMarket([company]); const o = new Float64Array(company.outcomes.length);
  alone.meet(luckKey('g', 0)); alone.run(0, o);
  return new Map(company.outcomes.map(({id}, i) => [id, o[i]]));
}
function diff(name: string, a: Map<string, number>, b: Map<string, number>) {
  console.log('==', name);
  for (const [id, v] of a) { const w = b.get(id); if (!Object.is(v, w)) console.log('  ', id, v, w); }
}
const d = { baseUsdPerYear: 100000 };
for (const commission of [{ rateShare: 0.1 }, { rateShare: 0.04, aboveQuotaRateShare: 0.3, ownDealExtraShare: 0.05 }, { rateShare: 0.1, perActivityUsd: 5 }, { rateShare: 0.04, aboveQuotaRateShare: 0.3, forecastMenu: { aboveRateShare: 0.01, forecastRateShare: 0.02, shortfallRateShare: 0.04 } }]) {
  const pay = { baseUsdPerYear: 60000, commission };
  for (const set of [{}, {'sales.quotaRatchetShare': 0.5, 'sales.gambleShare': 0.5, 'sales.discountAuthorityShare': 0.3, 'governance.coverageTimes': 5, 'sales.lobbyingShare': 0.15, 'sales.promiseLiftShare': .3, 'sales.turnoverSharePerYear': 0.5, 'sales.skillCv': .5, 'sales.paddedPerDay': 8, 'lines.otherShare': .5}])
  diff(JSON.stringify(commission)+Object.keys(set).length, play({ reps: { role: 'account-executive' } }, { director: d, reps: pay }, set),
    play({ reps: { role: 'account-executive', count: 2 }, others: { role: 'account-executive' } }, { director: d, reps: pay, others: pay }, set));
}
const cs = { 'inside.reps': 2 };
const m = { baseUsdPerYear: 25000, meetings: { perMeetingUsd: 75, perOpportunityUsd: 100 } };
diff('callers', play({ calls: { role: 'inside-sales' } }, { director: d, calls: m }, cs), play({ calls: { role: 'inside-sales', count: 1 }, dials: { role: 'inside-sales' } }, { director: d, calls: m, dials: m }, cs));
