/** Picks an entity by typing: used by the palette and by the explorer's "path to". */
import { Part, html, nothing } from './part.js';
import { tile, icon } from './icon.js';
import { get } from '../api.js';
import { kindOf } from '../kinds.js';

/** Fires `pick` with the row that was chosen. Rows of `.extra(text)` stand above what the server finds. */
class Picker extends Part {
  static properties = { label: {}, placeholder: {}, extra: { attribute: false }, rows: { state: true }, at: { state: true }, busy: { state: true } };
  #asked = 0;
  #timer;

  constructor() {
    super();
    this.rows = [];
    this.at = 0;
    this.extra = () => [];
  }

  firstUpdated() {
    this.#find('');
  }

  get input() {
    return this.querySelector('input');
  }

  #type(event) {
    clearTimeout(this.#timer);
    const text = event.target.value.trim();
    this.#timer = setTimeout(() => this.#find(text), text ? 80 : 0);
  }

  async #find(text) {
    const ticket = ++this.#asked;
    this.rows = this.extra(text);
    this.at = 0;
    if (!text) return;
    this.busy = true;
    const found = await get('entities', { q: text, limit: 12 }).catch(() => ({ items: [], total: 0 }));
    if (ticket !== this.#asked) return;
    this.busy = false;
    this.rows = [...this.rows, ...found.items.map(item => ({ ...item, note: [kindOf(item.kind).word, item.accountName ?? item.accountId].filter(Boolean).join(' · ') }))];
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.at = (this.at + step + this.rows.length) % Math.max(1, this.rows.length);
    else if (event.key === 'Enter' && this.rows[this.at]) this.#pick(this.rows[this.at]);
    else return;
    event.preventDefault();
    this.updateComplete.then(() => this.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
  }

  #pick(row) {
    this.dispatchEvent(new CustomEvent('pick', { detail: row }));
  }

  render() {
    const list = `list-${this.id || 'picker'}`;
    return html`<div class="picker-field">${icon('search')}<input type="text" role="combobox" aria-expanded="true" aria-controls=${list} autocomplete="off" spellcheck="false"
        aria-activedescendant=${this.rows.length ? `${list}-${this.at}` : nothing} aria-label=${this.label} placeholder=${this.placeholder ?? ''} @input=${this.#type} @keydown=${this.#key}></div>
      <ul class="picker-list" id=${list} role="listbox" aria-label="Results">${this.rows.map((row, i) => html`<li id=${`${list}-${i}`} role="option" aria-selected=${String(i === this.at)}
        @click=${() => this.#pick(row)} @pointermove=${() => (this.at = i)}>${row.icon ? icon(row.icon) : tile(row.kind)}<span class="picker-name">${row.name}</span><span class="picker-note">${row.note}</span></li>`)}</ul>
      ${this.busy && !this.rows.length ? html`<p class="none" role="status">Searching…</p>` : nothing}
      ${this.rows.length || this.busy || !this.input?.value ? nothing : html`<p class="none">No name holds this, and no id starts with it. Access key ids work too.</p>`}`;
  }
}

customElements.define('ie-picker', Picker);
