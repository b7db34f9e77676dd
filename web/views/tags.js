/** Tag keys, their values, who has them and who lacks them. */
import { Part, html, nothing, Load, show } from '../parts/part.js';
import { get } from '../api.js';
import { change, href } from '../router.js';
import { capital, number } from '../words.js';
import { kindOf } from '../kinds.js';
import { icon, tile } from '../parts/icon.js';
import { empty, failed, none, skeleton } from '../parts/states.js';

class Tags extends Part {
  static properties = { params: { attribute: false } };
  #keys = new Load(this);
  #key = new Load(this);
  #typing;

  willUpdate(changed) {
    if (changed.has('params')) this.#ask();
  }

  #ask = async () => {
    const keys = await this.#keys.run(signal => get('tags', { q: this.params.get('q'), limit: 500 }, { signal }));
    const key = this.params.get('key') ?? keys?.items[0]?.key;
    if (key !== this.#key.value?.key) this.#key.forget();
    if (key) this.#key.run(signal => get('tags', { key, limit: 200 }, { signal }));
  };

  #search(event) {
    clearTimeout(this.#typing);
    const q = event.target.value.trim();
    this.#typing = setTimeout(() => change({ q: q || null, key: null }, { replace: true }), 150);
  }

  render() {
    return html`<div class="page"><div class="page-head"><div><h1>Tags <span class="faint">${this.#keys.value ? number(this.#keys.value.total) : ''}</span></h1>${this.params.get('account') ? html`<p>Counted over all accounts; the lists behind the numbers are of the chosen one.</p>` : nothing}</div></div>
      <div class="split"><section class="card side"><div class="card-head"><div class="list-search">${icon('search')}<input class="input" type="search" aria-label="Key starts with" placeholder="Key starts with…" .value=${this.params.get('q') ?? ''} @input=${this.#search}></div></div>
        ${show(this.#keys, { value: keys => keys.items.length ? this.#list(keys.items) : html`<div class="card-body">${none(this.params.get('q') ? 'No key starts with this.' : 'Nothing that was imported carries a tag.')}</div>`, skeleton: () => skeleton(8), error: p => failed(p, this.#ask) })}</section>
      <div>${show(this.#key, { value: key => this.#detail(key), skeleton: () => skeleton(8), error: p => failed(p, this.#ask) })}
        ${this.#keys.value && !this.#keys.value.items.length && !this.params.get('q') ? html`<div class="card">${empty('No tags', 'Tags come with account authorization details, list-policy-tags and the tagging API.', { command: 'explorer collect --out folder' })}</div>` : nothing}</div></div></div>`;
  }

  #list(items) {
    const active = this.#key.value?.key ?? this.params.get('key');
    return html`<ul class="picks">${items.map(k => html`<li><a href=${href('tags', { key: k.key, q: this.params.get('q') })} aria-current=${k.key === active ? 'true' : nothing}>${tile('Tag', { size: 'small' })}<span class="grow">${k.key}</span><span class="n" title="${k.values} values">${number(k.entities)}</span></a></li>`)}</ul>`;
  }

  #detail(key) {
    const most = Math.max(...key.values.map(v => v.entities), 1);
    return html`<div class="column-gap"><section class="card"><div class="card-head"><h2>Values of “${key.key}”</h2><span class="n">${number(key.total)}</span><div class="actions"><a href=${href('identities', { tag: key.key })}>All ${number(key.entities)} that have it</a></div></div>
      <table><thead><tr><th>Value</th><th class="num">Entities</th><th class="c-bar"><span class="off-screen">Share</span></th><th><span class="off-screen">Plan</span></th></tr></thead><tbody>${key.values.map(v => html`<tr><th scope="row"><a href=${href('identities', { tag: `${key.key}=${v.value}` })}>${v.value || html`<i>empty</i>`}</a></th><td class="num">${number(v.entities)}</td>
        <td class="c-bar"><svg class="state-bar plain-bar" viewBox="0 0 ${most} 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${v.entities} height="1"></rect></svg></td><td class="num"><a href=${href('plan', { tag: `${key.key}=${v.value}` })}>Plan<span class="off-screen"> for ${key.key}=${v.value}</span></a></td></tr>`)}</tbody></table></section>
      <section class="card"><div class="card-head"><h2>Who has it, who lacks it</h2></div><table><thead><tr><th>Kind</th><th class="num">Has it</th><th class="num">Lacks it</th><th class="c-bar"><span class="off-screen">Share</span></th></tr></thead><tbody>${key.kinds.filter(k => k.has + k.lacks).map(k => html`<tr><th scope="row"><span class="ref">${tile(k.kind)}<span class="ref-name">${capital(kindOf(k.kind).plural)}</span></span></th>
        <td class="num">${k.has ? html`<a href=${href('identities', { kind: k.kind, tag: key.key })}>${number(k.has)}</a>` : html`<span class="zero">·</span>`}</td><td class="num">${k.lacks ? html`<a href=${href('identities', { kind: k.kind, lacksTag: key.key })}>${number(k.lacks)}</a>` : html`<span class="zero">·</span>`}</td>
        <td class="c-bar"><svg class="state-bar plain-bar" viewBox="0 0 ${k.has + k.lacks} 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${k.has} height="1"></rect></svg></td></tr>`)}</tbody></table></section></div>`;
  }
}

customElements.define('view-tags', Tags);
