/** The base of every element here, and the one way in which a view waits for an answer. */
import { LitElement } from 'lit';

export { html, svg, nothing } from 'lit';

/** Renders into the page itself, so that the style sheets, the print style and assistive technology see one document. */
export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }
}

/** One question to the server. While a new answer is on its way the old one stays; after 300 ms without any, `slow` asks for a skeleton. */
export class Load {
  value;
  error;
  slow = false;
  #host;
  #controller;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.#controller?.abort();
  }

  /** @param ask a function of an AbortSignal that promises the answer */
  async run(ask) {
    this.#controller?.abort();
    const controller = (this.#controller = new AbortController());
    const timer = setTimeout(() => this.#set({ slow: true }), 300);
    try {
      const value = await ask(controller.signal);
      if (!controller.signal.aborted) this.#set({ value, error: undefined, slow: false });
      return value;
    } catch (error) {
      if (error.name !== 'AbortError' && !controller.signal.aborted) this.#set({ error, slow: false });
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  forget() {
    this.value = undefined;
    this.error = undefined;
  }

  #set(state) {
    Object.assign(this, state);
    this.#host.requestUpdate();
  }
}

/** Renders what a Load has: the value, the error, or the skeleton once it is slow. */
export function show(load, { value, skeleton, error }) {
  if (load.error) return error(load.error);
  if (load.value !== undefined) return value(load.value);
  return load.slow ? skeleton() : '';
}
