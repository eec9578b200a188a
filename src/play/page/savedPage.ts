import { MOST_FILE_CHARACTERS, type Shared, toFragment } from '../link.ts';
import { saveText } from './dom.ts';

/** First characters of every page of this kind. */
const MARK = '<!doctype html>\n<!-- goodhart play -->\n';

/** The page as it was loaded, before anything was built in it. */
const loaded = document.documentElement.outerHTML;

/** The view that was saved into this page; nothing in a page that was not saved from a browser. */
export function savedView(): string | undefined {
  return document.documentElement.dataset.view;
}

/**
 * Saves the page as a file that opens with a view.
 *
 * @throws LinkError `too-large` for a view that no page holds
 */
export async function savePage(shared: Shared): Promise<void> {
  const fragment = await toFragment(shared, MOST_FILE_CHARACTERS);
  const html = loaded.replace(/^<html[^>]*>/, `<html lang="en" data-view="${fragment}">`);
  saveText(`${MARK}${html}\n`, 'goodhart-workshop.html', 'text/html');
}
