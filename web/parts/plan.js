/** The plan: numbered commands, each with its reason; copied one by one, as a whole, or downloaded. It runs nothing. */
import { Part, html, nothing, Load } from './part.js';
import { plan, planText } from '../api.js';
import { icon } from './icon.js';
import { badge } from './verdict.js';
import { copyText, download } from './copy.js';
import { refLink } from './refs.js';
import { failed, none, skeleton } from './states.js';
import { count, evidenceWords } from '../words.js';

const FORMATS = [['sh', 'Shell script', 'terminal', 'application/x-sh'], ['md', 'Markdown', 'file-text', 'text/markdown'], ['json', 'JSON', 'file-json', 'application/json']];

class PlanList extends Part {
  static properties = { ids: { attribute: false }, answer: { attribute: false }, tags: { attribute: false }, plan: { attribute: false }, problem: { attribute: false }, destroy: { state: true }, said: { state: true } };
  #again = new Load(this);

  get #request() {
    return { ...(this.ids?.length && { ids: this.ids }), ...(this.tags?.length && { tags: this.tags }), includeResources: Boolean(this.destroy) };
  }

  #destroy(on) {
    this.destroy = on;
    this.#again.run(() => plan(this.#request));
  }

  async #text(format, use) {
    try {
      use(await planText(this.#request, format));
    } catch (problem) {
      this.said = problem.message;
    }
  }

  #copyAll = () => this.#text('sh', async text => {
    await copyText(text);
    this.said = 'Copied';
    setTimeout(() => (this.said = ''), 1200);
  });

  willUpdate(changed) {
    if (!changed.has('ids') && !changed.has('tags')) return;
    this.destroy = false;
    this.#again.forget();
  }

  render() {
    const shown = this.#again.value ?? this.plan;
    const problem = this.#again.error ?? this.problem;
    const steps = shown?.steps ?? [];
    return html`<div class="card-head"><h2>The plan</h2><span class="n">${steps.length ? count(steps.length, 'step') : ''}</span><div class="actions no-print"><span class="faint small" role="status">${this.said}</span>${steps.length ? html`
      <button class="button quiet" type="button" @click=${this.#copyAll} title="Copy the whole plan as a shell script">${icon('copy')}Copy all</button>
      <details class="menu right"><summary class="icon-button" aria-label="Download the plan" title="Download">${icon('download')}</summary><div class="menu-panel">${FORMATS.map(([format, word, symbol, type]) => html`<button type="button" @click=${() => this.#text(format, text => download(`plan.${format}`, text, type))}>${icon(symbol)}${word}</button>`)}</div></details>` : nothing}</div></div>
      <div class="card-body">${problem ? failed(problem) : shown ? this.#body(shown) : skeleton(4)}</div>`;
  }

  #body(shown) {
    const { steps, checks = [], notPlanned = [], breaks = [], impact = [] } = shown;
    const destroys = this.destroy || steps.some(s => s.destroysResource);
    const unknown = impact.some(i => i.impact === 'UNKNOWN');
    return html`${steps.length && breaks.length ? html`<p class="before is-breaks">${icon('triangle-alert')}<span><b>Running this breaks ${count(breaks.length, 'thing')}</b>, listed under “What would break”.</span></p>` : nothing}
      ${steps.length && !breaks.length && unknown ? html`<p class="before is-unknown">${icon('circle-question-mark')}<span><b>Nobody knows what running this breaks</b>: evidence is missing.</span></p>` : nothing}
      ${this.#byHand(steps)}${checks.length ? html`<h3 class="plan-part">First: these must print nothing</h3><ol class="checks">${checks.map(c => html`<li><p>${evidenceWords(c.evidence)} <span class="faint">(${c.expect})</span></p><ie-command .value=${c.command}></ie-command></li>`)}</ol>` : nothing}
      ${steps.length ? html`<ol class="steps">${steps.map(s => this.#step(s))}</ol>` : nothing}
      ${notPlanned.map(n => html`<div class="not-planned">${this.ids?.length === 1 ? nothing : html`<p>${refLink({ id: n.id, kind: n.kind ?? 'Role', name: n.id.split('/').pop() })} ${badge(n.verdict)}</p>`}<p><b>No plan.</b> ${n.why}</p></div>`)}
      ${!steps.length && !notPlanned.length ? none('There is nothing to run.') : nothing}
      ${destroys ? html`<label class="check destroy no-print"><input type="checkbox" .checked=${Boolean(this.destroy)} @change=${e => this.#destroy(e.target.checked)}>Let the commands run that delete workloads</label>` : nothing}`;
  }

  /** Blockers that no printed command clears: without them the first step fails. */
  #byHand(steps) {
    const open = (this.answer?.blockers ?? []).filter(b => b.severity === 'blocks' && !b.clearedBy);
    if (!steps.length || !open.length) return nothing;
    return html`<div class="before is-blocked">${icon('octagon-x')}<div><b>AWS will refuse until ${open.length === 1 ? 'this is' : 'these are'} gone</b>, and no command for it is known:
      <ul class="refs">${open.slice(0, 6).map(b => html`<li>${refLink(b)}${b.region ? html`<span class="region">${b.region}</span>` : nothing}</li>`)}</ul>${open.length > 6 ? count(open.length - 6, 'more', 'more') : nothing}</div></div>`;
  }

  #step(step) {
    return html`<li class=${step.destroysResource ? 'destroys' : ''}><span class="step-n">${step.n}</span><div><p>${step.why}${step.destroysResource ? html` <span class="badge is-blocked">${icon('trash-2')}destroys a workload</span>` : nothing}${step.fillIn ? html` <span class="badge is-unknown">fill in ${step.fillIn.join(', ')}</span>` : nothing}</p>
      <ie-command .value=${step.command}></ie-command>${step.then ? html`<p class="small soft">${step.then}</p>` : nothing}</div></li>`;
  }
}

customElements.define('ie-plan', PlanList);
