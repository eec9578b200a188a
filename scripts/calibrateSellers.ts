/**
 * The cost of effort fitted to each study of sellers alone. `tsx scripts/calibrateSellers.ts` writes
 * reports/validation/sellers.md; it takes a few minutes.
 */
import { writeFileSync } from 'node:fs';
import { stdout } from 'node:process';
import { changeOfSales, SELLER_STUDIES, type SellerStudy } from '../src/validation/sellerStudies.ts';
import { VERSION } from '../src/version.ts';
import { salesParameters } from '../src/worlds/revenue/numbers/sales.ts';

const TABLE = 'reports/validation/sellers.md';
const PATH = 'sales.effortCostTimes';
const LEAST = 0.3;
const MOST = 10;
const STEPS = 6;

const percent = (share: number) => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}%`;

/** Size of a study at a cost of effort, and its standard error. */
const sizeAt = (study: SellerStudy, times: number) =>
  changeOfSales(study, { quick: true }, { [PATH]: times });

/** Cost of effort at which the simulated size is that of the study, by bisection in its logarithm. */
async function fitted(study: SellerStudy): Promise<string> {
  const isTooSmall = async (times: number) => {
    const { simulated } = await sizeAt(study, times);
    return Math.abs(simulated) < Math.abs(study.reported);
  };
  if (await isTooSmall(LEAST)) return `below ${LEAST}`;
  if (!(await isTooSmall(MOST))) return `above ${MOST}`;
  let [low, high] = [LEAST, MOST];
  for (let step = 0; step < STEPS; step++) {
    const middle = Math.sqrt(low * high);
    if (await isTooSmall(middle)) high = middle;
    else low = middle;
  }
  return Math.sqrt(low * high).toFixed(1);
}

const rows: string[] = [];
for (const study of SELLER_STUDIES) {
  const { simulated, se } = await changeOfSales(study, { quick: false });
  const own = await fitted(study);
  rows.push(
    `| ${study.id} | ${study.claim} | ${percent(study.reported)} | ${percent(simulated)} ± ${(100 * se).toFixed(1)} | ` +
      `${study.isFitted ? 'fitted' : 'predicted'} | ${own} |`,
  );
  stdout.write(`${rows.at(-1)}\n`);
}
writeFileSync(
  TABLE,
  `# Studies of sellers

goodhart ${VERSION}, \`npm run calibrate:sellers\`. One cost of effort in the worlds of three studies: doubling effort for a month costs ${salesParameters.effortCostTimes.default} months of market pay. *Alone*: the cost at which the row by itself would have the size of its study, from few runs. Forms of pay are those of the studies; sizes of pay and luck are assumptions.

| row | finding | study | here | | alone |
|---|---|---:|---:|---|---:|
${rows.join('\n')}
`,
);
