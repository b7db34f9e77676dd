/** What a person takes away: ids and commands, copied exactly. */
import { Part, html, nothing } from './part.js';
import { icon } from './icon.js';

export async function copyText(text) {
  if (navigator.clipboard?.writeText) return navigator.clipboard.writeText(text);
  const area = Object.assign(document.createElement('textarea'), { value: text, className: 'off-screen' });
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
  return undefined;
}

export function download(name, text, type = 'text/plain') {
  const blob = text instanceof Blob ? text : new Blob([text], { type });
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A button that copies `text` and says so for a moment. */
class CopyButton extends Part {
  static properties = { text: {}, label: {}, word: {}, done: { state: true } };

  async #copy() {
    await copyText(this.text);
    this.done = true;
    setTimeout(() => (this.done = false), 1200);
  }

  render() {
    return html`<button class=${this.word ? 'button' : 'icon-button'} type="button" aria-label=${this.word ? nothing : this.label ?? 'Copy'}
      title=${this.label ?? 'Copy'} @click=${this.#copy}>${icon(this.done ? 'copy-check' : 'copy')}${this.word ? (this.done ? 'Copied' : this.word) : ''}</button>
      <span class="off-screen" role="status">${this.done ? 'Copied' : ''}</span>`;
  }
}

/** An id: its middle gives way where there is no room, all of it shows on focus, one click copies. */
class IdChip extends Part {
  static properties = { value: {}, label: {} };

  render() {
    const cut = Math.max(this.value.length - 14, Math.ceil(this.value.length / 2));
    return html`<span class="id-chip"><span class="id-text" tabindex="0" title=${this.value}><span class="id-head">${this.value.slice(0, cut)}</span><span
      class="id-tail">${this.value.slice(cut)}</span></span><ie-copy .text=${this.value} label=${`Copy ${this.label ?? 'the id'}`}></ie-copy></span>`;
  }
}

/** A command on one line; where it wraps, an option stays with its value. */
class CommandLine extends Part {
  static properties = { value: {} };

  render() {
    const parts = this.value.split(/ (?=-)/);
    return html`<span class="command"><code tabindex="0" title=${this.value}>${parts.map((part, i) => html`${i ? ' ' : ''}<span class="option">${part}</span>`)}</code><ie-copy .text=${this.value} label="Copy the command"></ie-copy></span>`;
  }
}

customElements.define('ie-copy', CopyButton);
customElements.define('ie-id', IdChip);
customElements.define('ie-command', CommandLine);
