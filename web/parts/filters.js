/** The filters of the identities list: a sentence of chips, each removable, and a menu to add one. */
import { html, nothing } from './part.js';
import { icon, tile } from './icon.js';
import { route, change } from '../router.js';
import { kindOf, LISTED } from '../kinds.js';

const VERDICTS = { CLEAR: 'clear', BLOCKED: 'blocked', UNPROVEN: 'not proven', PROTECTED: 'protected' };
const IMPACTS = { NONE_SEEN: 'nothing would break', BREAKS: 'something would break', UNKNOWN: 'impact unknown' };

export const FILTERS = [
  { param: 'kind', what: 'is a', word: v => kindOf(v).word },
  { param: 'verdict', what: 'verdict', word: v => VERDICTS[v] ?? v },
  { param: 'impact', what: 'impact', word: v => IMPACTS[v] ?? v },
  { param: 'service', what: 'of service', word: v => v },
  { param: 'tag', what: 'tagged', word: v => v },
  { param: 'lacksTag', what: 'lacks tag', word: v => v },
  { param: 'unusedSince', what: 'unused for', word: v => v.replace(/^(\d+)d$/, '$1 days') },
];

const without = (param, value) => change({ [param]: route().params.getAll(param).filter(v => v !== value) });

const toggle = (param, value) => {
  const values = route().params.getAll(param);
  change({ [param]: values.includes(value) ? values.filter(v => v !== value) : [...values, value] });
};

export function filterChips(params) {
  const chips = FILTERS.flatMap(f => {
    const values = params.getAll(f.param);
    if (values.length > 3) return [{ f, word: `${values.slice(0, 2).map(f.word).join(' or ')} or ${values.length - 2} more`, remove: () => change({ [f.param]: null }) }];
    return values.map((v, i) => ({ f, word: f.word(v), or: i > 0, remove: () => without(f.param, v) }));
  });
  return chips.map(({ f, word, or, remove }) => html`<span class="chip"><span class="what">${or ? 'or' : f.what}</span>${word}<button class="icon-button" type="button" aria-label=${`Remove the filter ${f.what} ${word}`} @click=${remove}>${icon('x')}</button></span>`);
}

const box = (params, param, value, word, symbol) => html`<label class="check"><input type="checkbox" .checked=${params.getAll(param).includes(value)} @change=${() => toggle(param, value)}>${symbol ?? nothing}${word}</label>`;

const text = (params, param, label, placeholder) => html`<label class="field"><span>${label}</span><input .value=${params.get(param) ?? ''} placeholder=${placeholder} spellcheck="false" @change=${e => change({ [param]: e.target.value.trim() || null })}></label>`;

export const filterMenu = params => html`<details class="menu"><summary class="button">${icon('filter')}Filter</summary><div class="menu-panel filters">
  <fieldset><legend>Kind</legend>${LISTED.map(k => box(params, 'kind', k, kindOf(k).word, tile(k, { size: 'small' })))}</fieldset>
  <div class="stack"><fieldset><legend>Verdict</legend>${Object.entries(VERDICTS).map(([v, word]) => box(params, 'verdict', v, word))}</fieldset>
    <fieldset><legend>Impact</legend>${Object.entries(IMPACTS).map(([v, word]) => box(params, 'impact', v, word))}</fieldset>
    <label class="field"><span>Unused for</span><select @change=${e => change({ unusedSince: e.target.value || null })}>${['', '30d', '90d', '180d', '365d'].map(v => html`<option value=${v} ?selected=${(params.get('unusedSince') ?? '') === v}>${v ? v.replace('d', ' days') : 'any time'}</option>`)}</select></label>
    ${text(params, 'service', 'Owned by or trusting the service', 'lambda.amazonaws.com')}${text(params, 'tag', 'Tag', 'team or team=payments')}${text(params, 'lacksTag', 'Lacks the tag', 'owner')}</div></div></details>`;
