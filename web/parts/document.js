/** A policy document, folded until asked for, as text and never as HTML. */
import { html, nothing } from './part.js';
import { icon } from './icon.js';
import './copy.js';

export function documentView(content, title, open = false) {
  if (content === null || content === undefined) return html`<p class="document-none">${title} <span class="faint">its document was not imported</span></p>`;
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  return html`<details class="document" ?open=${open}><summary>${icon('chevron-right')}<span>${title}</span></summary><div class="document-body"><ie-copy .text=${text} label="Copy the document"></ie-copy><pre tabindex="0">${text}</pre></div></details>${nothing}`;
}
