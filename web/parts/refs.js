/** Links to other entities. */
import { html, nothing } from './part.js';
import { tile } from './icon.js';
import { badge } from './verdict.js';
import { none } from './states.js';
import { href, hrefOf } from '../router.js';
import { atLeast } from '../words.js';

export const refLink = ref => html`<a class="ref" href=${hrefOf(ref)} title=${ref.id}>${tile(ref.kind, { label: true })}<span class="ref-name">${ref.name}</span></a>`;

/** A name that may break where a person would break it, after its words and signs, and that copies as it is. */
export const breakable = name => name.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[-_./@+=,:])/).map((part, i) => html`${i ? html`<wbr>` : nothing}${part}`);

/** A list of them, with what each one's verdict is; `more` is the query that lists all. */
export function refList(list, whenEmpty, more) {
  if (!list.total) return none(whenEmpty);
  return html`<ul class="refs">${list.items.map(ref => html`<li>${refLink(ref)}${ref.verdict ? badge(ref.verdict, ref.impact ?? (ref.verdict === 'CLEAR' ? null : undefined)) : nothing}</li>`)}</ul>
    ${list.total > list.items.length ? html`<p class="faint">The first ${list.items.length} of ${atLeast(list.total, list.atLeast)} entities.
      ${more ? html`<a href=${href('identities', more)}>See all</a>` : nothing}</p>` : nothing}`;
}
