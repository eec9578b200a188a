import type { AssumptionTest, Bundle } from '../experiments/result/bundle.ts';
import { plural, quoted } from './format.ts';
import { joined } from './words.ts';

/** Sentence on the assumptions that change the verdict; undefined if none were tested. */
export function sensitivitySentence(bundle: Bundle): string | undefined {
  if (bundle.sensitivity.length === 0) return undefined;
  const turned = bundle.sensitivity.filter((test) => test.verdict !== 'same');
  const [{ arm: name, reference }] = bundle.sensitivity;
  const arm = `${quoted(name)} against ${quoted(reference)}`;
  const paths = new Set(bundle.sensitivity.map((test) => test.path)).size;
  if (turned.length === 0)
    return (
      `The verdict on ${arm} stands at both ends of all ${plural(paths, 'unsupported number')} ` +
      'tested, one at a time.'
    );
  return (
    `The verdict on ${arm} does not stand everywhere: ` +
    `${joined(turned.map((test) => `${assumptionInWords(test)} ${test.verdict === 'turned' ? 'turns it round' : 'leaves it open'}`))}.`
  );
}

/** An assumption and its tested value in words. */
function assumptionInWords({ about, path, value, base }: AssumptionTest): string {
  return `“${about.split(/[.;:](?: |$)/)[0]}” at ${value} instead of ${base} (${path})`;
}
