import { readFileSync } from 'node:fs';
import { compileCompany } from './dist/worlds/revenue/company.js';
import { Neighbours } from './dist/worlds/revenue/neighbours.js';
import { parseRevenueScenario } from './dist/scenario/load.js';
import { luckKey } from './dist/random/luck.js';
import { OUTCOME_COUNT } from './dist/worlds/revenue/outcomes.js';
const s = parseRevenueScenario(readFileSync('scenarios/bench/reference.yaml','utf8'), {});
const out=new Float64Array(OUTCOME_COUNT);
const names = process.argv[2].split(',');
for (const name of names) {
const arm=s.arms.find(a=>a.name===name);
const n = new Neighbours([compileCompany(arm.world,arm.pay,undefined,{})]);
let r=0; const res=[];
for (let k=0;k<(+process.argv[3]||8);k++){ let luck=0, run=0; const N=600; for(let i=0;i<N;i++){const t0=performance.now(); n.meet(luckKey('b',r++)); const t1=performance.now(); n.run(0,out); const t2=performance.now(); luck+=t1-t0; run+=t2-t1;} res.push((luck/N*1e3).toFixed(0)+'+'+(run/N*1e3).toFixed(0)); }
console.log(name,res.join(' '));
}
