/** A graph with its tools and its legend, which is also its filter. The view around it decides what is in it. */
import { Part, html, nothing } from './part.js';
import { icon, tile } from './icon.js';
import { kindOf } from '../kinds.js';
import { count, number } from '../words.js';
import { download } from './copy.js';
import { toSvg, toGraphml } from './graph-text.js';
import { onKey } from '../keys.js';

const typeWords = type => type.toLowerCase().replace(/_/g, ' ');

/** Fires `pick` {node, edge}, `expand` {node}, `hide` {kinds, types}, `layout` {layout}. */
class GraphView extends Part {
  static properties = { label: {}, layout: {}, hidden_: { attribute: false }, tick: { state: true } };
  graph;
  #waiting = [];

  constructor() {
    super();
    this.layout = 'layers';
    this.hidden_ = { kinds: new Set(), types: new Set() };
    this.tick = 0;
    onKey(this, { f: () => this.graph?.fit(), '+': () => this.graph?.zoom(1.25), '-': () => this.graph?.zoom(.8) });
  }

  async firstUpdated() {
    const { Graph } = await import('../graph.js');
    if (!this.isConnected) return;
    this.graph = new Graph(this.querySelector('.graph-canvas'), { select: (node, edge) => this.#fire('pick', { node, edge }), open: node => this.#fire('expand', { node }) });
    for (const task of this.#waiting.splice(0)) task();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.graph?.destroy();
    this.graph = undefined;
  }

  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Runs `task` with the graph, now or once Cytoscape is there. */
  use(task) {
    const run = () => {
      task(this.graph);
      this.graph.hide(this.hidden_);
      this.tick++;
    };
    this.graph ? run() : this.#waiting.push(run);
  }

  /** Replaces all that is shown. */
  show(data) {
    this.use(graph => {
      graph.clear();
      graph.add(data);
      this.arrange(true);
    });
  }

  arrange(fresh = false) {
    this.layout === 'force' ? this.graph.force({ fresh }) : this.graph.layers();
  }

  willUpdate(changed) {
    if (changed.has('hidden_') && this.graph) this.graph.hide(this.hidden_);
  }

  #layout(layout) {
    this.layout = layout;
    this.#fire('layout', { layout });
    this.arrange(true);
  }

  #toggle(which, name) {
    const next = { kinds: new Set(this.hidden_.kinds), types: new Set(this.hidden_.types) };
    if (!next[which].delete(name)) next[which].add(name);
    this.hidden_ = next;
    this.#fire('hide', next);
  }

  async #export(format) {
    if (format === 'png') return download('graph.png', await this.graph.png());
    const text = format === 'svg' ? toSvg(this.graph.snapshot()) : toGraphml(this.graph.snapshot());
    return download(`graph.${format}`, text, format === 'svg' ? 'image/svg+xml' : 'application/xml');
  }

  render() {
    const size = this.graph?.size;
    return html`<div class="graph-frame"><div class="graph-canvas" role="img" aria-label=${this.label ?? 'Graph; the panel beside it lists what is selected and what it is connected to'}></div>
      <div class="graph-tools"><div class="segments" role="group" aria-label="Layout"><button type="button" aria-pressed=${String(this.layout !== 'force')} @click=${() => this.#layout('layers')}>Layers</button><button type="button" aria-pressed=${String(this.layout === 'force')} @click=${() => this.#layout('force')}>Free</button></div>
        <div class="tool-group"><button class="icon-button" type="button" aria-label="Zoom in" title="Zoom in (+)" @click=${() => this.graph?.zoom(1.25)}>${icon('plus')}</button><button class="icon-button" type="button" aria-label="Zoom out" title="Zoom out (−)" @click=${() => this.graph?.zoom(.8)}>${icon('minus')}</button>
        <button class="icon-button" type="button" aria-label="Fit" title="Fit (f)" @click=${() => this.graph?.fit()}>${icon('maximize')}</button></div>
        <details class="menu"><summary class="button" aria-label="Export the picture">${icon('download')}<span class="wide-only">Export</span></summary><div class="menu-panel">${[['png', 'PNG', 'image'], ['svg', 'SVG', 'image'], ['graphml', 'GraphML', 'share']].map(([format, word, symbol]) => html`<button type="button" @click=${() => this.#export(format)}>${icon(symbol === 'share' ? 'network' : symbol)}${word}</button>`)}</div></details></div>
      ${size ? html`<p class="graph-size faint small" role="status">${count(size.nodes, 'node')}, ${count(size.edges, 'relationship')}</p>` : nothing}</div>
      ${this.graph ? this.#legend() : nothing}`;
  }

  #legend() {
    const rows = (which, entries, symbol, word) => [...entries].sort((a, b) => b[1] - a[1]).map(([name, n]) => html`<label class="check"><input type="checkbox" .checked=${!this.hidden_[which].has(name)} @change=${() => this.#toggle(which, name)}>${symbol(name)}<span class="grow">${word(name)}</span><span class="faint">${number(n)}</span></label>`);
    return html`<div class="legend"><fieldset><legend>Kinds</legend>${rows('kinds', this.graph.kinds(), name => tile(name, { size: 'small' }), name => kindOf(name).plural)}</fieldset>
      <fieldset><legend>Relationships</legend>${rows('types', this.graph.types(), name => html`<i class="line ${name === 'BLOCKS_DELETION_OF' ? 'blocks' : ''}"></i>`, typeWords)}</fieldset></div>`;
  }
}

customElements.define('ie-graph', GraphView);
