/** How a graph looks, from the custom properties of the page, so that light and dark need no second list. */

export function graphStyle() {
  const page = getComputedStyle(document.documentElement);
  const v = name => page.getPropertyValue('--' + name).trim();
  const hues = ['user', 'group', 'role', 'linked', 'service', 'policy', 'aws', 'resource', 'credential', 'external', 'account', 'tag'];
  return [
    { selector: 'node', style: { width: 36, height: 36, shape: 'data(shape)', label: 'data(label)', 'font-family': v('sans'), 'font-size': 12, color: v('ink'), 'text-valign': 'bottom', 'text-margin-y': 5,
      'text-wrap': 'ellipsis', 'text-max-width': 220, 'text-background-color': v('surface'), 'text-background-opacity': .85, 'text-background-padding': 2, 'background-image': 'data(image)', 'background-width': 20, 'background-height': 20,
      'border-width': 2, 'border-color': v('surface'), 'min-zoomed-font-size': 6 } },
    ...hues.map(h => ({ selector: `node[hue = "${h}"]`, style: { 'background-color': v('hue-' + h) } })),
    { selector: 'node[shape = "diamond"], node[shape = "pentagon"]', style: { 'background-width': 16, 'background-height': 16, width: 40, height: 40 } },
    ...['clear', 'blocked', 'unproven', 'protected'].map(s => ({ selector: `node[state = "${s}"]`, style: { 'border-color': v(s === 'clear' ? 'unknown' : s), 'border-width': 3 } })),
    { selector: 'node[state = "clear"][impact = "NONE_SEEN"]', style: { 'border-color': v('clear') } },
    { selector: 'node.center', style: { width: 52, height: 52, 'background-width': 28, 'background-height': 28, 'font-weight': 600, 'font-size': 13 } },
    { selector: 'node.folded', style: { 'border-style': 'double', 'border-width': 6, 'font-weight': 600 } },
    { selector: 'node.placeholder', style: { 'background-opacity': .6, 'border-style': 'dashed' } },
    { selector: 'node:selected', style: { 'underlay-color': v('accent'), 'underlay-opacity': .25, 'underlay-padding': 8, 'text-background-color': v('accent-tint'), 'text-background-opacity': 1 } },
    { selector: 'edge', style: { width: 1.25, 'line-color': v('line-strong'), 'target-arrow-color': v('line-strong'), 'target-arrow-shape': 'triangle', 'arrow-scale': .8, 'curve-style': 'straight', label: 'data(label)', 'font-family': v('sans'),
      'font-size': 10, color: v('faint'), 'text-rotation': 'autorotate', 'text-background-color': v('surface'), 'text-background-opacity': .9, 'text-background-padding': 2, 'min-zoomed-font-size': 9, opacity: .9 } },
    { selector: 'edge.blocks', style: { 'line-color': v('blocked'), 'target-arrow-color': v('blocked'), color: v('blocked-ink'), width: 2 } },
    { selector: 'edge.breaks', style: { 'line-color': v('breaks'), 'target-arrow-color': v('breaks'), color: v('breaks-ink'), 'line-style': 'dashed' } },
    { selector: 'edge.deny', style: { 'line-style': 'dotted', 'target-arrow-shape': 'tee' } },
    { selector: 'edge.quiet', style: { display: 'none' } },
    { selector: 'edge:selected', style: { 'line-color': v('accent'), 'target-arrow-color': v('accent'), width: 3, opacity: 1, label: 'data(label)' } },
    { selector: '.hidden', style: { display: 'none' } },
    { selector: '.dim', style: { opacity: .15 } },
  ];
}
