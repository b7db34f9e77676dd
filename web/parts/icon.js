/** Icons and the tiles of kinds, as templates: cheap enough for a thousand rows. */
import { html, svg, nothing } from './part.js';
import { kindOf, SHAPES } from '../kinds.js';

const SPRITE = '/icons/icons.svg#';

export const icon = (name, label) => html`<svg class="icon" role=${label ? 'img' : nothing} aria-label=${label ?? nothing}
  aria-hidden=${label ? nothing : 'true'} viewBox="0 0 24 24"><use href=${SPRITE + name}></use></svg>`;

/** The content of a kind's tile on a 24 × 24 grid, for use inside another drawing too. */
export function kindShape(name) {
  const kind = kindOf(name);
  const inset = kind.shape === 'diamond' || kind.shape === 'pentagon' ? 6.5 : 4.75;
  return svg`<path class="tile-shape" d=${SHAPES[kind.shape]}></path><use class="tile-icon" href=${SPRITE + kind.icon}
    x=${inset} y=${kind.shape === 'pentagon' ? inset + 1 : inset} width=${24 - 2 * inset} height=${24 - 2 * inset}></use>`;
}

export const tile = (name, { size = '', label = false } = {}) => html`<svg class="tile ${size} hue-${kindOf(name).hue}" viewBox="0 0 24 24"
  role=${label ? 'img' : nothing} aria-label=${label ? kindOf(name).word : nothing} aria-hidden=${label ? nothing : 'true'}>${kindShape(name)}</svg>`;
