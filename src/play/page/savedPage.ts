import { MOST_FILE_CHARACTERS, type Shared, toFragment } from '../link.ts';
import { type Choice, isSame } from './choice.ts';
import { saveText } from './dom.ts';
import type { Store } from './store.ts';

/** First characters of every page of this kind. */
const MARK = '<!doctype html>\n<!-- goodhart play -->\n';

/** The page as it was loaded, before anything was built in it. */
const loaded = document.documentElement.outerHTML;

/** The view that was saved into this page; nothing in a page that was not saved from a browser. */
export function savedView(): string | undefined {
  return document.documentElement.dataset.view;
}

/** Tests of inputs, and the choice that they are of. */
type Tests = NonNullable<Store['tested']['value']>;

/** Tests that were saved with the view, if they are of a choice. */
export function savedTests(choice: Choice): Tests | undefined {
  try {
    const tests = JSON.parse(decodeURIComponent(document.documentElement.dataset.tests ?? 'null')) as Tests;
    const { count, pair, turned, open } = tests.found;
    const isFine = Number.isFinite(count) && [pair, turned, open].every(isTexts);
    return isFine && isSame(tests.of, choice) ? tests : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(list: unknown): boolean {
  return Array.isArray(list) && list.every((each) => typeof each === 'string');
}

/**
 * Saves the page as a file that opens with a view.
 *
 * @throws LinkError `too-large` for a view that no page holds
 */
export async function savePage(shared: Shared, tests: Tests | undefined): Promise<void> {
  const fragment = await toFragment(shared, MOST_FILE_CHARACTERS);
  const tested = tests === undefined ? '' : ` data-tests="${encodeURIComponent(JSON.stringify(tests))}"`;
  const html = loaded.replace(/^<html[^>]*>/, () => `<html lang="en" data-view="${fragment}"${tested}>`);
  saveText(`${MARK}${html}\n`, 'goodhart-workshop.html', 'text/html');
}
