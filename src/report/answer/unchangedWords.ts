import type { ArmResult, Bundle } from '../../experiments/result/bundle.ts';
import { quoted } from '../format.ts';
import { hollowParts, sellersGames } from '../gamingSentence.ts';

/** Settings that matter only once somebody games. */
const OF_DISCOVERY = /^governance\.(auditRate|complaint|penalty|dismissal|replacementCost|transparency)/;

/** Arms that agree with another one in every run, and why. */
export function unchangedSentences({ answer, arms }: Bundle): string[] {
  const find = (name: string) => arms.find((arm) => arm.name === name)!;
  return (answer?.unchanged ?? []).map(
    ({ arm, sameAs }) =>
      `${quoted(arm)} is the same as ${quoted(sameAs)} in every run: ${reason(find(arm), find(sameAs))}.`,
  );
}

function reason(arm: ArmResult, other: ArmResult): string {
  const paths = [...new Set([...Object.keys(arm.set), ...Object.keys(other.set)])].filter(
    (path) => JSON.stringify(arm.set[path]) !== JSON.stringify(other.set[path]),
  );
  const isClean = hollowParts(arm).length === 0 && sellersGames(arm) === undefined;
  if (arm.plan !== other.plan) return 'what the plans differ in was never reached';
  if (paths.length > 0 && paths.every((path) => OF_DISCOVERY.test(path)) && isClean)
    return 'nobody games there, and so there is nothing to discover';
  if (paths.length === 0) return 'they differ in nothing';
  return `${paths.join(', ')} ${paths.length === 1 ? 'plays' : 'play'} no part there`;
}
