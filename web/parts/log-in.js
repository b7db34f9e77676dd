/** Asks for the token, where the server wants one; the browser gets a cookie for it and forgets the token. */
import { Part, html, nothing } from './part.js';
import { logIn } from '../api.js';
import { icon } from './icon.js';

class LogIn extends Part {
  static properties = { problem: { state: true }, busy: { state: true } };

  firstUpdated() {
    this.querySelector('input').focus();
  }

  async #enter(event) {
    event.preventDefault();
    const { token } = event.target.elements;
    this.problem = null;
    this.busy = true;
    try {
      await logIn(token.value);
      this.dispatchEvent(new CustomEvent('logged-in'));
    } catch (problem) {
      this.problem = problem;
      token.select();
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<form class="waiting log-in" @submit=${this.#enter}>${icon('lock')}<h1>Log in</h1>
      <p>This server shows a map of weak spots and asks for its token. Whoever started it has it.</p>
      <label class="field"><span>Token</span><input name="token" type="password" autocomplete="current-password" required aria-describedby="log-in-problem" aria-invalid=${this.problem ? 'true' : nothing}></label>
      <p id="log-in-problem" class="bad" role="alert">${this.problem ? this.#words() : nothing}</p>
      <button class="button primary" type="submit" ?disabled=${this.busy}>Log in</button></form>`;
  }

  #words() {
    return this.problem.status === 401 ? 'That is not the token.' : this.problem.message;
  }
}

customElements.define('ie-log-in', LogIn);
