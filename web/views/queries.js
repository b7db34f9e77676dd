/** Questions that come with the product as forms, and one's own in Cypher; read-only. */
import { Part, html, nothing, Load, show } from '../parts/part.js';
import { get, cypher, csv } from '../api.js';
import { go, href } from '../router.js';
import { icon } from '../parts/icon.js';
import { failed, skeleton, none } from '../parts/states.js';
import { download } from '../parts/copy.js';
import { remember, recall } from '../parts/history.js';
import { age } from '../words.js';
import '../parts/result.js';
import '../parts/cypher.js';

const OWN = 'MATCH (role:ServiceLinkedRole)<-[:OWNS]-(service:Service)\nRETURN service.name AS service, role.name AS role, role.verdict AS verdict\nORDER BY service, role\nLIMIT 100';

class Queries extends Part {
  static properties = { params: { attribute: false }, find: { state: true }, ran: { state: true } };
  #all = new Load(this);
  #result = new Load(this);
  #known = new Load(this);

  constructor() {
    super();
    this.find = '';
    this.#all.run(signal => get('queries', {}, { signal }));
    this.#known.run(signal => get('summary', {}, { signal }));
  }

  willUpdate(changed) {
    if (!changed.has('params')) return;
    this.name = this.params.get('name');
    this.text = this.params.get('cypher');
    const key = this.params.toString();
    if (key === this.ran) return;
    this.ran = key;
    this.#result.forget();
    if (this.name) this.#ask();
    else if (this.text) this.#run(this.text);
  }

  get #values() {
    return Object.fromEntries([...this.params].filter(([k]) => k.startsWith('p.')));
  }

  #ask = async () => {
    const { name } = this;
    const result = await this.#result.run(signal => get('queries/' + encodeURIComponent(name), this.#values, { signal }));
    if (result) remember({ name, values: this.#values });
  };

  #run = async text => {
    const result = await this.#result.run(() => cypher(text));
    if (result) remember({ cypher: text });
  };

  /** The same question again asks again; another one first becomes the address. */
  #submit(event, query) {
    event.preventDefault();
    const values = {};
    for (const p of query.params) values['p.' + p.name] = new FormData(event.target).get(p.name) ?? 'false';
    const before = this.params.toString();
    go('queries', { name: query.name, ...values });
    if (before === new URLSearchParams({ name: query.name, ...values }).toString()) this.#ask();
  }

  #runOwn = text => {
    if (text === this.text) this.#run(text);
    else go('queries', { cypher: text });
  };

  render() {
    const query = this.#all.value?.items.find(q => q.name === this.name);
    return html`<div class="page"><div class="split queries"><section class="card side no-print">${this.#list()}</section>
      <div class="column-gap">${this.name ? this.#question(query) : this.#own()}${this.#answer(query)}</div></div></div>`;
  }

  #list() {
    const like = this.find.toLowerCase();
    return html`<div class="card-head"><div class="list-search">${icon('search')}<input class="input" type="search" aria-label="Find a question" placeholder="Find a question…" @input=${e => (this.find = e.target.value)}></div></div>
      ${show(this.#all, { value: ({ items }) => html`<ul class="picks"><li><a href=${href('queries')} aria-current=${this.name ? nothing : 'true'}>${icon('square-terminal')}<span class="grow">Your own, in Cypher</span></a></li>
        ${items.filter(q => `${q.title} ${q.name}`.toLowerCase().includes(like)).map(q => html`<li><a href=${href('queries', { name: q.name })} aria-current=${q.name === this.name ? 'true' : nothing} title=${q.name}><span class="grow">${q.title}</span></a></li>`)}</ul>`, skeleton: () => skeleton(10), error: p => failed(p) })}`;
  }

  #question(query) {
    if (!query) return this.#all.value ? html`<div class="card"><div class="card-body">${none(`There is no question “${this.name}”.`)}</div></div>` : html`<h1 class="off-screen">Queries</h1>`;
    return html`<section class="card"><div class="card-body"><h1 class="question">${query.title}</h1><p class="soft description">${query.description}</p>
      <form class="question-form" @submit=${e => this.#submit(e, query)} @keydown=${e => e.key === 'Enter' && (e.ctrlKey || e.metaKey) && e.currentTarget.requestSubmit()}>${query.params.map(p => this.#field(p))}
      <div class="form-end"><button class="button primary" type="submit">${icon('play')}Run</button><a class="button quiet" href=${href('queries', { cypher: bare(query) })}>${icon('square-terminal')}As Cypher</a></div>
      <datalist id="accounts-known">${this.#known.value?.accounts.map(a => html`<option value=${a.accountId}>${a.alias ?? a.name}</option>`)}</datalist></form></div></section>`;
  }

  #field(p) {
    const given = this.params.get('p.' + p.name);
    const value = given ?? (p.type === 'string' ? p.default : p.example);
    const label = html`<span>${p.name}</span>`;
    if (p.type === 'boolean') return html`<label class="check field-check" title=${p.note}><input type="checkbox" name=${p.name} value="true" .checked=${String(value) === 'true'}>${p.name}</label>`;
    return html`<label class="field ${p.type === 'integer' || p.type === 'number' ? 'short' : ''}">${label}<input name=${p.name} .value=${String(value ?? '')} inputmode=${p.type === 'integer' ? 'numeric' : nothing} list=${p.name === 'accountId' ? 'accounts-known' : nothing} spellcheck="false" autocomplete="off"><small class="faint">${p.note}</small></label>`;
  }

  #own() {
    return html`<section class="card"><div class="card-head"><h1 class="question">Your own, in Cypher</h1><span class="n">reads only; at most 10 s and 1,000 rows</span></div>
      <ie-cypher .value=${this.text ?? recall().find(h => h.cypher)?.cypher ?? OWN} .position=${this.#result.error?.position ?? null} @run=${e => this.#runOwn(e.detail)}></ie-cypher>${this.#history()}</section>`;
  }

  #history() {
    const past = recall();
    if (!past.length) return nothing;
    return html`<details class="rest history-list"><summary>${icon('history')}Asked before</summary><ul>${past.map(h => html`<li><a href=${h.cypher ? href('queries', { cypher: h.cypher }) : href('queries', { name: h.name, ...h.values })} class=${h.cypher ? 'mono' : ''}>${h.cypher ? h.cypher.replace(/\s+/g, ' ').slice(0, 120) : h.name}</a><time class="faint">${age(h.at)}</time></li>`)}</ul></details>`;
  }

  #answer(query) {
    if (!this.name && !this.text) return nothing;
    const title = this.name ?? 'query';
    const save = () => this.name ? csv('queries/' + encodeURIComponent(this.name), this.#values).then(text => download(`${title}.csv`, text, 'text/csv')) : null;
    return show(this.#result, { value: r => html`<ie-result .result=${r} .name=${title} .csv=${this.name ? save : null}></ie-result>`, skeleton: () => html`<section class="card"><div class="card-body">${skeleton(6)}</div></section>`,
      error: p => failed(p, () => (query || this.name ? this.#ask() : this.#run(this.text))) });
  }
}

/** A question's statement with its parameters' values in place of `:param` lines. */
function bare(query) {
  const text = query.text.split('\n').filter(l => !l.startsWith('//') && !l.startsWith(':')).join('\n').trim().replace(/;\s*$/, '');
  return query.params.reduce((t, p) => t.replaceAll(new RegExp(`\\$${p.name}\\b`, 'g'), () => p.example), text);
}

customElements.define('view-queries', Queries);
