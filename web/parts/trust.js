/** Trust statements: who, which action, under which condition. */
import { html, nothing } from './part.js';
import { icon } from './icon.js';
import { refLink } from './refs.js';
import { none } from './states.js';
import { count } from '../words.js';

/** `{"StringEquals": {"sts:ExternalId": "x"}}` → one line for each key. */
export function conditionLines(conditions) {
  if (!conditions || typeof conditions !== 'object') return conditions ? [String(conditions)] : [];
  return Object.entries(conditions).flatMap(([operator, keys]) => Object.entries(keys ?? {}).map(([key, value]) => ({ operator, key, value: [value].flat().join(' or ') })));
}

const condition = c => typeof c === 'string' ? html`<li class="mono">${c}</li>` : html`<li><span class="mono">${c.key}</span> <span class="faint">${c.operator}</span> <span class="mono">${c.value}</span></li>`;

export function trustTable(list, whenEmpty, who) {
  if (!list.total) return none(whenEmpty);
  return html`<ul class="trusts">${list.items.map(t => html`<li><div>${refLink(t.with)}${t.with.kind === 'AnyPrincipal' ? html`<span class="badge is-blocked">${icon('globe')}anyone</span>` : nothing}
      ${t.effect === 'Deny' ? html`<span class="badge is-protected">${icon('minus')}Deny</span>` : nothing}${t.notPrincipal.length ? html`<span class="soft">except ${t.notPrincipal.join(', ')}</span>` : nothing}</div>
      <div class="mono soft">${t.actions.join(', ') || 'no action named'}</div>
      ${t.conditions ? html`<ul class="conditions">${conditionLines(t.conditions).map(condition)}</ul>` : html`<span class="faint">without condition</span>`}</li>`)}</ul>
    ${list.total > list.items.length ? html`<p class="faint">The first ${list.items.length} of ${count(list.total, who)}.</p>` : nothing}`;
}
