import { STYLE } from '../style.ts';
import { escapeHtml } from './escapeHtml.ts';
import { PAGE_SCRIPT, pageScriptSource } from './pageScript.ts';

/** An HTML file that needs no network; its content security policy allows at most the one constant script. */
export interface PageParts {
  readonly title: string;
  /** Rules beside the common style sheet. */
  readonly style?: string;
  /** HTML of the body. */
  readonly body: string;
  /** HTML after the body's content, such as embedded data. */
  readonly data?: string;
  /** Whether charts can be saved and links unfold chapters. */
  readonly hasScript?: boolean;
}

/** A whole document around the body. */
export function drawDocument({ title, style = '', body, data = '', hasScript = false }: PageParts): string {
  const scripts = hasScript ? `; img-src data: blob:; script-src ${pageScriptSource()}` : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${scripts}">
<title>${escapeHtml(title)}</title>
<style>${STYLE}${style}</style>
</head>
<body>
${body}
${data}${hasScript ? `<script>${PAGE_SCRIPT}</script>\n` : ''}</body>
</html>
`;
}
