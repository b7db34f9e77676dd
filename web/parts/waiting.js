/** Stands in for the page while the database starts or is unreachable; goes away by itself. */
import { Part, html, nothing } from './part.js';
import { health } from '../api.js';
import { icon } from './icon.js';

const WORDS = {
  starting: ['The database is starting', 'This takes a few seconds after “explorer serve”. The page opens by itself.'],
  down: ['The database does not answer', 'What was imported is safe: nothing is written from this page. It opens by itself when the database is back.'],
  gone: ['Identity Explorer is not running', 'The server at this address has ended. Start it again and this page goes on where it was.'],
};

class Waiting extends Part {
  static properties = { health: { state: true } };
  #timer;

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #look() {
    this.health = await health();
    if (this.health.status === 'up') this.dispatchEvent(new CustomEvent('recovered'));
    else if (this.isConnected) this.#timer = setTimeout(() => this.#look(), 1500);
  }

  render() {
    const [title, text] = WORDS[this.health?.status] ?? WORDS.down;
    const detail = this.health?.detail;
    return html`<div class="waiting" role="status">${icon(this.health?.status === 'starting' ? 'clock' : 'plug')}<h1>${title}</h1><p>${text}</p>
      ${detail && detail !== title + '.' ? html`<p class="faint">${detail}</p>` : nothing}
      ${this.health?.status === 'gone' ? html`<ie-command value="explorer serve"></ie-command>` : nothing}<i class="pulse" aria-hidden="true"></i></div>`;
  }
}

customElements.define('ie-waiting', Waiting);
