/** Empty, failed and not yet there: every list and section has all three. */
import { html, nothing } from './part.js';
import { icon } from './icon.js';
import './copy.js';

/** Says why there is nothing and, where one exists, the command that fills it. */
export const empty = (title, text, { command, action, symbol = 'square-dashed' } = {}) => html`<div class="empty">${icon(symbol)}
  <p class="empty-title">${title}</p><p>${text}</p>${command ? html`<ie-command .value=${command}></ie-command>` : nothing}${action ?? nothing}</div>`;

/** One quiet line, for a section of a page. */
export const none = text => html`<p class="none">${text}</p>`;

/** @param safe what did not happen, or did in spite of it */
export const failed = (problem, retry, safe = 'Nothing was changed.') => html`<div class="failed" role="alert">${icon('triangle-alert')}<div><p class="failed-title">${problem.title}</p>
  <p>${problem.message}</p><p class="faint">${safe}</p>
  ${retry ? html`<button class="button" type="button" @click=${retry}>${icon('refresh-cw')}Try again</button>` : nothing}</div></div>`;

export const skeleton = (rows = 6) => html`<div class="skeleton" role="status" aria-label="Loading">${Array.from({ length: rows }, () => html`<i></i>`)}</div>`;
