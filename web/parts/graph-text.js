/** A graph as text: SVG for documents, GraphML for other tools. Both escape all that comes from data. */
import { kindOf, SHAPES } from '../kinds.js';

const escape = text => String(text ?? '').replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ');

export function toSvg({ nodes, edges }) {
  const page = getComputedStyle(document.documentElement);
  const v = name => page.getPropertyValue('--' + name).trim();
  const xs = nodes.map(n => n.x);
  const ys = nodes.map(n => n.y);
  const [x, y] = [Math.min(...xs, 0) - 120, Math.min(...ys, 0) - 60];
  const [width, height] = [Math.max(...xs, 0) - x + 120, Math.max(...ys, 0) - y + 80];
  const at = new Map(nodes.map(n => [n.id, n]));
  const colors = { blocks: v('blocked'), breaks: v('breaks'), plain: v('line-strong') };
  const sort = e => e.severity in colors ? e.severity : 'plain';
  const lines = edges.filter(e => !e.quiet && at.has(e.from) && at.has(e.to)).map(e => {
    const [a, b] = [at.get(e.from), at.get(e.to)];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const [dx, dy] = [(b.x - a.x) / length * 26, (b.y - a.y) / length * 26];
    return `<line x1="${a.x + dx}" y1="${a.y + dy}" x2="${b.x - dx}" y2="${b.y - dy}" stroke="${colors[sort(e)]}" stroke-width="1.5" marker-end="url(#arrow-${sort(e)})"${e.severity === 'breaks' ? ' stroke-dasharray="5 4"' : ''}><title>${escape(e.type)} ${escape(e.rule)}</title></line>`;
  });
  const tiles = nodes.map(n => `<g transform="translate(${n.x - 18} ${n.y - 18}) scale(1.5)"><path d="${SHAPES[kindOf(n.kind).shape]}" fill="${v('hue-' + kindOf(n.kind).hue)}"/></g><text x="${n.x}" y="${n.y + 34}" text-anchor="middle">${escape(n.label)}<tspan x="${n.x}" dy="13" font-size="9" fill="${v('faint')}">${escape(kindOf(n.kind).word)}</tspan></text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="12" fill="${v('ink')}">
<defs>${Object.entries(colors).map(([name, color]) => `<marker id="arrow-${name}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 .8L7 4L0 7.2Z" fill="${color}"/></marker>`).join('')}</defs>
<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${v('surface')}"/>
${lines.join('\n')}\n${tiles.join('\n')}\n</svg>\n`;
}

const NODE_KEYS = ['kind', 'name', 'accountId', 'verdict', 'impact', 'region', 'resourceType'];
const EDGE_KEYS = ['type', 'rule', 'severity', 'effect'];

export function toGraphml({ nodes, edges }) {
  const keys = (names, scope) => names.map(n => `  <key id="${scope}.${n}" for="${scope}" attr.name="${n}" attr.type="string"/>`).join('\n');
  const data = (item, names, scope) => names.filter(n => item[n] !== null && item[n] !== undefined).map(n => `<data key="${scope}.${n}">${escape(item[n])}</data>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys(NODE_KEYS, 'node')}
${keys(EDGE_KEYS, 'edge')}
  <graph id="identities" edgedefault="directed">
${nodes.map(n => `    <node id="${escape(n.id)}">${data(n, NODE_KEYS, 'node')}</node>`).join('\n')}
${edges.map(e => `    <edge id="${escape(e.id)}" source="${escape(e.from)}" target="${escape(e.to)}">${data(e, EDGE_KEYS, 'edge')}</edge>`).join('\n')}
  </graph>
</graphml>\n`;
}
