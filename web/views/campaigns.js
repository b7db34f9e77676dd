/** Clean-up campaigns: what was planned, what is gone, what came back. To begin and to end one takes an editor. */
import { Part, html, nothing, Load, show } from '../parts/part.js';
import { beginCampaign, endCampaign, get, session } from '../api.js';
import { go, href } from '../router.js';
import { age, count, moment, number } from '../words.js';
import { icon } from '../parts/icon.js';
import { refLink } from '../parts/refs.js';
import { badge } from '../parts/verdict.js';
import { empty, failed, skeleton } from '../parts/states.js';
import '../parts/copy.js';

const STATES = { 'came back': { word: 'Came back', icon: 'history' }, planned: { word: 'Planned', icon: 'circle-dashed' }, gone: { word: 'Gone', icon: 'circle-check' } };
const BEGIN = 'explorer campaign autumn --query clean-up-candidates';

class Campaigns extends Part {
  static properties = { params: { attribute: false }, problem: { state: true }, by: { state: true } };
  #load = new Load(this);
  #session = new Load(this);
  #questions = new Load(this);

  connectedCallback() {
    super.connectedCallback();
    this.#session.run(session);
  }

  willUpdate(changed) {
    if (!changed.has('params')) return;
    this.problem = undefined;
    this.#ask();
    if (!this.params.get('name') && !this.#questions.value) this.#questions.run(signal => get('queries', {}, { signal }));
  }

  get #editor() {
    return this.#session.value?.role === 'editor';
  }

  #ask = () => {
    const name = this.params.get('name');
    if (Boolean(this.#load.value?.name) !== Boolean(name)) this.#load.forget();
    return this.#load.run(signal => get(name ? `campaigns/${encodeURIComponent(name)}` : 'campaigns', { limit: name ? 1000 : null }, { signal }));
  };

  render() {
    return html`<div class="page narrow">${show(this.#load, { value: v => v.name === undefined ? this.#list(v.items) : this.#one(v), skeleton: () => skeleton(8), error: p => failed(p, this.#ask) })}</div>`;
  }

  #list(items) {
    return html`<div class="page-head"><div><h1>Clean-up campaigns</h1><p>A named selection whose progress each import shows. Nothing here changes an AWS account.</p></div></div>
      ${items.length ? html`<div class="table-wrap"><table><thead><tr><th>Campaign</th><th class="num">Planned</th><th class="num">Gone</th><th class="num">Came back</th><th class="c-bar"><span class="off-screen">Share that is gone</span></th></tr></thead><tbody>${items.map(c => html`<tr><th scope="row"><a href=${href('campaigns', { name: c.name })}>${c.name}</a><br><span class="faint small">${c.selection}, ${age(c.createdAt)}</span></th>
        <td class="num">${number(c.planned)}</td><td class="num">${number(c.gone)}</td><td class="num">${number(c.cameBack)}</td><td class="c-bar">${bar(c)}</td></tr>`)}</tbody></table></div>`
        : html`<div class="card">${empty('No campaign', 'Select what should go: by a question, a tag, or in the list of identities. Then import again, now and then.', { symbol: 'list-checks' })}</div>`}
      ${this.#begin()}`;
  }

  /** The form; who came from the list of identities has chosen already. */
  #begin() {
    const ids = this.params.getAll('id');
    const by = this.by ?? (ids.length ? 'ids' : 'query');
    if (!this.#editor) return html`<section class="card below"><div class="card-head"><h2>Begin one</h2></div><div class="card-body">${this.#session.value ? html`<p class="soft">You are logged in to read; an editor begins campaigns, here or on the command line:</p>` : nothing}<ie-command .value=${BEGIN}></ie-command></div></section>`;
    const questions = (this.#questions.value?.items ?? []).filter(q => q.finding);
    const ways = [['query', 'A question finds'], ['tag', 'A tag marks'], ...(ids.length ? [['ids', `${count(ids.length, 'chosen identity', 'chosen identities')}`]] : [])];
    return html`<section class="card below"><div class="card-head"><h2>Begin one</h2></div><div class="card-body"><form class="begin" @submit=${e => this.#submit(e, by, ids)}>
      <label class="field"><span>Name</span><input name="name" required maxlength="100" placeholder="autumn" autocomplete="off"></label>
      <div class="segments" role="group" aria-label="What it selects">${ways.map(([way, word]) => html`<button type="button" aria-pressed=${String(by === way)} @click=${() => (this.by = way)}>${word}</button>`)}</div>
      ${by === 'query' ? html`<label class="field grow"><span>Question</span><select name="query">${questions.map(q => html`<option value=${q.name} ?selected=${q.name === 'clean-up-candidates'}>${q.title}</option>`)}</select></label>` : by === 'tag' ? html`<label class="field grow"><span>Tag</span><input name="tag" required placeholder="team=external" pattern="[^=]+=.*" spellcheck="false" autocomplete="off"></label>` : nothing}
      <button class="button primary" type="submit">${icon('list-checks')}Begin</button></form>${this.problem ? failed(this.problem) : nothing}</div></section>`;
  }

  async #submit(event, by, ids) {
    event.preventDefault();
    const form = new FormData(event.target);
    const name = form.get('name').trim();
    try {
      await beginCampaign({ name, ...(by === 'query' ? { query: form.get('query') } : by === 'tag' ? { tags: [form.get('tag')] } : { ids }) });
      go('campaigns', { name });
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #end(name) {
    try {
      await endCampaign(name);
      go('campaigns');
    } catch (problem) {
      this.problem = problem;
    }
  }

  #one(c) {
    const states = Object.keys(STATES).map(state => [state, c.items.filter(m => m.state === state)]).filter(([, list]) => list.length);
    return html`<div class="page-head"><div><p class="kind-line"><a href=${href('campaigns')}>Campaigns</a></p><h1>${c.name}</h1><p>${c.selection}, begun <span title=${moment(c.createdAt)}>${age(c.createdAt)}</span>: ${count(c.gone, 'entity', 'entities')} of ${number(c.members)} gone${c.cameBack ? `, ${number(c.cameBack)} came back` : ''}.</p>${bar(c)}</div></div>
      <div class="column-gap">${states.map(([state, list]) => html`<section class="card"><div class="card-head">${icon(STATES[state].icon)}<h2>${STATES[state].word}</h2><span class="n">${list.length}</span>${state === 'gone' ? nothing : html`<div class="actions"><a href=${href('plan', { id: list.slice(0, 100).map(m => m.id) })}>Plan${list.length > 100 ? ' for the first 100' : ''}</a></div>`}</div>
        <div class="card-body"><ul class="refs">${list.map(m => html`<li>${refLink(m)}${m.goneAt ? html`<span class="faint" title=${moment(m.goneAt)}>gone ${age(m.goneAt)}</span>` : nothing}${m.verdict ? badge(m.verdict, m.impact) : nothing}</li>`)}</ul></div></section>`)}
        <section class="card"><div class="card-head"><h2>On the command line</h2></div><div class="card-body"><ie-command .value=${`explorer campaign ${quoted(c.name)}`}></ie-command><ie-command .value=${`explorer campaign ${quoted(c.name)} --end`}></ie-command></div></section>
        ${this.#editor ? html`<p><button class="button quiet" type="button" @click=${() => this.#end(c.name)}>${icon('x')}End this campaign</button> <span class="faint">It is forgotten; what it selected stays as it is.</span></p>` : nothing}${this.problem ? failed(this.problem) : nothing}</div>`;
  }
}

const bar = c => html`<svg class="state-bar plain-bar" role="img" aria-label="${c.gone} of ${c.members} gone" viewBox="0 0 ${c.members} 1" preserveAspectRatio="none"><rect width=${c.gone} height="1"></rect></svg>`;

const quoted = text => /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

customElements.define('view-campaigns', Campaigns);
