import { WORDS } from '../words.ts';
import { button, make, saveBlob } from './dom.ts';

/** How many pixels of a saved picture make one of the page. */
const FINENESS = 2;

/** Adds to every figure within a node buttons that save it as a picture. */
export function addSaving(node: Element): void {
  for (const figure of node.querySelectorAll('figure')) {
    if (figure.querySelector('.save') !== null) continue;
    const title = figure.querySelector('h3')?.textContent ?? '';
    const name = figure.id || 'chart';
    figure.append(
      make(
        'p',
        { class: 'save' },
        button('SVG', () => saveBlob(pictureOf(figure), `${name}.svg`), {
          'aria-label': WORDS.saveChart('SVG', title),
        }),
        button('PNG', () => void asPng(pictureOf(figure)).then((png) => saveBlob(png, `${name}.png`)), {
          'aria-label': WORDS.saveChart('PNG', title),
        }),
      ),
    );
  }
}

/** The figure's picture as a file of its own. */
function pictureOf(figure: Element): Blob {
  const svg = figure.querySelector('svg')!.cloneNode(true) as SVGElement;
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}

async function asPng(picture: Blob): Promise<Blob> {
  const address = URL.createObjectURL(picture);
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = make('canvas', { width: FINENESS * image.width, height: FINENESS * image.height });
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob((png) => done(png!), 'image/png'));
}
