/** What deserves work, the worst first: what each finding means, the AWS document, what fixes it, and whom it is about. */
import { Part, html, nothing, Load, show } from '../parts/part.js';
import { address, get } from '../api.js';
import { change, href } from '../router.js';
import { count, number } from '../words.js';
import { icon } from '../parts/icon.js';
import { refLink } from '../parts/refs.js';
import { badge } from '../parts/verdict.js';
import { empty, failed, skeleton } from '../parts/states.js';
import { SEVERITIES } from '../parts/severity.js';
import '../parts/copy.js';

const SHOWN = 20;

class Findings extends Part {
  static properties = { params: { attribute: false } };
  #load = new Load(this);
  #account;

  willUpdate(changed) {
    if (changed.has('params') && (this.#account !== this.params.get('account') || !this.#load.value)) this.#ask();
  }

  #ask = () => {
    this.#account = this.params.get('account');
    return this.#load.run(signal => get('findings', { account: this.#account }, { signal }));
  };

  render() {
    return html`<div class="page narrow"><div class="page-head"><div><h1>Findings</h1><p>What deserves work, each with the AWS document that says so and what would end it. A number beside “unknown” counts those of which evidence is missing: they are no findings, and no all-clear.</p></div></div>
      ${show(this.#load, { value: ({ items }) => this.#page(items), skeleton: () => skeleton(12), error: p => failed(p, this.#ask) })}</div>`;
  }

  #page(items) {
    const wanted = this.params.get('severity');
    const found = items.filter(f => f.count && (!wanted || f.severity === wanted));
    const clean = items.filter(f => !f.count && (!wanted || f.severity === wanted));
    return html`<div class="list-tools"><div class="segments" role="group" aria-label="Which findings"><button type="button" aria-pressed=${String(!wanted)} @click=${() => change({ severity: null })}>All</button>${Object.entries(SEVERITIES).map(([id, s]) => html`<button type="button" aria-pressed=${String(wanted === id)} title=${s.hint} @click=${() => change({ severity: id })}>${icon(s.icon)}${s.word}</button>`)}</div></div>
      <div class="column-gap">${found.length ? html`<section class="card findings" aria-label="Found">${found.map(f => this.#finding(f))}</section>`
        : html`<section class="card">${items.length ? empty('Nothing was found', 'Of what is looked for. Where evidence is missing, nobody knows: see below.', { symbol: 'circle-check' }) : empty('Nothing to look at', 'No account was imported, or not this one.', { command: 'explorer import folder' })}</section>`}
      ${clean.length ? html`<section class="card"><div class="card-head"><h2>Looked for and not found</h2><span class="n">${clean.length}</span></div><ul class="rows">${clean.map(f => html`<li><a href=${href('queries', { name: f.name })}>${icon(f.unknown ? 'circle-question-mark' : 'circle-check')}<span class="grow">${f.title}</span>${f.unknown ? html`<span class="soft">unknown of ${number(f.unknown)}</span>` : nothing}</a></li>`)}</ul></section>` : nothing}
      <section class="card no-print"><div class="card-head"><h2>For a meeting or a ticket</h2></div><div class="card-body"><p class="soft">One file with these findings, the numbers, and the plans for what could go. It loads nothing from elsewhere.</p>
        <div class="chips report-links">${[['html', 'HTML', 'file-text'], ['md', 'Markdown', 'file-text'], ['json', 'JSON', 'file-json']].map(([format, word, symbol]) => html`<a class="button" download href=${address('report', { format, account: this.#account })}>${icon(symbol)}${word}</a>`)}</div>
        <ie-command .value=${`explorer report ${this.#account ? `--account ${this.#account} ` : ''}> report.html`}></ie-command></div></section></div>`;
  }

  #finding(f) {
    const s = SEVERITIES[f.severity];
    return html`<details class="finding severity-${f.severity}" ?open=${this.params.get('name') === f.name}><summary>${icon(s.icon, s.word)}<span class="grow"><span>${f.title}</span>${f.unknown ? html`<span class="faint">unknown of ${number(f.unknown)}</span>` : nothing}</span><b class="n">${number(f.count)}</b>${icon('chevron-right')}</summary>
      <div class="finding-body"><p>${f.description}</p><p><b>What fixes it:</b> ${f.fix}</p>
        <p class="sources-line">${icon('book-open')}${f.sources.map(url => html`<a href=${url} target="_blank" rel="noreferrer noopener">${documentName(url)}</a> `)}</p>
        ${f.accounts.length > 1 ? html`<div class="chips">${f.accounts.map(a => html`<a class="chip" href=${href('findings', { account: a.accountId, name: f.name })}>${a.accountId} <b>${number(a.count)}</b></a>`)}</div>` : nothing}
        <ul class="refs">${f.rows.slice(0, SHOWN).map(r => html`<li>${refLink({ id: r.id, kind: r.kind ?? 'Entity', name: r.name ?? r.id })}<span class="what soft">${r.finding}</span>${r.verdict ? badge(r.verdict, r.verdict === 'CLEAR' ? null : undefined) : nothing}</li>`)}</ul>
        <p class="more-link"><a href=${href('queries', { name: f.name, ...(this.#account && { 'p.accountId': this.#account }) })}>All ${count(f.count, 'row')} with every column</a></p></div></details>`;
  }
}

/** `…/IAM/latest/UserGuide/id_credentials_mfa.html#x` → `IAM UserGuide: id credentials mfa`. */
function documentName(url) {
  const [, guide, book, page] = url.match(/amazon\.com\/([^/]+)\/latest\/([^/]+)\/(?:.*\/)?([^/#]+?)(?:\.html)?(?:#.*)?$/) ?? [null, 'AWS', 'documentation', url.split('/').pop()];
  return `${guide} ${book}: ${page.replace(/[_-]+/g, ' ')}`;
}

customElements.define('view-findings', Findings);
