/** Who can assume a role by way of others, and which roles a principal can assume, over at most three steps, with every condition. */
import { Part, html, nothing, Load } from './part.js';
import { get } from '../api.js';
import { href } from '../router.js';
import { refLink } from './refs.js';
import { conditionLines } from './trust.js';
import { none, failed, skeleton } from './states.js';

const QUESTIONS = {
  in: { name: 'who-can-assume', parameter: 'role', kind: r => r.kind, whenEmpty: 'Nobody else, as far as imported trust policies tell.', shows: r => r.steps > 1 },
  out: { name: 'what-can-be-assumed', parameter: 'principal', kind: () => 'Role', whenEmpty: 'No imported role trusts it, its account or everybody.', shows: () => true },
};
const SHOWN = 25;

class Reach extends Part {
  static properties = { entityId: { attribute: false }, direction: { attribute: false } };
  #load = new Load(this);
  #asked;

  willUpdate() {
    if (this.#asked === this.entityId + this.direction) return;
    this.#asked = this.entityId + this.direction;
    this.#load.forget();
    this.#ask();
  }

  #ask = () => {
    const { name, parameter } = QUESTIONS[this.direction];
    return this.#load.run(async signal => {
      const { columns, rows } = await get(`queries/${name}`, { [`p.${parameter}`]: this.entityId }, { signal });
      return rows.map(row => Object.fromEntries(columns.map((c, i) => [c, row[i]])));
    });
  };

  render() {
    const question = QUESTIONS[this.direction];
    const { error, slow } = this.#load;
    const rows = this.#load.value?.filter(question.shows);
    if (error) return failed(error, this.#ask);
    if (!rows) return slow ? skeleton(3) : nothing;
    if (!rows.length) return none(question.whenEmpty);
    return html`<ul class="trusts reach">${rows.slice(0, SHOWN).map(r => html`<li><div>${refLink({ id: r.id, kind: question.kind(r), name: r.who && this.direction === 'in' ? r.who : r.role })}<span class="soft">${r.steps === 1 ? 'directly' : r.chain}</span>${r.trustedAs && r.trustedAs !== 'named' ? html`<span class="faint">${r.trustedAs}</span>` : nothing}</div>
        ${steps(r)}</li>`)}</ul>
      <p class="more-link">${rows.length > SHOWN ? `The first ${SHOWN}. ` : ''}<a href=${href('queries', { name: question.name, [`p.${question.parameter}`]: this.entityId })}>As a table, with every denial</a></p>`;
  }
}

/** The conditions of each step, as they are written; a step without one says so. */
const steps = r => html`<ul class="conditions">${r.conditions.map((text, i) => html`<li>${r.conditions.length > 1 ? html`<span class="faint">step ${i + 1}:</span> ` : nothing}${text === 'none' ? html`<span class="faint">without condition</span>` : lines(text)}</li>`)}${denied(r) ? html`<li class="faint">Deny statements stand in the way as well.</li>` : nothing}</ul>`;

const denied = r => Array.isArray(r.denials) ? r.denials.length > 0 : r.denials > 0;

function lines(text) {
  try {
    return conditionLines(JSON.parse(text)).map(c => typeof c === 'string' ? html`<span class="mono">${c}</span> ` : html`<span class="mono">${c.key}</span> <span class="faint">${c.operator}</span> <span class="mono">${c.value}</span> `);
  } catch {
    return html`<span class="mono">${text}</span>`;
  }
}

customElements.define('ie-reach', Reach);
