import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { deflateSync } from 'fflate';
import { escapeHtml } from '../report/html/escapeHtml.ts';
import { STYLE } from '../report/style.ts';
import { VERSION } from '../version.ts';
import type { Files } from './protocol.ts';
import { PLAY_STYLE } from './style.ts';
import { WORDS } from './words.ts';

/** A scenario to choose from: the name of its file, and its title. */
export interface Offered {
  readonly file: string;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly about?: string;
  /** Whether it comes with every page of this version. */
  readonly isShipped: boolean;
}

/** What a page carries. */
export interface PageContent {
  /** Scripts of the page and of the thread behind it. */
  readonly pageScript: string;
  readonly workerScript: string;
  /** Licences of the packages in them. */
  readonly licences: string;
  readonly files: Files;
  readonly offered: readonly Offered[];
  /** Whether it opens with guesses before the answer. */
  readonly guess?: boolean;
}

/** First characters of every page that this module writes, by which a file is known to be one. */
export const PAGE_MARK = '<!doctype html>\n<!-- goodhart play -->';

/**
 * The page as one file: it needs no network and no server. Scenario texts and the thread's script are packed
 * (deflated, in base64), so that no text can close their block. The content security policy allows the page's
 * own script, a thread made of it and its compiled loops, and nothing that evaluates text or asks a network.
 */
export function drawPage({ pageScript, workerScript, licences, files, offered, guess }: PageContent): string {
  const { file, texts } = files;
  const data = { version: VERSION, file, texts, offered, guess, licences, worker: workerScript };
  const script = closed(pageScript);
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${base64(sha256(utf8ToBytes(script)))}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    'img-src data: blob:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `${PAGE_MARK}
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>goodhart</title>
<style>${STYLE}${PLAY_STYLE}</style>
</head>
<body>
<noscript><p>${escapeHtml('This page simulates in the browser and needs JavaScript.')}</p></noscript>
<a class="skip" href="#answer">${escapeHtml(WORDS.skip)}</a>
<div id="app"></div>
<script type="text/plain" id="data">${base64(deflateSync(utf8ToBytes(JSON.stringify(data)), { level: 9 }))}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** A script that does not end the element around it, or begin a comment in it. */
function closed(script: string): string {
  return script.replace(/<(?=\/script|!--|script)/gi, '\\x3c');
}

const BYTES_AT_ONCE = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE));
  return btoa(text);
}
