import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The only script of a report. It opens the chapter that a link points into, and adds buttons that save a
 * chart as a picture. Everything else works without it. It is a constant: no text of a scenario is in it.
 */
export const PAGE_SCRIPT = `(() => {
const open = () => {
  const at = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!at) return;
  for (let node = at; node; node = node.parentElement) if (node.tagName === 'DETAILS') node.open = true;
  at.scrollIntoView();
};
addEventListener('hashchange', open);
open();
const save = (blob, name) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
const textOf = (figure) => {
  const svg = figure.querySelector('.wide svg').cloneNode(true);
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(svg);
};
const makers = {
  SVG: (text) => Promise.resolve(new Blob([text], { type: 'image/svg+xml' })),
  PNG: (text) => new Promise((done) => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 2 * image.width;
      canvas.height = 2 * image.height;
      const pen = canvas.getContext('2d');
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(done, 'image/png');
    };
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  }),
};
for (const figure of document.querySelectorAll('figure')) {
  const bar = document.createElement('p');
  bar.className = 'save';
  for (const kind of Object.keys(makers)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = kind;
    button.setAttribute('aria-label', 'Save as ' + kind + ': ' + figure.querySelector('h3').textContent);
    button.onclick = () => makers[kind](textOf(figure)).then((blob) => save(blob, figure.id + '.' + kind.toLowerCase()));
    bar.append(button);
  }
  figure.append(bar);
}
})();`;

/** Source expression that allows this script alone. */
export function pageScriptSource(): string {
  return `'sha256-${base64(sha256(utf8ToBytes(PAGE_SCRIPT)))}'`;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
