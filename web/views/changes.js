/** What imports changed, newest first. */
import { Part, html, nothing, Load, show } from '../parts/part.js';
import { get } from '../api.js';
import { change, href } from '../router.js';
import { day } from '../words.js';
import { icon } from '../parts/icon.js';
import { changeRows, WHAT } from '../parts/changes.js';
import { empty, failed, skeleton } from '../parts/states.js';
import '../parts/difference.js';

const WORDS = { added: 'Appeared', removed: 'Gone', changed: 'Changed', verdict: 'Verdict' };

class Changes extends Part {
  static properties = { params: { attribute: false } };
  #load = new Load(this);
  #earlier = [];

  willUpdate(changed) {
    if (changed.has('params')) this.#ask();
  }

  #query = cursor => Object.fromEntries([...['account', 'entity', 'import', 'what'].map(n => [n, this.params.get(n)]), ['cursor', cursor], ['limit', 100]]);

  #ask = () => {
    this.#earlier = [];
    return this.#load.run(signal => get('changes', this.#query(), { signal }));
  };

  async #more() {
    const { items, nextCursor } = this.#load.value;
    const before = [...this.#earlier, ...items];
    await this.#load.run(signal => get('changes', this.#query(nextCursor), { signal }));
    if (!this.#load.error) this.#earlier = before;
    this.requestUpdate();
  }

  render() {
    const what = this.params.get('what');
    const entity = this.params.get('entity');
    const run = this.params.get('import');
    const between = this.params.get('between') === 'imports';
    return html`<div class="page narrow"><div class="page-head"><div><h1>Changes</h1><p>Each import is compared with what was there before; what differs is kept.</p></div></div>
      <div class="list-tools"><div class="segments" role="group" aria-label="Which changes"><button type="button" aria-pressed=${String(!what && !between)} @click=${() => change({ what: null, between: null, from: null, to: null })}>All</button>${Object.entries(WORDS).map(([id, word]) => html`<button type="button" aria-pressed=${String(what === id && !between)} @click=${() => change({ what: id, between: null, from: null, to: null })}>${icon(WHAT[id].icon)}${word}</button>`)}<button type="button" aria-pressed=${String(between)} @click=${() => change({ between: 'imports', what: null, entity: null, import: null })}>${icon('history')}Between two imports</button></div>
        ${entity ? html`<span class="chip"><span class="what">of</span>${entity.split('/').pop()}<button class="icon-button" type="button" aria-label="Remove this filter" @click=${() => change({ entity: null })}>${icon('x')}</button></span>` : nothing}
        ${run ? html`<span class="chip"><span class="what">by</span>one import<button class="icon-button" type="button" aria-label="Remove this filter" @click=${() => change({ import: null })}>${icon('x')}</button></span>` : nothing}</div>
      ${between ? html`<ie-difference .params=${this.params}></ie-difference>` : show(this.#load, { value: page => this.#list([...this.#earlier, ...page.items], page.nextCursor), skeleton: () => skeleton(10), error: p => failed(p, this.#ask) })}</div>`;
  }

  #list(items, cursor) {
    if (!items.length) return html`<div class="card">${empty('No change', html`Nothing here differs from the import before. The first import of an account counts as its beginning, not as change.`, { symbol: 'git-compare', action: html`<a class="button" href=${href('imports')}>See the imports</a>` })}</div>`;
    const days = Map.groupBy ? Map.groupBy(items, c => day(c.at)) : items.reduce((m, c) => m.set(day(c.at), [...(m.get(day(c.at)) ?? []), c]), new Map());
    return html`<div class="column-gap">${[...days].map(([when, list]) => html`<section class="card"><div class="card-head"><h2>${when}</h2><span class="n">${list.length}</span></div><div class="card-body">${changeRows(list)}</div></section>`)}</div>
      ${cursor ? html`<p class="more-link"><button class="button" type="button" @click=${this.#more}>Earlier changes</button></p>` : nothing}`;
  }
}

customElements.define('view-changes', Changes);
