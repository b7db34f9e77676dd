/** The one search field: goes to any page or entity. Opens with / or Ctrl-K. */
import { Part, html, nothing } from './part.js';
import { href, hrefOf } from '../router.js';
import { PAGES } from '../pages.js';
import './picker.js';

const QUICK = [
  { name: 'Roles that could go now', icon: 'circle-check', note: 'list', to: () => href('identities', { kind: 'Role', verdict: 'CLEAR' }) },
  { name: 'Roles nobody used for 90 days', icon: 'clock', note: 'list', to: () => href('identities', { kind: 'Role', unusedSince: '90d' }) },
  { name: 'Service-linked roles', icon: 'link-2', note: 'list', to: () => href('identities', { kind: 'ServiceLinkedRole' }) },
  { name: 'What evidence is missing', icon: 'circle-dashed', note: 'question', to: () => href('queries', { name: 'evidence-gaps' }) },
];

class Palette extends Part {
  static properties = { shown: { state: true } };

  open() {
    this.shown = true;
    this.updateComplete.then(() => {
      this.querySelector('dialog').showModal();
      this.querySelector('input').focus();
    });
  }

  #close() {
    this.shown = false;
  }

  #extra = text => {
    const pages = PAGES.map(p => ({ name: p.title, icon: p.icon, note: 'page', to: () => href(p.view) }));
    const like = text.toLowerCase();
    return [...pages, ...QUICK].filter(row => !like || row.name.toLowerCase().includes(like)).slice(0, like ? 4 : 20);
  };

  #pick({ detail }) {
    location.hash = detail.to ? detail.to() : hrefOf(detail);
    this.querySelector('dialog').close();
  }

  render() {
    if (!this.shown) return nothing;
    return html`<dialog class="palette" aria-label="Search and go" @close=${this.#close} @click=${e => e.target.localName === 'dialog' && e.target.close()}>
      <ie-picker id="palette" label="Search" placeholder="Name, ARN, access key id, or page" .extra=${this.#extra} @pick=${this.#pick}></ie-picker>
      <p class="palette-foot"><kbd>↑</kbd><kbd>↓</kbd> move <kbd>Enter</kbd> open <kbd>Esc</kbd> close</p></dialog>`;
  }
}

customElements.define('ie-palette', Palette);
