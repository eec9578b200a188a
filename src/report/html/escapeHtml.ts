/** Text made safe for HTML, whatever it holds; no line ends between a minus and its number. */
export function escapeHtml(text: string): string {
  return text.replace(/−(?=[$\d])/g, '−\u2060').replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`);
}
