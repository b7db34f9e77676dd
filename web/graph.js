/** The only importer of Cytoscape: draws nodes and edges, keeps positions, exports. Knows nothing of the server. */
import cytoscape from 'cytoscape';
import { kindOf, GRAPH_SHAPES } from './kinds.js';
import { foldedWords, middle } from './words.js';
import { graphStyle } from './graph-style.js';

let fcose;

/** fcose and what it stands on are scripts of the old kind: each leaves one global for the next. */
async function loadForces() {
  fcose ??= (async () => {
    for (const name of ['layout-base', 'cose-base', 'cytoscape-fcose']) await script(import.meta.resolve(name));
    cytoscape.use(window.cytoscapeFcose);
  })();
  return fcose;
}

const script = src => new Promise((done, failed) => {
  document.head.append(Object.assign(document.createElement('script'), { src, onload: done, onerror: failed }));
});

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

const nodeData = n => ({ ...n, label: n.folded ? foldedWords(n.folded) : middle(n.name, 24), shape: GRAPH_SHAPES[kindOf(n.kind).shape], hue: kindOf(n.kind).hue,
  image: `/icons/graph/${kindOf(n.kind).icon}.svg`, state: n.verdict ? n.verdict.toLowerCase() : '' });

const labelOf = e => e.rule ? e.rule.replace(/-/g, ' ') : e.type.toLowerCase().replace(/_/g, ' ');

const edgeData = e => ({ ...e, source: e.from, target: e.to, label: labelOf(e) });

export class Graph {
  #cy;
  #watch = matchMedia('(prefers-color-scheme: dark)');
  #restyle = () => this.#cy.style(graphStyle());

  /** @param listeners `select(node, edge)` and `open(node)`; a double click opens */
  constructor(container, listeners) {
    this.#cy = cytoscape({ container, style: graphStyle(), minZoom: .1, maxZoom: 3, boxSelectionEnabled: false, textureOnViewport: false, hideEdgesOnViewport: false, pixelRatio: 'auto' });
    this.#cy.on('select unselect', () => {
      const one = this.#cy.$(':selected')[0];
      listeners.select(one?.isNode() ? one.data() : null, one?.isEdge() ? one.data() : null);
    });
    this.#cy.on('dbltap', 'node', event => listeners.open(event.target.data()));
    this.#watch.addEventListener('change', this.#restyle);
  }

  get ids() {
    return new Set(this.#cy.nodes().map(n => n.id()));
  }

  get size() {
    return { nodes: this.#cy.nodes(':visible').length, edges: this.#shown().length };
  }

  /** Relationships that the filters leave, drawn or standing behind the one that is. */
  #shown() {
    return this.#cy.edges().filter(e => !e.hasClass('hidden') && !e.source().hasClass('hidden') && !e.target().hasClass('hidden'));
  }

  kinds() {
    const kinds = new Map();
    this.#cy.nodes().forEach(n => kinds.set(n.data('kind'), (kinds.get(n.data('kind')) ?? 0) + 1));
    return kinds;
  }

  types() {
    const types = new Map();
    this.#cy.edges().forEach(e => types.set(e.data('type'), (types.get(e.data('type')) ?? 0) + 1));
    return types;
  }

  /** Adds what is not there yet; new nodes start at `from`, so that one sees where they come from. */
  add({ nodes, edges }, from) {
    const start = from && this.#cy.getElementById(from).position();
    this.#cy.batch(() => {
      for (const n of nodes) {
        if (this.#cy.getElementById(n.id).nonempty()) continue;
        const position = start && { x: start.x + Math.random() * 80 - 40, y: start.y + Math.random() * 80 - 40 };
        this.#cy.add({ group: 'nodes', data: nodeData(n), classes: [n.position, n.folded && 'folded', n.placeholder && 'placeholder'].filter(Boolean).join(' '), ...(position && { position }) });
      }
      for (const e of edges) {
        if (this.#cy.getElementById(e.id).nonempty() || this.#cy.getElementById(e.from).empty() || this.#cy.getElementById(e.to).empty()) continue;
        this.#cy.add({ group: 'edges', data: edgeData(e), classes: [e.severity, e.effect === 'Deny' && 'deny'].filter(Boolean).join(' ') });
      }
      this.#quieten();
    });
  }

  /** Of several relationships between two nodes the one that matters most is drawn, and says how many stand behind it. */
  #quieten() {
    const rank = e => (e.data('severity') === 'blocks' ? 0 : e.data('severity') === 'breaks' ? 1 : 2) + (e.target().hasClass('center') ? 0 : .5);
    const pairs = new Map();
    for (const e of this.#shown().toArray()) {
      const pair = [e.data('source'), e.data('target')].sort().join('\n');
      if (pairs.has(pair)) pairs.get(pair).push(e);
      else pairs.set(pair, [e]);
    }
    for (const edges of pairs.values()) {
      edges.sort((a, b) => rank(a) - rank(b)).forEach((e, i) => e.toggleClass('quiet', i > 0));
      edges[0].data('label', labelOf(edges[0].data()) + (edges.length > 1 ? ` +${edges.length - 1}` : ''));
    }
  }

  remove(id) {
    this.#cy.getElementById(id).remove();
  }

  /** Takes away the neighbours that hang on this node alone. */
  collapse(id) {
    const node = this.#cy.getElementById(id);
    node.neighborhood('node').filter(n => n.degree(false) === 1 || n.neighborhood('node').length === 1).not('.center').remove();
  }

  clear() {
    this.#cy.elements().remove();
  }

  select(id) {
    this.#cy.$(':selected').unselect();
    this.#cy.getElementById(id).select();
  }

  hide({ kinds, types }) {
    this.#cy.batch(() => {
      this.#cy.nodes().forEach(n => n.toggleClass('hidden', kinds.has(n.data('kind')) && !n.hasClass('center')));
      this.#cy.edges().forEach(e => e.toggleClass('hidden', types.has(e.data('type'))));
      this.#quieten();
    });
  }

  /** Lights a way and dims the rest. */
  highlight(ids) {
    this.#cy.batch(() => {
      this.#cy.elements().toggleClass('dim', ids !== null);
      for (const id of ids ?? []) this.#cy.getElementById(id).removeClass('dim');
    });
  }

  fit() {
    this.#cy.resize();
    this.#cy.animate({ ...this.#frame(), duration: still() ? 0 : 140 });
  }

  zoom(factor) {
    this.#cy.zoom({ level: this.#cy.zoom() * factor, renderedPosition: { x: this.#cy.width() / 2, y: this.#cy.height() / 2 } });
  }

  /** The answer first: owners left, the centre, blockers right, what it blocks below left, the rest in columns outside. */
  layers() {
    const upright = this.#cy.width() < 600;
    const columns = { owner: -1, blocked: -1, center: 0, blocker: 1 };
    const sorted = new Map();
    this.#cy.nodes().forEach(n => {
      const side = this.#blocks(n) ? 1 : n.data('position') === 'neighbour' ? this.#side(n) : columns[n.data('position')];
      sorted.set(side, [...(sorted.get(side) ?? []), n]);
    });
    const left = [...sorted.keys()].filter(s => s < 0).sort((a, b) => b - a);
    const right = [...sorted.keys()].filter(s => s > 0).sort((a, b) => a - b);
    for (const [place, nodes] of sorted) {
      const side = place < 0 ? -1 - left.indexOf(place) : place > 0 ? 1 + right.indexOf(place) : 0;
      nodes.sort((a, b) => a.data('kind').localeCompare(b.data('kind')) || a.data('name').localeCompare(b.data('name')));
      const perColumn = Math.max(upright ? 3 : 8, Math.ceil(Math.sqrt(nodes.length) * 2));
      nodes.forEach((n, i) => {
        const column = Math.floor(i / perColumn);
        const rows = Math.min(perColumn, nodes.length - column * perColumn);
        const along = side * (upright ? 1.3 : 1.1) + Math.sign(side || 1) * column;
        const across = i % perColumn - (rows - 1) / 2;
        n.position(upright ? { x: across * 130, y: along * 110 } : { x: along * 176, y: across * 84 });
      });
    }
    this.#now();
  }

  #blocks = node => node.edgesTo('.center').some(e => e.data('severity') === 'blocks');

  /** A neighbour stands on the side that the arrow comes from or goes to, one column further out. */
  #side(node) {
    const centre = this.#cy.$('.center');
    const out = centre.edgesTo(node).nonempty();
    return (out ? 1 : -1) * (1 + Math.min(2, node.data('distance') ?? 1));
  }

  async force({ fresh = false } = {}) {
    if (this.#cy.nodes().length < 2) return this.#now();
    await loadForces();
    const big = this.#cy.nodes().length > 300;
    this.#cy.layout({ name: 'fcose', quality: big ? 'draft' : 'default', randomize: fresh || big, animate: !still() && !big, animationDuration: 140, fit: false, stop: () => this.#now(), nodeSeparation: 110, idealEdgeLength: 130,
      nodeRepulsion: 9000, packComponents: true, padding: 48, nodeDimensionsIncludeLabels: true }).run();
    return undefined;
  }

  #now() {
    this.#cy.resize();
    this.#cy.viewport(this.#frame());
  }

  /** Where to look to see everything beside the legend, and never larger than life. */
  #frame() {
    const left = this.#cy.width() > 800 ? 264 : 0;
    const top = 56;
    const box = this.#cy.elements(':visible').boundingBox();
    const [width, height] = [this.#cy.width() - left - 48, this.#cy.height() - top - 32];
    const zoom = Math.max(.1, Math.min(1.2, width / (box.w || 1), height / (box.h || 1)));
    return { zoom, pan: { x: left + 24 + (width - box.w * zoom) / 2 - box.x1 * zoom, y: top + (height - box.h * zoom) / 2 - box.y1 * zoom } };
  }

  png() {
    const background = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
    return this.#cy.png({ output: 'blob-promise', full: true, scale: 2, bg: background, maxWidth: 8000, maxHeight: 8000 });
  }

  /** What is visible, with places, for the exports that are text. */
  snapshot() {
    return { nodes: this.#cy.nodes(':visible').map(n => ({ ...n.data(), ...n.position() })), edges: this.#shown().map(e => ({ ...e.data(), quiet: e.hasClass('quiet') })) };
  }

  destroy() {
    this.#watch.removeEventListener('change', this.#restyle);
    this.#cy.destroy();
  }
}
