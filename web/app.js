/** The frame: rail, top bar, the view of the present address, and what shows while there is no server or nobody logged in. */
import { Part, html, nothing, Load } from './parts/part.js';
import { get, session, signOut } from './api.js';
import { route, href, go, change } from './router.js';
import { PAGES, UNDER } from './pages.js';
import { icon } from './parts/icon.js';
import { age, count } from './words.js';
import { listen } from './keys.js';
import './parts/palette.js';
import './parts/help.js';
import './parts/waiting.js';
import './parts/log-in.js';

class App extends Part {
  static properties = { route: { state: true }, failure: { state: true }, waiting: { state: true }, session: { state: true } };
  #summary = new Load(this);

  constructor() {
    super();
    this.route = route();
    window.addEventListener('hashchange', () => this.#arrive());
    window.addEventListener('server-lost', () => (this.waiting = 'server'));
    window.addEventListener('token-needed', () => (this.waiting = 'token'));
    window.addEventListener('graph-changed', () => this.#refresh());
    window.addEventListener('click', e => closeMenus(e.target));
    listen({ palette: () => this.querySelector('ie-palette').open(), help: () => this.querySelector('ie-help').open(), closeMenus });
    this.#load(this.route.view);
    this.#refresh();
    this.#greet();
  }

  async #greet() {
    this.session = await session().catch(() => null);
  }

  async #leave() {
    await signOut().catch(() => null);
    location.reload();
  }

  #refresh() {
    this.#summary.run(signal => get('summary', {}, { signal }));
  }

  #arrive() {
    const next = route();
    const moved = next.view !== this.route.view || next.params.get('id') !== this.route.params.get('id');
    closeMenus();
    this.route = next;
    if (!moved) return;
    this.#load(next.view);
    window.scrollTo(0, 0);
    this.updateComplete.then(() => this.querySelector('main')?.focus({ preventScroll: true }));
  }

  async #load(view) {
    const known = PAGES.some(p => p.view === view) || view in UNDER;
    this.failure = known ? null : `There is no page “${view}”.`;
    if (known && !customElements.get('view-' + view)) {
      try {
        await import(`./views/${view}.js`);
      } catch {
        this.waiting = 'server';
      }
    }
    const page = PAGES.find(p => p.view === (UNDER[view] ?? view));
    document.title = `${page?.title ?? 'Not found'} · Identity Explorer`;
  }

  #recovered() {
    this.waiting = null;
    this.#refresh();
    this.#greet();
    this.#load(this.route.view);
  }

  render() {
    const active = UNDER[this.route.view] ?? this.route.view;
    if (this.waiting === 'token') return html`<main id="main" tabindex="-1"><ie-log-in @logged-in=${this.#recovered}></ie-log-in></main>`;
    return html`<a class="skip" href="#main" @click=${this.#skip}>Skip to the content</a>${this.#rail(active)}${this.#bar()}
      <main id="main" tabindex="-1">${this.#content()}</main><ie-palette></ie-palette><ie-help></ie-help>`;
  }

  #skip(event) {
    event.preventDefault();
    document.querySelector('main').focus();
  }

  #content() {
    if (this.waiting) return html`<ie-waiting @recovered=${this.#recovered}></ie-waiting>`;
    if (this.failure) return html`<div class="page narrow"><h1>Not found</h1><p>${this.failure} <a href=${href('overview')}>Go to the overview.</a></p></div>`;
    const { params } = this.route;
    switch (this.route.view) {
      case 'overview': return html`<view-overview .params=${params}></view-overview>`;
      case 'findings': return html`<view-findings .params=${params}></view-findings>`;
      case 'identities': return html`<view-identities .params=${params}></view-identities>`;
      case 'entity': return html`<view-entity .params=${params}></view-entity>`;
      case 'plan': return html`<view-plan .params=${params}></view-plan>`;
      case 'services': return html`<view-services .params=${params}></view-services>`;
      case 'tags': return html`<view-tags .params=${params}></view-tags>`;
      case 'explore': return html`<view-explore .params=${params}></view-explore>`;
      case 'queries': return html`<view-queries .params=${params}></view-queries>`;
      case 'campaigns': return html`<view-campaigns .params=${params}></view-campaigns>`;
      case 'changes': return html`<view-changes .params=${params}></view-changes>`;
      default: return html`<view-imports .params=${params}></view-imports>`;
    }
  }

  #rail(active) {
    const link = (p, css = '') => html`<a class="rail-link ${css}" href=${href(p.view)} aria-current=${p.view === active ? 'page' : nothing}>${icon(p.icon)}<span>${p.title}</span></a>`;
    return html`<nav class="rail" aria-label="Pages"><a class="mark" href=${href('overview')} aria-label="Identity Explorer"><img src="/icons/mark.svg" alt="" width="28" height="28"></a>
      ${PAGES.map(p => link(p, p.main ? '' : 'wide-only'))}
      <details class="menu more"><summary class="rail-link">${icon('ellipsis')}<span>More</span></summary><div class="menu-panel">${PAGES.filter(p => !p.main).map(p => link(p))}</div></details></nav>`;
  }

  #bar() {
    const { accounts = [] } = this.#summary.value ?? {};
    const account = this.route.params.get('account') ?? '';
    return html`<header class="bar"><button class="search-field" type="button" @click=${() => this.querySelector('ie-palette').open()}>${icon('search')}<span>Search or go to…</span><kbd>/</kbd></button>
      <label class="account"><span class="off-screen">Account</span><select @change=${e => this.#choose(e.target.value)}>
        <option value="" ?selected=${!account}>${accounts.length > 1 ? `All ${accounts.length} accounts` : 'All accounts'}</option>
        ${accounts.map(a => html`<option value=${a.accountId} ?selected=${a.accountId === account}>${[a.alias ?? (a.name === a.accountId ? null : a.name), a.accountId].filter(Boolean).join(' · ')}</option>`)}</select>${icon('chevrons-up-down')}</label>
      ${this.#evidence(account)}${this.#signOut()}<button class="icon-button" type="button" aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)" @click=${() => this.querySelector('ie-help').open()}>${icon('keyboard')}</button></header>`;
  }

  #signOut() {
    if (!this.session?.tokenNeeded || !this.session.role) return nothing;
    return html`<button class="icon-button sign-out" type="button" aria-label="Sign out" title="Sign out (${this.session.role})" @click=${this.#leave}>${icon('log-out')}</button>`;
  }

  #choose(account) {
    if (this.route.view === 'entity') go('identities', { account });
    else change({ account: account || null });
  }

  #evidence(account) {
    const summary = this.#summary.value;
    if (!summary?.accounts.length) return html`<span class="evidence"></span>`;
    const evidence = account ? summary.accounts.find(a => a.accountId === account)?.evidence ?? summary.evidence : summary.evidence;
    const gaps = evidence.gaps ? count(evidence.gaps, 'gap') : 'no gaps';
    return html`<a class="evidence" href=${href('queries', { name: 'evidence-gaps', ...(account && { 'p.accountId': account }) })} title="Evidence from ${age(evidence.oldest)} to ${age(evidence.newest)}; what is missing stands behind this link">
      ${icon('clock')}<span><span class="wide-only">Evidence </span>from ${age(evidence.oldest)}, <b>${gaps}</b></span></a>`;
  }
}

/** Menus are `details` elements; a click elsewhere or Escape closes them. */
function closeMenus(target) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (!target || !menu.contains(target)) menu.open = false;
  }
}

customElements.define('ie-app', App);
