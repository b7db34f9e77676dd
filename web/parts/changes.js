/** What imports changed, one line each. */
import { html, nothing } from './part.js';
import { icon } from './icon.js';
import { refLink } from './refs.js';
import { age, moment } from '../words.js';

export const WHAT = { added: { icon: 'plus', word: 'appeared' }, removed: { icon: 'minus', word: 'is gone' }, changed: { icon: 'git-compare', word: 'changed' }, verdict: { icon: 'shield', word: 'verdict' }, replaced: { icon: 'history', word: 'is gone and was made anew' } };

export const changeRows = (changes, named = true) => html`<ul class="changes">${changes.map(c => html`<li class="change-${c.what}">${icon(WHAT[c.what].icon, c.what)}<div>
  ${named ? refLink({ id: c.entityId, kind: c.entityKind, name: c.name }) : nothing} <span class="soft">${WHAT[c.what].word}</span>${c.details.length ? html`<ul class="details">${c.details.map(d => html`<li>${d}</li>`)}</ul>` : nothing}</div>
  <time datetime=${c.at} title=${moment(c.at)}>${age(c.at)}</time></li>`)}</ul>`;
