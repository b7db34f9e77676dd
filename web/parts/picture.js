/** The answer as a drawing: owner left, the identity in the middle, blockers right by rule, gaps as what nobody has seen. */
import { Part, html, svg, nothing } from './part.js';
import { kindShape } from './icon.js';
import { kindOf } from '../kinds.js';
import { hrefOf } from '../router.js';
import { byRule } from './blockers.js';
import { gapWords, middle, count } from '../words.js';

const ROW = 32;
const CAPTION = 24;
const MOST = 9;
/** Places across the drawing and how many letters a name may have, beside other columns and on a phone. */
const WIDE = { width: 460, left: 60, centre: 190, right: 274, name: 19, under: 14 };
const PHONE = { width: 350, left: 44, centre: 132, right: 194, name: 15, under: 11 };
const phone = matchMedia('(max-width: 760px)');

class Picture extends Part {
  #at = WIDE;
  #fit = () => this.requestUpdate();
  static properties = { entity: { attribute: false }, answer: { attribute: false } };

  connectedCallback() {
    super.connectedCallback();
    phone.addEventListener('change', this.#fit);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    phone.removeEventListener('change', this.#fit);
  }

  /** Captions and rows of the right side, top to bottom, with their place. */
  #right() {
    const groups = [...byRule(this.answer.blockers.filter(b => b.severity === 'blocks')), ...byRule(this.answer.blockers.filter(b => b.severity === 'breaks'))];
    const share = Math.max(2, Math.floor(MOST / Math.max(1, groups.length)));
    const lines = groups.flatMap(([rule, items]) => {
      const kept = items.length > share + 1 ? items.slice(0, share) : items;
      return [{ caption: ruleWords(rule), severity: items[0].severity }, ...kept.map(item => ({ item, severity: item.severity })),
        ...(kept.length < items.length ? [{ more: items.length - kept.length, severity: items[0].severity }] : [])];
    });
    const gaps = this.answer.gaps.filter(g => g.for === 'verdict');
    if (gaps.length && !lines.some(l => l.severity === 'blocks')) {
      lines.push({ caption: 'nobody has seen', severity: 'gap' }, ...gaps.slice(0, 3).map(gap => ({ gap, severity: 'gap' })));
      if (gaps.length > 3) lines.push({ more: gaps.length - 3, severity: 'gap' });
    }
    let y = 12;
    return { lines: lines.map(line => { const at = y; y += line.caption ? CAPTION : ROW; return { ...line, y: at }; }), height: y + 8 };
  }

  #owner() {
    const { entity } = this;
    if (entity.kind === 'ServiceLinkedRole') return { id: entity.owner.id, kind: 'Service', name: entity.owner.name, edge: 'owns' };
    if (entity.holder) return { ...entity.holder, edge: 'holds' };
    if (!entity.accountId) return null;
    return { id: `arn:${entity.id.startsWith('arn:') ? entity.id.split(':')[1] : 'aws'}:iam::${entity.accountId}:root`, kind: 'Account', name: entity.accountName ?? entity.accountId, edge: 'contains' };
  }

  render() {
    if (!this.answer) return nothing;
    const at = (this.#at = phone.matches ? PHONE : WIDE);
    const { lines, height } = this.#right();
    const tall = Math.max(height, 176);
    const shift = (tall - height) / 2;
    const mid = tall / 2;
    const owner = this.#owner();
    const bare = !lines.length;
    return html`<svg class="picture" viewBox="0 0 ${at.width} ${tall}" role="group" aria-label="Owner, identity and blockers">
      <defs>${['blocks', 'breaks', 'gap', 'plain'].map(k => svg`<marker id="arrow-${k}" class="arrow ${k}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 .8L7 4L0 7.2Z"></path></marker>`)}</defs>
      ${owner ? svg`<path class="edge plain" d=${`M${at.left + 22} ${mid}H${at.centre - 28}`} marker-end="url(#arrow-plain)"></path><text class="edge-label" x=${(at.left + at.centre) / 2 - 3} y=${mid - 8} text-anchor="middle">${owner.edge}</text>${this.#node(owner, at.left, mid, 36, 'under')}` : nothing}
      ${lines.filter(l => !l.caption).map(l => this.#edge(l, l.y + shift, mid))}
      ${this.#node({ ...this.entity, here: true }, at.centre, mid, 44, 'under')}
      ${lines.map(l => this.#line(l, l.y + shift))}
      ${bare ? svg`<text class="edge-label" x=${at.right} y=${mid + 4}>${this.answer.verdict === 'PROTECTED' ? 'only its owner removes it' : 'nothing in its way'}</text>` : nothing}</svg>`;
  }

  #edge(line, y, mid) {
    const to = y + 12;
    return svg`<path class="edge ${line.severity}" d=${`M${this.#at.right - 4} ${to}C${this.#at.right - 36} ${to} ${this.#at.centre + 64} ${mid} ${this.#at.centre + 28} ${mid}`} marker-end=${`url(#arrow-${line.severity})`}></path>`;
  }

  #line(line, y) {
    if (line.caption) return svg`<text class="caption ${line.severity}" x=${this.#at.right} y=${y + 17}>${line.caption}</text>`;
    if (line.more) return svg`<text class="faint-text" x=${this.#at.right + 32} y=${y + 16}>${count(line.more, 'more', 'more')}</text>`;
    if (line.gap) return svg`<g><rect class="ghost" x=${this.#at.right + 2} y=${y + 1} width="22" height="22" rx="5"></rect><text class="ghost-mark" x=${this.#at.right + 13} y=${y + 17} text-anchor="middle">?</text><text class="faint-text" x=${this.#at.right + 32} y=${y + 16}>${middle(gapWords(line.gap).replace(/^no inventory of |^nothing imported about /, ''), this.#at.name + 3)}<title>${gapWords(line.gap)}</title></text></g>`;
    return this.#node(line.item, this.#at.right + 12, y + 12, 24, 'beside');
  }

  #node(node, x, y, size, where) {
    const label = where === 'beside' ? svg`<text x=${x + 20} y=${y + 4}>${middle(node.name, this.#at.name)}</text>`
      : lines(node.name, this.#at.under).map((part, i) => svg`<text class=${node.here ? 'here' : ''} x=${x} y=${y + size / 2 + 16 + i * 14} text-anchor="middle">${part}</text>`);
    const drawing = svg`<svg class="tile hue-${kindOf(node.kind).hue}" x=${x - size / 2} y=${y - size / 2} width=${size} height=${size} viewBox="0 0 24 24">${kindShape(node.kind)}</svg>${label}`;
    return node.here ? svg`<g>${drawing}<title>${node.id}</title></g>` : svg`<a href=${hrefOf(node)} aria-label=${`${kindOf(node.kind).word} ${node.name}`}>${drawing}<title>${node.id}</title></a>`;
  }
}

const ruleWords = rule => rule.replace(/^(user|role|group|slr)-/, '').replace(/-/g, ' ').replace(/\b(mfa|ssh)\b/, s => s.toUpperCase());

/** At most two lines; a name is cut in its middle rather than at its end, where names differ. */
function lines(name, length) {
  if (name.length <= length) return [name];
  if (name.length > 2 * length) return lines(middle(name, 2 * length - 1), length);
  const cut = [...name.slice(0, length + 1).matchAll(/[ \-_.](?=.)|[a-z](?=[A-Z])/g)].pop()?.index ?? 0;
  const at = cut > 4 ? cut + 1 : length;
  return name.length - at > length + 1 ? [name.slice(0, at), middle(name.slice(at), length)] : [name.slice(0, at), name.slice(at)];
}

customElements.define('ie-picture', Picture);
