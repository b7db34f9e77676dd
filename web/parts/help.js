/** The shortcuts, on one page; opens with ?. */
import { Part, html, nothing } from './part.js';
import { icon } from './icon.js';
import { STATES } from '../words.js';

const KEYS = [
  ['Everywhere', [['/', 'Search or go to (or Ctrl-K)'], ['?', 'This page'], ['g o', 'Overview'], ['g i', 'Identities'], ['g e', 'Explore'], ['g q', 'Queries'], ['Esc', 'Close']]],
  ['Lists', [['j k', 'Down, up'], ['x', 'Select'], ['Enter', 'Open'], ['e', 'Export as CSV'], ['p', 'Plan for the selected']]],
  ['Queries', [['Ctrl-Enter', 'Run'], ['Ctrl-Space', 'Complete a word']]],
  ['Graph', [['f', 'Fit'], ['+ −', 'Zoom'], ['Enter', 'Expand the selected'], ['Del', 'Hide the selected']]],
];

class Help extends Part {
  static properties = { shown: { state: true } };

  open() {
    this.shown = true;
    this.updateComplete.then(() => this.querySelector('dialog').showModal());
  }

  render() {
    if (!this.shown) return nothing;
    return html`<dialog class="help" aria-label="Keyboard shortcuts and colours" @close=${() => (this.shown = false)} @click=${e => e.target.localName === 'dialog' && e.target.close()}>
      <header><h2>Keyboard</h2><button class="icon-button" type="button" aria-label="Close" @click=${() => this.querySelector('dialog').close()}>${icon('x')}</button></header>
      <div class="help-keys">${KEYS.map(([title, keys]) => html`<section><h3>${title}</h3><dl>${keys.map(([key, what]) => html`<div><dt>${key.split(' ').map(k => html`<kbd>${k}</kbd>`)}</dt><dd>${what}</dd></div>`)}</dl></section>`)}</div>
      <h2>Verdicts</h2><dl class="help-states">${Object.entries(STATES).map(([state, { word, icon: symbol, hint }]) => html`<div><dt><span class="badge is-${state}">${icon(symbol)}${word}</span></dt><dd>${hint}.</dd></div>`)}</dl>
      <p class="faint">This product never changes an AWS account. It reads what was imported and prints plans.</p></dialog>`;
  }
}

customElements.define('ie-help', Help);
