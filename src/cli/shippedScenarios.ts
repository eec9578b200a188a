import { readFileSync } from 'node:fs';
import { packageFile } from './packageFile.ts';

/** A scenario that comes with the package, and what it shows. */
export interface ShippedScenario {
  readonly id: string;
  readonly about: string;
}

const LIST = 'scenarios/README.md';
/** A row of the list: the file, and what it shows. */
const ROW = /^\| `([^`]+\.yaml)` \| (.+) \|$/gm;
/** Scenarios of the package, in the order of its list. */
export function shippedScenarios(): ShippedScenario[] {
  return [...readFileSync(packageFile(LIST), 'utf8').matchAll(ROW)].map(([, file, about]) => ({
    id: `scenarios/${file}`,
    about,
  }));
}
