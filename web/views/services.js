/** The catalogue of services: which have service-linked roles, which are here, what keeps them in use. */
import { Part, html, nothing, Load, show } from '../parts/part.js';
import { get } from '../api.js';
import { change, href } from '../router.js';
import { atLeast, count, number } from '../words.js';
import { icon, tile } from '../parts/icon.js';
import { stateBar, tally } from '../parts/verdict.js';
import { refList } from '../parts/refs.js';
import { empty, failed, none, skeleton } from '../parts/states.js';
import '../parts/copy.js';

const SUPPORT = { Yes: 'yes', Partial: 'in part', No: 'no', Unknown: 'not told' };
const DELETABLE = { iam: 'IAM deletes it on request, once nothing keeps it in use.', service: 'The service removes it by itself.', never: 'Nobody deletes it.' };

class Services extends Part {
  static properties = { params: { attribute: false } };
  #load = new Load(this);
  #typing;
  #asked;

  willUpdate(changed) {
    if (changed.has('params')) this.#ask();
  }

  get #present() {
    return this.params.get('all') !== 'true';
  }

  #ask = () => {
    const id = this.params.get('id');
    if (this.#asked !== id) this.#load.forget();
    this.#asked = id;
    const account = this.params.get('account');
    const query = id ? { id, account } : { q: this.params.get('q'), present: this.#present || null, serviceLinkedRoles: this.params.getAll('serviceLinkedRoles'), account };
    return this.#load.run(signal => get('services', query, { signal }));
  };

  #search(event) {
    clearTimeout(this.#typing);
    const q = event.target.value.trim();
    this.#typing = setTimeout(() => change({ q: q || null }, { replace: true }), 150);
  }

  render() {
    return html`<div class="page">${show(this.#load, { value: v => v.items ? this.#list(v) : this.#one(v), skeleton: () => skeleton(12), error: p => failed(p, this.#ask) })}</div>`;
  }

  #list({ items, total }) {
    const support = this.params.get('serviceLinkedRoles') ?? '';
    return html`<div class="page-head"><div><h1>Services <span class="faint">${number(total)}</span></h1><p>${this.#present ? 'Those that own service-linked roles in what was imported.' : 'All that the catalogue knows, whether present or not.'}</p></div></div>
      <div class="list-tools"><div class="list-search">${icon('search')}<input class="input" type="search" aria-label="Name, principal or prefix" placeholder="Name, principal or prefix…" .value=${this.params.get('q') ?? ''} @input=${this.#search}></div>
        <div class="segments" role="group" aria-label="Which services"><button type="button" aria-pressed=${String(this.#present)} @click=${() => change({ all: null, serviceLinkedRoles: null })}>Present</button><button type="button" aria-pressed=${String(!this.#present)} @click=${() => change({ all: 'true' })}>All</button></div>
        ${this.#present ? nothing : html`<label class="inline-field"><span class="soft">Service-linked roles</span><select class="input" @change=${e => change({ serviceLinkedRoles: e.target.value || null })}><option value="" ?selected=${!support}>any</option>${Object.entries(SUPPORT).map(([v, word]) => html`<option value=${v} ?selected=${support === v}>${word}</option>`)}</select></label>`}</div>
      ${items.length ? html`<div class="table-wrap"><table class="services-list sticky"><thead><tr><th>Service</th><th class="c-wide">Principal</th><th class="num c-kinds">Kinds of role</th><th class="num">Roles here</th><th class="c-bar">Could they go</th><th class="c-wide">AWS documentation</th></tr></thead><tbody>${items.map(s => this.#row(s))}</tbody></table></div>`
        : html`<div class="card">${empty('No service fits', this.#present ? html`Nothing present fits. <a href=${href('services', { all: 'true', q: this.params.get('q') })}>Look in the whole catalogue</a>.` : 'No service of the catalogue has that in its name, principal or prefix.')}</div>`}`;
  }

  #row(s) {
    return html`<tr><th scope="row"><a class="ref" href=${href('services', { id: s.id })}>${tile('Service')}<span class="ref-name">${s.name}</span></a></th><td class="c-wide mono soft">${s.principal ?? '–'}</td>
      <td class="num c-kinds">${s.types ? number(s.types) : html`<span class="faint" title="Service-linked roles: ${SUPPORT[s.serviceLinkedRoles]}">${SUPPORT[s.serviceLinkedRoles]}</span>`}</td><td class="num">${s.roles ? html`<a href=${href('identities', { service: s.id, kind: 'ServiceLinkedRole' })}>${number(s.roles)}</a>` : html`<span class="zero">·</span>`}</td>
      <td class="c-bar">${could({ unknown: s.clear, blocked: s.blocked, unproven: s.unproven, protected: s.protected })}</td>
      <td class="c-wide">${s.slrDocUrl ?? s.docUrl ? html`<a class="out" href=${s.slrDocUrl ?? s.docUrl} target="_blank" rel="noreferrer noopener">${s.slrDocUrl ? 'its roles' : 'user guide'}${icon('external-link')}</a>` : nothing}</td></tr>`;
  }

  #one(s) {
    const docs = [[s.slrDocUrl, 'Its service-linked roles'], [s.docUrl, 'User guide']].filter(([url]) => url);
    return html`<header class="entity-head"><div class="entity-name">${tile('Service', { size: 'large' })}<div><p class="kind-line"><a href=${href('services')}>Services</a> / ${s.catalogued ? `service-linked roles: ${SUPPORT[s.serviceLinkedRoles]}` : 'not in the catalogue, a policy named it'}</p><h1>${s.name}</h1><ie-id .value=${s.principal ?? s.id} label="the principal"></ie-id></div></div>
      <div class="entity-actions">${docs.map(([url, word]) => html`<a class="button" href=${url} target="_blank" rel="noreferrer noopener">${icon('book-open')}${word}</a>`)}<a class="button" href=${href('explore', { id: s.id })}>${icon('waypoints')}Explore</a></div></header>
      <div class="sections service-page"><section class="card"><div class="card-head"><h2>Its service-linked roles here</h2><span class="n">${s.owned.total}</span></div><div class="card-body">${refList(s.owned, 'It owns no role in what was imported.', { service: s.id, kind: 'ServiceLinkedRole' })}</div></section>
      <section class="card"><div class="card-head"><h2>Other roles that trust it</h2><span class="n">${atLeast(s.trustedBy.total, s.trustedBy.atLeast)}</span></div><div class="card-body">${refList(s.trustedBy, 'No other imported role trusts it.', { service: s.id })}</div></section>
      <section class="card wide section"><div class="card-head"><h2>Kinds of service-linked roles</h2><span class="n">${s.roleTypes.length}</span></div><div class="card-body">${s.roleTypes.length ? s.roleTypes.map(t => this.#type(t)) : none('The catalogue knows none. A role of this service that turns up can at best be “not proven”.')}</div></section>
      ${s.resources.total ? html`<section class="card wide section"><div class="card-head"><h2>Resources</h2><span class="n">${atLeast(s.resources.total, s.resources.atLeast)}</span></div><div class="card-body">${refList(s.resources, '')}</div></section>` : nothing}</div>`;
  }

  #type(t) {
    return html`<section class="role-type"><h3>${tile('ServiceLinkedRoleType')}${t.name}${t.customSuffix ? html`<span class="faint">_suffix</span>` : nothing}<span class="n">${t.roles === undefined ? nothing : count(t.roles, 'role here', 'roles here')}</span></h3>
      <p class="soft">${DELETABLE[t.deletableBy]} ${t.multiRegion === false ? 'It has one scope.' : 'Look in every region.'} ${t.note ?? ''} ${t.docUrl ? html`<a href=${t.docUrl} target="_blank" rel="noreferrer noopener">What AWS says</a>` : nothing}${t.confidence === 'inferred' ? html` <span class="faint">(inferred, not documented)</span>` : nothing}</p>
      ${t.keepers.length ? html`<ul class="keepers">${t.keepers.map(k => html`<li><p><b>${k.resourceType}</b> <span class="soft">${k.condition}</span></p>${k.cleanup ? html`<ie-command .value=${k.cleanup}></ie-command>` : nothing}</li>`)}</ul>` : none('No resource is known to keep it in use; that is no promise that none does.')}</section>`;
  }
}

const WORDS = { unknown: 'AWS would allow' };

/** The bar, and the same in words for those who do not know its colours yet. */
const could = counts => html`<div class="could">${stateBar(counts)}<span>${tally(counts).map(({ state, word, n }) => `${number(n)} ${WORDS[state] ?? word.toLowerCase()}`).join(', ')}</span></div>`;

customElements.define('view-services', Services);
