/** What is imported, what could go, what deserves a look. */
import { Part, html, nothing, Load, show } from '../parts/part.js';
import { get } from '../api.js';
import { href } from '../router.js';
import { IDENTITIES, kindOf } from '../kinds.js';
import { STATES, stateOf, age, capital, count, number } from '../words.js';
import { tile, icon } from '../parts/icon.js';
import { stateBar } from '../parts/verdict.js';
import { SEVERITIES } from '../parts/severity.js';
import { empty, failed, skeleton, none } from '../parts/states.js';

/** So many findings fit beside the table; the page of findings has all. */
const MOST_FINDINGS = 9;

class Overview extends Part {
  static properties = { params: { attribute: false }, all: { state: true } };
  #load = new Load(this);
  #found = new Load(this);

  willUpdate(changed) {
    if (changed.has('params')) this.#ask();
  }

  #ask = () => {
    const account = this.params.get('account');
    this.#found.run(signal => get('findings', { account, rows: 0 }, { signal }));
    return this.#load.run(signal => get('summary', { account }, { signal }));
  };

  render() {
    return html`<div class="page">${show(this.#load, {
      value: summary => summary.accounts.length ? this.#filled(summary) : this.#nothing(),
      skeleton: () => skeleton(12),
      error: problem => failed(problem, this.#ask),
    })}</div>`;
  }

  #nothing() {
    return html`<div class="card">${empty('Nothing is imported yet', html`Start with what every account can export, or look around in the sample organization with <code>explorer demo</code>.
      Dropping files on the <a href=${href('imports')}>Imports</a> page works too.`, {
      symbol: 'upload', command: 'aws iam get-account-authorization-details > gaad.json && explorer import gaad.json' })}</div>`;
  }

  #filled(summary) {
    const kinds = tallyKinds(summary.counts);
    return html`<div class="page-head"><div><h1>Overview</h1>${this.#headline(summary, kinds)}</div></div>
      <div class="overview"><div class="column">${this.#kinds(kinds)}${this.#services(summary.services)}</div>
      <div class="column">${this.#findings()}${this.#accounts(summary.accounts)}</div></div>`;
  }

  #headline(summary, kinds) {
    const all = kinds.filter(k => IDENTITIES.includes(k.kind));
    const sum = state => all.reduce((n, k) => n + (k.states[state] ?? 0), 0);
    const total = all.reduce((n, k) => n + k.total, 0);
    const part = (state, words) => sum(state) ? html`<a href=${href('identities', { ...STATES[state].filter, kind: IDENTITIES })}>${number(sum(state))} ${words}</a>` : `${number(0)} ${words}`;
    return html`<p class="headline"><b>${count(total, 'identity', 'identities')}</b> in ${count(this.params.get('account') ? 1 : summary.accounts.length, 'account')}:
      ${part('clear', 'could go now')}, ${part('unknown', 'with unknown impact')}, ${part('blocked', 'blocked')}, ${part('unproven', 'not proven')}, ${part('protected', 'protected')}.</p>`;
  }

  #kinds(kinds) {
    const cell = (k, state) => {
      const n = k.states[state];
      return html`<td class="num is-${state}">${n ? html`<a href=${href('identities', { kind: k.kind, ...STATES[state].filter })}>${number(n)}</a>` : html`<span class="zero">·</span>`}</td>`;
    };
    const judged = kinds.filter(k => k.judged);
    const shown = this.all ? judged : judged.filter(k => IDENTITIES.includes(k.kind));
    const states = Object.entries(STATES).filter(([state]) => shown.some(k => k.states[state]));
    const rest = judged.length - shown.length;
    return html`<section class="card"><div class="card-head"><h2>What could go</h2></div><table class="kinds-table">
      <thead><tr><th>Kind</th><th class="bar-cell"><span class="off-screen">Shares</span></th>${states.map(([state, s]) => html`<th class="num is-${state}" title=${s.hint}><span>${icon(s.icon, s.word)}<em class="wide-only" aria-hidden="true">${s.word.replace('Impact unknown', 'Unknown')}</em></span></th>`)}<th class="num">All</th></tr></thead>
      <tbody>${shown.map(k => html`<tr><th scope="row"><a class="ref" href=${href('identities', { kind: k.kind })}>${tile(k.kind)}<span class="ref-name">${capital(kindOf(k.kind).plural)}</span></a></th>
        <td class="bar-cell">${stateBar(k.states)}</td>${states.map(([state]) => cell(k, state))}
        <td class="num total"><a href=${href('identities', { kind: k.kind })}>${number(k.total)}</a></td></tr>`)}</tbody></table>
      ${rest ? html`<div class="kinds-more"><button type="button" @click=${() => (this.all = true)}>${icon('chevron-down')}<span>${count(rest, 'more kind')}<span class="wide-only">: credentials, versions, providers</span></span></button></div>` : nothing}</section>`;
  }

  #services(services) {
    return html`<section class="card"><div class="card-head"><h2>Services with roles of their own</h2><span class="n">${services.length}</span><div class="actions"><a href=${href('services')}>All services</a></div></div>
      ${services.length ? html`<table class="services-table"><thead><tr><th>Service</th><th class="num">Roles</th><th class="num" title="What would break is another question">AWS would allow</th><th class="bar-cell"><span class="off-screen">Shares</span></th></tr></thead>
      <tbody>${services.slice(0, 12).map(s => html`<tr><th scope="row"><a class="ref" href=${href('services', { id: s.id })}>${tile('Service')}<span class="ref-name">${s.name}</span></a></th>
        <td class="num"><a href=${href('identities', { service: s.id, kind: 'ServiceLinkedRole' })}>${number(s.roles)}</a></td><td class="num">${s.clear ? number(s.clear) : html`<span class="zero">·</span>`}</td><td class="bar-cell">${stateBar({ unknown: s.clear, blocked: s.blocked, unproven: s.unproven, protected: s.protected })}</td></tr>`)}</tbody></table>`
        : html`<div class="card-body">${none('No service-linked role was imported.')}</div>`}</section>`;
  }

  /** The worst of what was found; how many more there are stands behind the link. */
  #findings() {
    const found = (this.#found.value?.items ?? []).filter(f => f.count);
    const rest = found.length - MOST_FINDINGS;
    return html`<section class="card"><div class="card-head"><h2>Deserves a look</h2><span class="n">${found.length || ''}</span><div class="actions"><a href=${href('findings')}>All findings</a></div></div>
      ${this.#found.error ? failed(this.#found.error, this.#ask) : !this.#found.value ? html`<div class="card-body">${this.#found.slow ? skeleton(6) : nothing}</div>` : found.length ? html`<ul class="rows">${found.slice(0, MOST_FINDINGS).map(f => html`<li><a class="severity-${f.severity}" href=${href('findings', { name: f.name })}>${icon(SEVERITIES[f.severity].icon, SEVERITIES[f.severity].word)}<span class="grow">${f.title}</span><span class="n">${number(f.count)}</span>${icon('chevron-right')}</a></li>`)}
        ${rest > 0 ? html`<li><a class="soft" href=${href('findings')}><span class="grow">and ${number(rest)} more</span>${icon('chevron-right')}</a></li>` : nothing}</ul>`
        : html`<div class="card-body">${none('Nothing was found of what is looked for; where evidence is missing, nobody knows.')}</div>`}</section>`;
  }

  #accounts(accounts) {
    return html`<section class="card"><div class="card-head"><h2>Accounts</h2><span class="n">${accounts.length}</span><div class="actions"><a href=${href('queries', { name: 'evidence-age' })}>Each piece of evidence</a></div></div><ul class="rows">${accounts.map(a => html`<li><a href=${href('overview', { account: a.accountId })}>
      ${tile('Account')}<span class="grow">${a.alias ?? a.name}<br><span class="faint small">${a.accountId} · seen ${age(a.evidence.oldest)}</span></span>
      ${a.evidence.gaps ? html`<span class="badge is-unproven">${icon('circle-dashed')}${count(a.evidence.gaps, 'gap')}</span>` : html`<span class="badge is-clear">${icon('check')}complete</span>`}</a></li>`)}</ul></section>`;
  }
}

/** Counts by kind: how many of each state, and whether anybody judges that kind at all. */
function tallyKinds(counts) {
  const kinds = new Map();
  for (const { kind, verdict, impact, count: n } of counts) {
    const entry = kinds.get(kind) ?? { kind, states: {}, total: 0, judged: false };
    const state = stateOf(verdict, impact);
    entry.total += n;
    if (state) entry.judged = true;
    if (state) entry.states[state] = (entry.states[state] ?? 0) + n;
    kinds.set(kind, entry);
  }
  return [...kinds.values()].sort((a, b) => rankOf(a) - rankOf(b) || b.total - a.total);
}

const rankOf = k => (IDENTITIES.includes(k.kind) ? IDENTITIES.indexOf(k.kind) : IDENTITIES.length);

customElements.define('view-overview', Overview);
