/** One plan for many: shared steps once, in an order that works. */
import { Part, html, nothing, Load } from '../parts/part.js';
import { get, plan } from '../api.js';
import { count } from '../words.js';
import { badge } from '../parts/verdict.js';
import { refLink } from '../parts/refs.js';
import { ruleGroups } from '../parts/blockers.js';
import { empty, failed, skeleton } from '../parts/states.js';
import { href } from '../router.js';
import '../parts/plan.js';
import '../parts/copy.js';

const MOST = 200;

class PlanPage extends Part {
  static properties = { params: { attribute: false } };
  #plan = new Load(this);
  #answers = new Load(this);

  willUpdate(changed) {
    if (changed.has('params')) this.#ask();
  }

  #ask = async () => {
    this.ids = this.params.getAll('id');
    this.tags = this.params.getAll('tag');
    if (!this.ids.length && !this.tags.length) return;
    const shown = await this.#plan.run(() => plan({ ...(this.ids.length && { ids: this.ids }), ...(this.tags.length && { tags: this.tags }) }));
    const targets = this.ids.length ? this.ids : shown?.targets ?? [];
    if (targets.length) this.#answers.run(signal => get('deletion', { id: targets.slice(0, MOST) }, { signal }));
  };

  render() {
    if (!this.ids.length && !this.tags.length) return html`<div class="page"><h1>Plan</h1>${empty('Nothing is chosen', html`Select identities in <a href=${href('identities')}>the list</a> with <kbd>x</kbd>, then press <kbd>p</kbd>.`)}</div>`;
    const answers = this.#answers.value ?? [];
    const breaks = answers.flatMap(a => a.blockers.filter(b => b.severity === 'breaks'));
    const what = this.tags.length ? `everything tagged ${this.tags.join(', ')}` : count(this.ids.length, 'identity', 'identities');
    return html`<div class="page"><div class="page-head"><div><h1>One plan for ${what}</h1><p>Shared steps appear once; what others depend on comes last. Nothing here runs: copy it, read it, then run it where you hold the credentials.</p></div>
      <div class="actions"><ie-copy .text=${location.href} word="Link" label="Copy a link to this plan"></ie-copy></div></div>
      <div class="plan-page"><section class="card"><div class="card-head"><h2>To delete</h2><span class="n">${answers.length || ''}</span></div><div class="card-body">
        ${this.#answers.error ? failed(this.#answers.error, this.#ask) : answers.length ? html`<ul class="refs">${answers.map(a => html`<li>${refLink(a)}${badge(a.verdict, a.impact)}</li>`)}</ul>` : skeleton(3)}</div></section>
      <section class="card"><ie-plan .ids=${this.ids} .tags=${this.tags} .plan=${this.#plan.value} .problem=${this.#plan.error}></ie-plan></section></div>
      ${breaks.length ? html`<section class="card below"><div class="card-head"><h2>What would break</h2><span class="n">${breaks.length}</span></div><div class="card-body two">${ruleGroups(breaks)}</div></section>` : nothing}</div>`;
  }
}

customElements.define('view-plan', PlanPage);
