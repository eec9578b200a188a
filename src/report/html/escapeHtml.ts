/** Escapes text for HTML; keeps a minus sign and its number on one line. */
export function escapeHtml(text: string): string {
  return text.replace(/−(?=[$\d])/g, '−\u2060').replace(/[&<>"'`]/g, (c) => `&#${c.charCodeAt(0)};`);
}
