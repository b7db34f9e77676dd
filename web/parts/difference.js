/** What became different between two imports, each entity once. */
import { Part, html, nothing, Load, show } from './part.js';
import { get } from '../api.js';
import { change } from '../router.js';
import { count, moment } from '../words.js';
import { changeRows } from './changes.js';
import { empty, failed, none, skeleton } from './states.js';

class Difference extends Part {
  static properties = { params: { attribute: false } };
  #imports = new Load(this);
  #load = new Load(this);

  willUpdate(changed) {
    if (changed.has('params')) this.#ask();
  }

  #ask = async () => {
    const { items } = (await this.#imports.run(signal => get('imports', { limit: 100 }, { signal }))) ?? {};
    if (!items || items.length < 2) return;
    const to = this.params.get('to') ?? items[0].id;
    const from = this.params.get('from') ?? items[1].id;
    await this.#load.run(signal => get('changes/difference', { from, to, account: this.params.get('account'), limit: 1000 }, { signal }));
  };

  render() {
    return show(this.#imports, { value: ({ items }) => items.length > 1 ? html`${this.#choose(items)}${show(this.#load, { value: d => this.#list(d), skeleton: () => skeleton(8), error: p => failed(p, this.#ask) })}` : html`<div class="card">${empty(items.length ? 'One import so far' : 'No import yet', 'A difference takes two: import the same accounts again, and what changed between stands here.', { symbol: 'history', command: 'explorer import folder' })}</div>`, skeleton: () => skeleton(8), error: p => failed(p, this.#ask) });
  }

  #choose(items) {
    const to = this.params.get('to') ?? items[0].id;
    const from = this.params.get('from') ?? items[1].id;
    const select = (name, word, value, first) => html`<label class="inline-field"><span class="soft">${word}</span><select class="input" @change=${e => change({ [name]: e.target.value || 'none', between: 'imports' })}>${first}${items.map(i => html`<option value=${i.id} ?selected=${i.id === value}>${moment(i.startedAt)}${i.sources?.length ? ` · ${i.sources[0].split('/').pop()}` : ''}</option>`)}</select></label>`;
    return html`<div class="list-tools difference-tools">${select('from', 'After', from, nothing)}${select('to', 'until', to, nothing)}</div>`;
  }

  #list({ items, truncated }) {
    if (!items.length) return html`<div class="card"><div class="card-body">${none('Nothing differs between the two.')}</div></div>`;
    return html`<section class="card"><div class="card-head"><h2>${count(items.length, 'difference')}</h2>${truncated ? html`<span class="n">the first of more</span>` : nothing}</div><div class="card-body">${changeRows(items)}</div></section>`;
  }
}

customElements.define('ie-difference', Difference);
