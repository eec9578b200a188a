import { type Shared, toFragment } from '../link.ts';

/** Milliseconds between two changes of the address: browsers refuse more than about 100 in ten seconds. */
const ADDRESS_MS = 300;
/** Key under which a tab notes the address that it wrote itself. */
const OWN_ADDRESS = 'goodhart-address';

/** Whether this tab wrote an address: reloading it then opens no shared view. */
export function isOwnAddress(fragment: string): boolean {
  try {
    return sessionStorage.getItem(OWN_ADDRESS) === fragment;
  } catch {
    return false;
  }
}

let pause: ReturnType<typeof setTimeout> | undefined;

/** Writes what is shown into the address after a pause, so that reloading shows the same. */
export function writeAddress(shared: () => Shared): void {
  clearTimeout(pause);
  pause = setTimeout(() => {
    toFragment(shared())
      .then((fragment) => {
        history.replaceState(null, '', `#${fragment}`);
        sessionStorage.setItem(OWN_ADDRESS, `#${fragment}`);
      })
      // Too large for a link, or refused by the browser: the address stays as it was.
      .catch(() => {});
  }, ADDRESS_MS);
}
