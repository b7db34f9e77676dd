/** Stands in for the page while the database starts, is unreachable, or a token is missing; goes away by itself. */
import { Part, html, nothing } from './part.js';
import { health, setToken, get } from '../api.js';
import { icon } from './icon.js';

const WORDS = {
  starting: ['The database is starting', 'This takes a few seconds after “explorer serve”. The page opens by itself.'],
  down: ['The database does not answer', 'What was imported is safe: nothing is written from this page. It opens by itself when the database is back.'],
  gone: ['Identity Explorer is not running', 'The server at this address has ended. Start it again and this page goes on where it was.'],
};

class Waiting extends Part {
  static properties = { reason: {}, health: { state: true }, refused: { state: true } };
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
    if (this.reason === 'token') return;
    this.health = await health();
    if (this.health.status === 'up') this.dispatchEvent(new CustomEvent('recovered'));
    else if (this.isConnected) this.#timer = setTimeout(() => this.#look(), 1500);
  }

  async #enter(event) {
    event.preventDefault();
    setToken(new FormData(event.target).get('token'));
    this.refused = false;
    await get('summary').then(() => this.dispatchEvent(new CustomEvent('recovered')), () => (this.refused = true));
  }

  render() {
    if (this.reason === 'token') return this.#token();
    const [title, text] = WORDS[this.health?.status] ?? WORDS.down;
    const detail = this.health?.detail;
    return html`<div class="waiting" role="status">${icon(this.health?.status === 'starting' ? 'clock' : 'plug')}<h1>${title}</h1><p>${text}</p>
      ${detail && detail !== title + '.' ? html`<p class="faint">${detail}</p>` : nothing}
      ${this.health?.status === 'gone' ? html`<ie-command value="explorer serve"></ie-command>` : nothing}<i class="pulse" aria-hidden="true"></i></div>`;
  }

  #token() {
    return html`<form class="waiting" @submit=${this.#enter}>${icon('lock')}<h1>This server asks for its token</h1><p>It was given when the server started, by environment or file. It is kept until this tab closes.</p>
      <label class="field"><span>Token</span><input name="token" type="password" autocomplete="current-password" required></label>
      ${this.refused ? html`<p class="bad" role="alert">That is not the token.</p>` : nothing}<button class="button primary" type="submit">Enter</button></form>`;
  }
}

customElements.define('ie-waiting', Waiting);
