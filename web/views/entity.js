/** The page the product is made for: what it is, may it go, what blocks it, what to run, what would break. */
import { Part, html, nothing, Load } from '../parts/part.js';
import { get, plan } from '../api.js';
import { href } from '../router.js';
import { kindOf } from '../kinds.js';
import { STATES, stateOf, sentence, impactSentence, age, middle } from '../words.js';
import { icon, tile } from '../parts/icon.js';
import { empty, failed, skeleton } from '../parts/states.js';
import { refLink, breakable } from '../parts/refs.js';
import { blockersColumn } from '../parts/blockers.js';
import { sections } from '../parts/sections.js';
import '../parts/picture.js';
import '../parts/plan.js';
import '../parts/copy.js';

class EntityPage extends Part {
  static properties = { params: { attribute: false } };
  #entity = new Load(this);
  #answer = new Load(this);
  #plan = new Load(this);
  #id;

  willUpdate(changed) {
    const id = this.params.get('id');
    if (!changed.has('params') || id === this.#id) return;
    this.#id = id;
    for (const load of [this.#entity, this.#answer, this.#plan]) load.forget();
    this.#ask();
  }

  #ask = async () => {
    const id = this.#id;
    const entity = await this.#entity.run(signal => get('entity', { id }, { signal }));
    if (!entity || id !== this.#id) return;
    document.title = `${entity.name} · Identity Explorer`;
    if (!entity.verdict) return;
    this.#answer.run(async signal => (await get('deletion', { id }, { signal }))[0]);
    this.#plan.run(() => plan({ ids: [id] }));
  };

  render() {
    const { value: entity, error } = this.#entity;
    if (error?.status === 404) return this.#unknown();
    if (error) return html`<div class="page"><div class="page-head"><h1>This page cannot be shown</h1></div>${failed(error, this.#ask)}</div>`;
    if (!entity) return html`<div class="page">${this.#entity.slow ? skeleton(14) : nothing}</div>`;
    const answer = this.#answer.value;
    return html`<article class="page entity">${this.#head(entity)}${this.#verdict(entity, answer)}
      ${answer ? this.#columns(entity, answer) : nothing}${sections(entity, answer)}</article>`;
  }

  /** A link from a colleague may name what this graph does not hold. */
  #unknown() {
    const name = this.#id.split(/[/:]/).pop();
    return html`<div class="page narrow"><div class="page-head"><h1>Not found</h1></div><div class="card">${empty(html`No import brought <span class="mono">${this.#id}</span>`, 'That is no proof that AWS does not have it: perhaps its account was not imported, or it is newer than the files.', {
      action: html`<div class="chips"><a class="button" href=${href('identities', { q: name, account: null })}>${icon('search')}Search for “${middle(name, 32)}”</a><a class="button" href=${href('imports')}>${icon('upload')}Import</a></div>` })}</div></div>`;
  }

  #head(entity) {
    const linked = entity.kind === 'ServiceLinkedRole';
    return html`<header class="entity-head">${linked ? this.#owner(entity) : nothing}
      <div class="entity-name">${tile(entity.kind, { size: linked ? '' : 'large' })}<div><p class="kind-line">${kindOf(entity.kind).word}${entity.holder ? html` of ${refLink(entity.holder)}` : nothing}${entity.accountId && entity.kind !== 'Account' ? html` in
        <a href=${href('identities', { account: entity.accountId })}>${entity.accountName ?? entity.accountId}</a>` : nothing}${entity.placeholder ? html`<span class="badge is-unproven" title="Something points at it, but no evidence tells the thing itself">${icon('circle-dashed')}not itself imported</span>` : nothing}</p>
        <h1>${breakable(entity.kind === 'Account' ? entity.accountName ?? entity.name : entity.name)}</h1><ie-id .value=${entity.id} label=${entity.id.startsWith('arn:') ? 'the ARN' : 'the id'}></ie-id></div></div>
      <div class="entity-actions no-print">${entity.kind === 'Account' && entity.accountId ? html`<a class="button" href=${href('identities', { account: entity.accountId })}>${icon('users')}Identities</a>` : nothing}<a class="button" href=${href('explore', { id: entity.id })}>${icon('waypoints')}Explore</a><ie-copy .text=${location.href} word="Link" label="Copy a link to this page"></ie-copy>
        <button class="button" type="button" @click=${() => print()}>${icon('printer')}Print</button></div></header>`;
  }

  #owner({ owner, type }) {
    const docs = owner.docUrl ?? type?.docUrl;
    return html`<section class="owner" aria-label="Owner">${tile('Service', { size: 'large' })}<div><p class="kind-line">Owned by</p>
      <p class="owner-name"><a href=${href('services', { id: owner.id })}>${owner.name}</a>${docs ? html`<a class="docs" href=${docs} target="_blank" rel="noreferrer noopener">${icon('book-open')}Documentation</a>` : nothing}</p>
      <p class="owner-id"><ie-id .value=${owner.id} label="the principal"></ie-id><span class="faint">known by ${owner.knownBy}</span></p>
      ${owner.note ? html`<p class="soft">${icon('info')} ${owner.note}</p>` : nothing}</div></section>`;
  }

  #verdict(entity, answer) {
    const problem = this.#answer.error;
    if (!entity.verdict) return html`<section class="verdict is-none" aria-label="Verdict">${icon('info')}<div><p class="verdict-line">IAM deletes no ${kindOf(entity.kind).plural}; this page tells what they have to do with those that it does.</p></div></section>`;
    if (problem) return failed(problem, this.#ask);
    if (!answer) return html`<section class="verdict is-none" aria-label="Verdict"><div><p class="verdict-line faint">${this.#answer.slow ? 'Looking at every rule…' : ' '}</p></div></section>`;
    const state = stateOf(answer.verdict, answer.impact);
    const [lead, rest] = sentence(answer);
    const second = impactSentence(answer);
    return html`<section class="verdict is-${state}" aria-label="Verdict">${icon(STATES[state].icon)}<div><p class="verdict-line"><strong>${lead}</strong>${rest}</p>
      ${second ? html`<p>${second}</p>` : nothing}</div>${answer.provenAt ? html`<p class="seen" title=${answer.provenAt}>${icon('clock')}seen ${age(answer.provenAt)}</p>` : nothing}</section>`;
  }

  #columns(entity, answer) {
    return html`<div class="answer">${blockersColumn(answer)}
      <section class="card picture-card"><div class="card-head"><h2>The picture</h2><div class="actions no-print"><a href=${href('explore', { id: entity.id })}>Open as graph</a></div></div><ie-picture .entity=${entity} .answer=${answer}></ie-picture></section>
      <section class="card plan-card"><ie-plan .ids=${[entity.id]} .answer=${answer} .plan=${this.#plan.value} .problem=${this.#plan.error}></ie-plan></section></div>`;
  }
}

customElements.define('view-entity', EntityPage);
