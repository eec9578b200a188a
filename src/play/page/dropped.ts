/** Largest file that is read, in bytes. */
const MOST_BYTES = 1_000_000;
const MOST_NAME = 80;

/** Takes files that are dropped anywhere on the page, with their names. */
export function takeDropped(open: (text: string, name: string) => void, refuse: () => void): void {
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    if (file.size > MOST_BYTES) refuse();
    else void file.text().then((text) => open(text, file.name.slice(0, MOST_NAME)));
  });
}
