import fc from 'fast-check';
import { audits, companyOf, planner, play } from './test/support/twoPlanners.ts';
const cpu=()=>process.cpuUsage().user/1e6;
for (const [first, second, set] of fc.sample(fc.tuple(planner, planner, audits), { seed: 22, numRuns: 6 })) {
  let a = cpu();
  const c = companyOf({ anna: {...first.traits, hoursPerMonth: first.hoursPerMonth}, ben: {...second.traits, hoursPerMonth: second.hoursPerMonth} }, { anna: first.pay, ben: second.pay }, set);
  const b = cpu(); play(c, 1); const d = cpu(); play(c, 1); const e = cpu();
  console.log((b-a).toFixed(2), (d-b).toFixed(2), (e-d).toFixed(2), first.traits.motive, first.traits.beliefs, second.traits.motive, second.traits.beliefs, JSON.stringify(first.traits.integrityUsd), JSON.stringify(second.traits.integrityUsd));
}
