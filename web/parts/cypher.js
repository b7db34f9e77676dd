/** The editor's place on a page; fires `run` with the text. */
import { Part, html } from './part.js';
import { icon } from './icon.js';
import { openEditor } from '../editor.js';

class CypherEditor extends Part {
  static properties = { value: {}, position: { attribute: false } };
  #editor;
  #text;

  async firstUpdated() {
    this.#text = this.value;
    this.#editor = await openEditor(this.querySelector('.editor'), { value: this.value, run: () => this.#run(), change: text => (this.#text = text) });
    this.#editor.mark(this.position);
  }

  updated(changed) {
    if (changed.has('value') && this.#editor) this.#editor.value = this.value;
    if (changed.has('position')) this.#editor?.mark(this.position);
  }

  #run = () => this.dispatchEvent(new CustomEvent('run', { detail: this.#text }));

  render() {
    return html`<div class="editor"></div><div class="editor-foot"><button class="button primary" type="button" @click=${this.#run}>${icon('play')}Run</button><span class="faint small wide-only"><kbd>Ctrl</kbd> <kbd>Enter</kbd> runs, <kbd>Ctrl</kbd> <kbd>Space</kbd> completes</span></div>`;
  }
}

customElements.define('ie-cypher', CypherEditor);
