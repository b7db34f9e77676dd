/** A verdict is always an icon, a word and a colour, in that order of importance. */
import { html, svg, nothing } from './part.js';
import { icon } from './icon.js';
import { STATES, stateOf, number } from '../words.js';

export function badge(verdict, impact) {
  const state = stateOf(verdict, impact);
  if (!state) return html`<span class="faint" title="IAM does not delete entities of this kind">–</span>`;
  return html`<span class="badge is-${state}" title=${STATES[state].hint}>${icon(STATES[state].icon)}${STATES[state].word}</span>`;
}

/** How many are in which state. */
export const tally = counts => Object.entries(STATES).map(([state, { word }]) => ({ state, word, n: counts[state] ?? 0 })).filter(s => s.n);

/** A bar of states; what it says also stands in its label. */
export function stateBar(counts) {
  const parts = tally(counts);
  const total = parts.reduce((sum, p) => sum + p.n, 0);
  if (!total) return nothing;
  let x = 0;
  const rects = parts.map(({ state, n }) => {
    const rect = svg`<rect class="is-${state}" x=${x} y="0" width=${n} height="1"></rect>`;
    x += n;
    return rect;
  });
  const label = parts.map(p => `${number(p.n)} ${p.word.toLowerCase()}`).join(', ');
  return html`<svg class="state-bar" role="img" aria-label=${label} viewBox="0 0 ${total} 1" preserveAspectRatio="none"><title>${label}</title>${rects}</svg>`;
}
