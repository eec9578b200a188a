import type { Bundle } from '../../experiments/result/bundle.ts';
import { titleOf } from '../format.ts';
import { glossaryOf } from '../glossary.ts';
import { armInWords } from '../planWords.ts';
import { escapeHtml } from './escapeHtml.ts';

/** Descriptions of the arms, and the terms used in the tables. */
export function explainArms(bundle: Bundle): string {
  const arms = bundle.arms.flatMap((arm) =>
    armInWords(arm) === ''
      ? []
      : [`<dt>${escapeHtml(titleOf(arm.name))}</dt><dd>${escapeHtml(armInWords(arm))}</dd>`],
  );
  const words = glossaryOf(bundle).map(
    ([word, meaning]) => `<dt>${escapeHtml(word)}</dt><dd>${escapeHtml(meaning)}</dd>`,
  );
  return (
    `${arms.length === 0 ? '' : `<h3>The arms</h3><dl class="short">${arms.join('')}</dl>`}<details><summary>Words ` +
    `used here</summary><dl class="short">${words.join('')}</dl></details>`
  );
}
