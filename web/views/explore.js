/** Explore: starts at one entity, opens on demand, and every step stands in the address. */
import { Part, html, nothing, Load, show } from '../parts/part.js';
import { get } from '../api.js';
import { change, go, href, hrefOf } from '../router.js';
import { kindOf } from '../kinds.js';
import { count, foldedWords } from '../words.js';
import { icon, tile } from '../parts/icon.js';
import { badge } from '../parts/verdict.js';
import { empty, failed, none, skeleton } from '../parts/states.js';
import { onKey } from '../keys.js';
import '../parts/graph-view.js';
import '../parts/picker.js';
import '../parts/copy.js';

class Explore extends Part {
  static properties = { params: { attribute: false }, picked: { state: true }, problem: { state: true }, note: { state: true }, seeking: { state: true } };
  #ideas = new Load(this);
  #shown;
  #edges = new Map();
  #nodes = new Map();

  constructor() {
    super();
    onKey(this, { Enter: e => (e.target.closest('a, button, summary') || !this.picked?.node ? false : this.#expand(this.picked.node)), Delete: () => this.#hide() });
  }

  get #view() {
    return this.querySelector('ie-graph');
  }

  updated(changed) {
    if (!changed.has('params')) return;
    const start = JSON.stringify([this.params.get('id'), this.params.get('to')]);
    if (start === this.#shown) return;
    this.#shown = start;
    this.#start();
  }

  /** Draws the start, then repeats each opening of the address in order. */
  async #start() {
    const id = this.params.get('id');
    this.problem = this.note = this.picked = undefined;
    this.#nodes.clear();
    this.#edges.clear();
    if (!id) return void this.#ideas.run(signal => get('entities', { verdict: 'BLOCKED', kind: ['ServiceLinkedRole', 'User', 'Role'], account: this.params.get('account'), limit: 10 }, { signal }));
    try {
      const to = this.params.get('to');
      const first = to ? await this.#path(id, to) : await get('graph', { id, limit: 300 });
      this.#keep(first);
      this.#view.show(first);
      for (const open of this.params.getAll('open')) await this.#add(open, !this.#nodes.get(open)?.folded);
      this.#view.use(graph => graph.select(id));
      if (first.truncated) this.note = 'There is more than fits here; open what you need.';
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #path(from, to) {
    const way = await get('graph/path', { from, to });
    this.note = way.length === null ? 'No way of at most six relationships connects these two.' : `${count(way.length, 'relationship')} apart.`;
    if (way.length === null) return get('graph', { id: from });
    return { ...way, nodes: way.nodes.map((n, i) => ({ ...n, position: i === 0 ? 'center' : n.position, distance: i })) };
  }

  #keep({ nodes, edges }) {
    for (const n of nodes) this.#nodes.set(n.id, { ...this.#nodes.get(n.id), ...n });
    for (const e of edges) this.#edges.set(e.id, e);
  }

  async #add(id, whole) {
    const more = await get('graph', whole ? { id, limit: 300 } : { open: id, limit: 100 });
    const fresh = { ...more, nodes: more.nodes.map(n => ({ ...n, position: 'neighbour', distance: 2 })) };
    this.#keep(fresh);
    this.#view.use(graph => {
      graph.add(fresh, id);
      if (!whole && !more.nextCursor) graph.remove(id);
      graph.force();
    });
    if (more.truncated || more.nextCursor) this.note = 'There is more than fits here.';
  }

  async #expand(node) {
    try {
      this.#view.layout = 'force';
      await this.#add(node.id, !node.folded);
      change({ open: [...new Set([...this.params.getAll('open'), node.id])], layout: 'force' }, { replace: true });
    } catch (problem) {
      this.problem = problem;
    }
  }

  #collapse(node) {
    this.#view.use(graph => graph.collapse(node.id));
    change({ open: this.params.getAll('open').filter(id => id !== node.id) }, { replace: true });
  }

  #hide() {
    if (!this.picked?.node) return;
    this.#view.use(graph => graph.remove(this.picked.node.id));
    this.picked = undefined;
  }

  #hidden() {
    return { kinds: new Set(this.params.getAll('without')), types: new Set(this.params.getAll('withoutType')) };
  }

  render() {
    if (!this.params.get('id')) return this.#begin();
    return html`<div class="explore"><h1 class="off-screen">Explore</h1><ie-graph .layout=${this.params.get('layout') ?? 'layers'} .hidden_=${this.#hidden()} @pick=${e => (this.picked = e.detail)} @expand=${e => this.#expand(e.detail.node)}
        @layout=${e => change({ layout: e.detail.layout === 'force' ? 'force' : null }, { replace: true })} @hide=${e => change({ without: [...e.detail.kinds], withoutType: [...e.detail.types] }, { replace: true })}></ie-graph>
      <aside class="panel" aria-label="Selection">${this.problem ? failed(this.problem, () => this.#start()) : nothing}${this.note ? html`<p class="soft note" role="status">${icon('info')}${this.note}</p>` : nothing}
        ${this.picked?.node ? this.#node(this.picked.node) : this.picked?.edge ? this.#edge(this.picked.edge) : none('Select a node to see what it is; double-click opens what is around it.')}
        ${this.#way()}</aside></div>`;
  }

  #begin() {
    return html`<div class="page narrow"><div class="page-head"><div><h1>Explore</h1><p>Start anywhere; the graph opens on who owns it and what blocks it, and grows only where you ask.</p></div></div>
      <div class="card start"><ie-picker id="start" label="Where to start" placeholder="Name or ARN of where to start" @pick=${e => go('explore', { id: e.detail.id })}></ie-picker></div>
      ${show(this.#ideas, { value: page => page.items.length ? html`<section class="card"><div class="card-head"><h2>Or start at something blocked</h2></div><div class="card-body"><ul class="refs">${page.items.map(e => html`<li><a class="ref" href=${href('explore', { id: e.id })}>${tile(e.kind)}<span class="ref-name">${e.name}</span></a>${badge(e.verdict, e.impact)}</li>`)}</ul></div></section>`
        : empty('Nothing is imported yet', 'The graph grows from what imports bring.', { command: 'explorer demo', symbol: 'waypoints' }), skeleton: () => skeleton(6), error: p => failed(p) })}</div>`;
  }

  #node(node) {
    if (node.folded) return html`<header class="panel-head">${tile(node.kind, { size: 'large' })}<div><p class="kind-line">folded</p><h2>${foldedWords(node.folded)}</h2></div></header><p class="soft">At the end of ${node.folded.type} ${node.folded.direction === 'in' ? 'into' : 'out of'} ${this.#nodes.get(node.folded.of)?.name ?? 'it'}.</p>
      <div class="panel-actions"><button class="button primary" type="button" @click=${() => this.#expand(node)}>${icon('plus')}Open</button></div>`;
    const opened = this.params.getAll('open').includes(node.id);
    return html`<header class="panel-head">${tile(node.kind, { size: 'large' })}<div><p class="kind-line">${kindOf(node.kind).word}${node.region ? html` <span class="region">${node.region}</span>` : nothing}</p><h2><a href=${hrefOf(node)}>${node.name}</a></h2></div></header>
      <ie-id .value=${node.id}></ie-id>${node.verdict ? html`<p>${badge(node.verdict, node.impact)}</p>` : nothing}
      <div class="panel-actions">${opened ? html`<button class="button" type="button" @click=${() => this.#collapse(node)}>${icon('minus')}Collapse</button>` : html`<button class="button primary" type="button" @click=${() => this.#expand(node)}>${icon('plus')}Expand</button>`}
        <a class="button" href=${href('explore', { id: node.id })} title="Start from here">${icon('locate-fixed')}Centre</a><button class="button" type="button" @click=${() => this.#hide()} title="Hide (Del)">${icon('eye')}Hide</button></div>
      ${this.#connected(node)}`;
  }

  /** The same picture in words: what the selected node is connected to; each line selects it. */
  #connected(node) {
    const others = new Map();
    for (const e of this.#edges.values()) {
      const other = e.from === node.id ? e.to : e.to === node.id ? e.from : null;
      if (other && this.#nodes.has(other)) others.set(other, [...(others.get(other) ?? []), e]);
    }
    const word = e => html`<span>${icon(e.from === node.id ? 'arrow-right' : 'arrow-left', e.from === node.id ? 'to' : 'from')}${(e.rule ?? e.type).toLowerCase().replace(/[_-]/g, ' ')}</span>`;
    const row = ([id, edges]) => html`<li><button type="button" @click=${() => this.#view.use(graph => graph.select(id))}>${tile(this.#nodes.get(id).kind, { size: 'small', label: true })}<span class="ref-name">${this.#nodes.get(id).name}</span><span class="how">${edges.map(word)}</span></button></li>`;
    return others.size ? html`<h3 class="sub">Connected to ${others.size}</h3><ul class="connected">${[...others].slice(0, 40).map(row)}</ul>${others.size > 40 ? html`<p class="faint">and ${others.size - 40} more</p>` : nothing}` : nothing;
  }

  /** One line is drawn between two nodes; here stands all that it stands for. */
  #edge(edge) {
    const ends = [edge.from, edge.to];
    const all = [...this.#edges.values()].filter(e => ends.includes(e.from) && ends.includes(e.to));
    const name = id => this.#nodes.get(id)?.name ?? id;
    const facts = e => [['from', name(e.from)], ['to', name(e.to)], ['rule', e.rule], ['severity', e.severity], ['effect', e.effect], ['stands for', e.count]].filter(([, v]) => v);
    return html`<p class="kind-line">${count(all.length, 'relationship')} between two</p>${all.map(e => html`<section><h2>${e.type}</h2><dl class="facts">${facts(e).map(([k, v]) => html`<div><dt>${k}</dt><dd>${v}</dd></div>`)}</dl></section>`)}`;
  }

  #way() {
    const id = this.params.get('id');
    return html`<div class="way">${this.params.get('to') ? html`<a class="button quiet" href=${href('explore', { id })}>${icon('x')}Leave the path</a>` : this.seeking
      ? html`<div class="card"><ie-picker id="way" label="Path to" placeholder="Path to…" @pick=${e => { this.seeking = false; go('explore', { id: this.picked?.node?.id ?? id, to: e.detail.id }); }}></ie-picker></div>`
      : html`<button class="button quiet" type="button" @click=${() => { this.seeking = true; this.updateComplete.then(() => this.querySelector('#way input')?.focus()); }}>${icon('route')}Find a path to another entity</button>`}</div>`;
  }
}

customElements.define('view-explore', Explore);
