/** One list for all kinds: filters in the address, paged by the server, made for the keyboard. */
import { Part, html, nothing, Load, show } from '../parts/part.js';
import { get, csv } from '../api.js';
import { route, href, hrefOf, go, change } from '../router.js';
import { atLeast, count, number, age, moment } from '../words.js';
import { kindOf } from '../kinds.js';
import { icon } from '../parts/icon.js';
import { badge } from '../parts/verdict.js';
import { refLink } from '../parts/refs.js';
import { empty, failed, skeleton } from '../parts/states.js';
import { download } from '../parts/copy.js';
import { onKey } from '../keys.js';
import { filterChips, filterMenu, FILTERS } from '../parts/filters.js';

const PAGE = 50;
const TABS = [['Everything', ''], ['Users', 'User'], ['Groups', 'Group'], ['Roles', 'Role'], ['Service-linked roles', 'ServiceLinkedRole'], ['Policies', 'CustomerManaged'], ['Instance profiles', 'InstanceProfile'], ['Access keys', 'AccessKey']];
const COLUMNS = [
  { id: 'name', word: 'Name', sort: 'name', always: true, cell: e => refLink(e) },
  { id: 'verdict', word: 'Verdict', sort: 'verdict', always: true, cell: e => badge(e.verdict, e.impact) },
  { id: 'kind', word: 'Kind', sort: 'kind', cell: e => kindOf(e.kind).word },
  { id: 'account', word: 'Account', sort: 'accountId', cell: e => html`<span title=${e.accountId ?? nothing}>${e.accountName ?? e.accountId ?? '–'}</span>` },
  { id: 'owner', word: 'Owner', cell: e => e.owner ? html`<a href=${href('services', { id: e.owner.id })}>${e.owner.name}</a>` : html`<span class="zero">–</span>` },
  { id: 'used', word: 'Last used', sort: 'lastUsed', css: 'c-date', cell: e => e.lastUsed ? html`<span title=${moment(e.lastUsed)}>${age(e.lastUsed)}</span>` : html`<span class="zero" title="No use known">–</span>` },
  { id: 'created', word: 'Created', sort: 'createDate', css: 'c-date c-created', cell: e => e.createDate ? html`<span title=${moment(e.createDate)}>${age(e.createDate)}</span>` : html`<span class="zero">–</span>` },
];

class Identities extends Part {
  static properties = { params: { attribute: false }, chosen: { state: true }, row: { state: true }, hidden_: { state: true }, said: { state: true } };
  #load = new Load(this);
  #typing;

  constructor() {
    super();
    this.chosen = new Map();
    this.hidden_ = new Set(JSON.parse(localStorage.getItem('columns-hidden') ?? '[]'));
    onKey(this, { j: () => this.#move(1), k: () => this.#move(-1), x: () => this.#toggle(this.#current), e: () => this.#export('csv'), p: () => this.#plan(),
      Enter: e => (e.target.closest('a, button, summary') || !this.#current ? false : (location.hash = hrefOf(this.#current))) });
  }

  get #items() {
    return this.#load.value?.items ?? [];
  }

  get #current() {
    return this.#items[this.row];
  }

  willUpdate(changed) {
    if (changed.has('params')) {
      this.row = -1;
      this.#ask();
    }
  }

  #query() {
    const query = {};
    for (const name of [...FILTERS.map(f => f.param), 'account', 'sort', 'q']) query[name] = this.params.getAll(name);
    return query;
  }

  #ask = () => this.#load.run(signal => get('entities', { ...this.#query(), cursor: this.params.get('cursor'), limit: PAGE }, { signal }));

  #move(step) {
    this.row = Math.max(0, Math.min(this.#items.length - 1, this.row + step));
    this.updateComplete.then(() => this.querySelector('tr.cursor')?.scrollIntoView({ block: 'center' }));
  }

  #toggle(item) {
    if (!item) return;
    const chosen = new Map(this.chosen);
    if (!chosen.delete(item.id)) chosen.set(item.id, item);
    this.chosen = chosen;
  }

  #toggleAll(on) {
    const chosen = new Map(this.chosen);
    for (const item of this.#items) on ? chosen.set(item.id, item) : chosen.delete(item.id);
    this.chosen = chosen;
  }

  #plan() {
    if (this.chosen.size) go('plan', { id: [...this.chosen.keys()] });
  }

  async #export(format) {
    if (this.chosen.size && format === 'json') return download('identities.json', JSON.stringify([...this.chosen.values()], null, 2), 'application/json');
    this.said = 'Exporting…';
    try {
      if (format === 'csv') download('identities.csv', await csv('entities', this.#query()), 'text/csv');
      else download('identities.json', JSON.stringify(await this.#all(), null, 2), 'application/json');
      this.said = '';
    } catch (problem) {
      this.said = problem.message;
    }
    return undefined;
  }

  async #all() {
    const all = [];
    let cursor = null;
    do {
      const page = await get('entities', { ...this.#query(), cursor, limit: 1000 });
      all.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return all;
  }

  #search(event) {
    clearTimeout(this.#typing);
    const q = event.target.value.trim();
    this.#typing = setTimeout(() => change({ q: q || null }, { replace: true }), 150);
  }

  #column(id) {
    const hidden = new Set(this.hidden_);
    if (!hidden.delete(id)) hidden.add(id);
    this.hidden_ = hidden;
    localStorage.setItem('columns-hidden', JSON.stringify([...hidden]));
  }

  render() {
    const total = this.#load.value?.total;
    return html`<div class="page"><div class="page-head"><h1>Identities ${total === undefined ? nothing : html`<span class="faint">${atLeast(total, this.#load.value.atLeast)}</span>`}</h1></div>
      ${this.#tabs()}<div class="list-tools"><div class="list-search">${icon('search')}<input class="input" type="search" aria-label="Part of a name, or start of an ARN" placeholder="Name, unique id or ARN…" .value=${this.params.get('q') ?? ''} @input=${this.#search}></div>
        ${filterMenu(this.params)}${filterChips(this.params)}
        <div class="end"><span role="status" class="faint">${this.said}</span>${this.#menus()}</div></div>
      ${show(this.#load, { value: page => page.items.length ? this.#table(page) : this.#empty(), skeleton: () => skeleton(14), error: p => failed(p, this.#ask) })}
      ${this.chosen.size ? this.#selection() : nothing}</div>`;
  }

  /** The kinds that people look for, one click away. */
  #tabs() {
    const now = this.params.getAll('kind').join();
    return html`<nav class="tabs" aria-label="Kind">${TABS.map(([word, kind]) => html`<a href=${this.#of(kind)} aria-current=${now === kind ? 'page' : nothing}>${word}</a>`)}</nav>`;
  }

  #of(kind) {
    const keep = Object.fromEntries([...new Set(this.params.keys())].filter(k => !['kind', 'cursor', 'at'].includes(k)).map(k => [k, this.params.getAll(k)]));
    return href('identities', { ...keep, kind: kind || null });
  }

  #menus() {
    return html`<details class="menu right wide-only"><summary class="button quiet">${icon('columns-3')}Columns</summary><div class="menu-panel">${COLUMNS.filter(c => !c.always).map(c => html`<label class="check"><input type="checkbox" .checked=${!this.hidden_.has(c.id)} @change=${() => this.#column(c.id)}>${c.word}</label>`)}</div></details>
      <details class="menu right"><summary class="button quiet">${icon('download')}Export</summary><div class="menu-panel"><button type="button" @click=${() => this.#export('csv')}>${icon('table')}As CSV</button><button type="button" @click=${() => this.#export('json')}>${icon('file-json')}As JSON</button></div></details>`;
  }

  #empty() {
    const filtered = [...this.params.keys()].some(k => k !== 'sort');
    return html`<div class="card">${filtered ? empty('Nothing fits these filters', 'Remove one of the chips above, or search in all accounts.', { action: html`<a class="button" href=${href('identities', { account: null })}>Remove all filters</a>` })
      : empty('Nothing is imported yet', 'Identities appear here after the first import.', { command: 'explorer import gaad.json', symbol: 'upload' })}</div>`;
  }

  #table(page) {
    const columns = COLUMNS.filter(c => !this.hidden_.has(c.id));
    const on = page.items.filter(e => this.chosen.has(e.id)).length;
    return html`<div class="table-wrap"><table class="identities sticky"><thead><tr><th class="c-check"><input type="checkbox" aria-label="Select all on this page" .checked=${on === page.items.length} .indeterminate=${on > 0 && on < page.items.length} @change=${e => this.#toggleAll(e.target.checked)}></th>${columns.map(c => this.#head(c))}</tr></thead>
      <tbody>${page.items.map((e, i) => html`<tr class=${i === this.row ? 'cursor' : ''}><td class="c-check"><input type="checkbox" aria-label=${`Select ${e.name}`} .checked=${this.chosen.has(e.id)} @change=${() => this.#toggle(e)}></td>${columns.map(c => html`<td class=${c.css ?? 'c-' + c.id}>${c.cell(e)}</td>`)}</tr>`)}</tbody></table>${this.#pager(page)}</div>`;
  }

  #head(column) {
    const sort = this.params.get('sort') ?? 'name';
    const down = sort === '-' + column.sort;
    const mine = sort === column.sort || down;
    return html`<th scope="col" class=${column.css ?? 'c-' + column.id} aria-sort=${mine ? (down ? 'descending' : 'ascending') : nothing}>${column.sort
      ? html`<button class="sort" type="button" @click=${() => change({ sort: mine && !down ? '-' + column.sort : column.sort })}>${column.word}${mine ? icon(down ? 'arrow-down' : 'arrow-up') : nothing}</button>` : column.word}</th>`;
  }

  #pager(page) {
    const at = Number(this.params.get('at') ?? 0);
    const next = () => go('identities', { ...Object.fromEntries([...new Set(route().params.keys())].map(k => [k, route().params.getAll(k)])), cursor: page.nextCursor, at: at + PAGE });
    return html`<div class="pager"><span>${number(at + 1)}–${number(at + page.items.length)} of ${atLeast(page.total, page.atLeast)}</span><div class="end">
      ${at ? html`<button class="button" type="button" @click=${() => history.back()}>${icon('arrow-left')}Back</button>` : nothing}
      ${page.nextCursor ? html`<button class="button" type="button" @click=${next}>Next${icon('arrow-right')}</button>` : nothing}</div></div>`;
  }

  #selection() {
    return html`<div class="selection" role="region" aria-label="Selection"><b>${count(this.chosen.size, 'identity', 'identities')}</b><span class="faint">selected</span>
      <button class="button primary" type="button" @click=${() => this.#plan()}>${icon('list-checks')}One plan for all</button>
      <a class="button" href=${href('campaigns', { id: [...this.chosen.keys()] })}>${icon('history')}Campaign</a>
      <button class="button" type="button" @click=${() => this.#export('json')}>${icon('download')}JSON</button>
      <button class="button quiet" type="button" @click=${() => (this.chosen = new Map())}>Clear</button></div>`;
  }
}

customElements.define('view-identities', Identities);
