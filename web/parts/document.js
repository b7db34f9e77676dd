/** A policy document, folded until asked for, as text and never as HTML. */
import { html, nothing } from './part.js';
import { icon } from './icon.js';
import './copy.js';

/** @param page the address of the document's own page, where it has one */
export function documentView(content, title, { open = false, page } = {}) {
  if (content === null || content === undefined) return html`<p class="document-none">${page ? html`<a href=${page}>${title}</a>` : title} <span class="faint">its document was not imported</span></p>`;
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  return html`<details class="document" ?open=${open}><summary>${icon('chevron-right')}<span>${title}</span></summary><div class="document-body">${page ? html`<a href=${page}>Open its page</a>` : nothing}<ie-copy .text=${text} label="Copy the document"></ie-copy><pre tabindex="0">${text}</pre></div></details>`;
}
