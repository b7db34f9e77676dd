/** A query's result as a table, and as a graph where it has nodes. */
import { Part, html, nothing } from './part.js';
import { icon } from './icon.js';
import { refLink } from './refs.js';
import { conditionLines } from './trust.js';
import { badge } from './verdict.js';
import { empty } from './states.js';
import { download } from './copy.js';
import { href } from '../router.js';
import { count } from '../words.js';
import './graph-view.js';

const FIRST = 200;
/** Texts up to so many letters stay on one line. */
const SHORT = 48;
const IMPACTS = { UNKNOWN: 'unknown', NONE_SEEN: 'none seen', BREAKS: 'breaks' };
const VERDICTS = /^(CLEAR|BLOCKED|UNPROVEN|PROTECTED)$/;

class Result extends Part {
  static properties = { result: { attribute: false }, name: {}, csv: { attribute: false }, as: { state: true }, all: { state: true } };

  willUpdate(changed) {
    if (!changed.has('result')) return;
    this.all = false;
    this.as = 'table';
    this.nodes = new Map(this.result.nodes.map(n => [n.id, n]));
    this.edges = new Map(this.result.edges.map(e => [e.id, e]));
  }

  #graph() {
    this.as = 'graph';
    this.updateComplete.then(() => {
      const blank = { accountId: null, verdict: null, impact: null, resourceType: null, region: null, placeholder: false, position: 'neighbour', distance: 1, folded: null };
      this.querySelector('ie-graph').show({ nodes: this.result.nodes.map(n => ({ ...blank, ...pick(n.properties), ...n })), edges: this.result.edges.map(e => ({ rule: e.properties.rule ?? null, severity: e.properties.severity ?? null, effect: e.properties.effect ?? null, count: null, ...e })) });
    });
  }

  #csv() {
    if (this.csv) return this.csv();
    const plain = v => (v === null ? '' : typeof v === 'object' ? v.$node ?? JSON.stringify(v) : String(v));
    // a spreadsheet would run a name like =cmd() as a formula; an apostrophe in front makes it text
    const safe = text => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text);
    const cell = v => { const text = safe(plain(v)); return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text; };
    return download(`${this.name}.csv`, [this.result.columns, ...this.result.rows].map(r => r.map(cell).join(',')).join('\r\n') + '\r\n', 'text/csv');
  }

  #json() {
    const rows = this.result.rows.map(r => Object.fromEntries(this.result.columns.map((c, i) => [c, r[i]])));
    download(`${this.name}.json`, JSON.stringify(rows, null, 2), 'application/json');
  }

  render() {
    const { rows, columns, truncated, millis, nodes } = this.result;
    return html`<section class="card result"><div class="card-head"><h2>${count(rows.length, 'row')}</h2><span class="n">${millis} ms${truncated ? ', cut at the limit' : ''}</span><div class="actions">
        ${nodes.length ? html`<div class="segments" role="group" aria-label="Show as"><button type="button" aria-pressed=${String(this.as === 'table')} @click=${() => (this.as = 'table')}>${icon('table')}Table</button><button type="button" aria-pressed=${String(this.as === 'graph')} @click=${this.#graph}>${icon('network')}Graph</button></div>` : nothing}
        <details class="menu right"><summary class="icon-button" aria-label="Export the result" title="Export">${icon('download')}</summary><div class="menu-panel"><button type="button" @click=${() => this.#csv()}>${icon('table')}CSV</button><button type="button" @click=${() => this.#json()}>${icon('file-json')}JSON</button></div></details></div></div>
      ${!rows.length ? empty('No rows', 'The question was answered: nothing fits. That is no proof where evidence is missing.') : this.as === 'graph' ? html`<ie-graph class="result-graph" layout="force" @expand=${e => (location.hash = href('explore', { id: e.detail.node.id }))}></ie-graph>` : this.#table(columns, rows)}</section>`;
  }

  #table(columns, rows) {
    const shown = this.all ? rows : rows.slice(0, FIRST);
    return html`<div class="result-scroll" tabindex="0" role="region" aria-label="Rows"><table><thead><tr>${columns.map(c => html`<th scope="col">${words(c)}</th>`)}</tr></thead><tbody>${shown.map(r => html`<tr>${r.map((v, i) => html`<td class=${typeof v === 'number' ? 'num' : typeof v === 'string' && v.length <= SHORT ? 'short' : ''}>${this.#first(v, i, r) ?? this.#cell(v, columns[i], r[columns.indexOf('impact')])}</td>`)}</tr>`)}</tbody></table></div>
      ${shown.length < rows.length ? html`<p class="pager"><button class="button" type="button" @click=${() => (this.all = true)}>Show all ${rows.length}</button></p>` : nothing}`;
  }

  /** The first column of a row that has an id leads to it. */
  #first(value, i, row) {
    const id = row[this.result.columns.indexOf('id')];
    return i === 0 && typeof value === 'string' && typeof id === 'string' ? html`<a href=${href('entity', { id })}>${value}</a>` : null;
  }

  #cell(value, column, impact = null) {
    if (value === null || value === undefined) return html`<span class="zero">–</span>`;
    if (Array.isArray(value)) return value.length ? html`<ul class="cell-list">${value.slice(0, 8).map(v => html`<li>${this.#cell(v)}</li>`)}${value.length > 8 ? html`<li class="faint">and ${value.length - 8} more</li>` : nothing}</ul>` : html`<span class="faint">none</span>`;
    if (typeof value === 'object') return this.#thing(value);
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    const text = String(value);
    if (column === 'impact' && IMPACTS[text]) return IMPACTS[text];
    if (column === 'verdict' && VERDICTS.test(text)) return badge(text, impact);
    if (/^\d{4}-\d\d-\d\dT\d\d:/.test(text)) return html`<time datetime=${text} title=${text}>${text.slice(0, 10)}</time>`;
    if (/^\{"/.test(text) && conditionsOf(text)) return html`<ul class="cell-list">${conditionsOf(text).map(c => html`<li><span class="mono">${c.key}</span> <span class="faint">${c.operator}</span> <span class="mono">${c.value}</span></li>`)}</ul>`;
    if (/^arn:[^:\s]*:iam:/.test(text) || column === 'id') return html`<a class="mono cell-id" href=${href('entity', { id: text })} title=${text}>${text}</a>`;
    return text;
  }

  #thing(value) {
    if (value.$node) return refLink(this.nodes.get(value.$node) ?? { id: value.$node, kind: 'Entity', name: value.$node });
    if (value.$edge) return html`<span class="mono soft">${this.edges.get(value.$edge)?.type ?? value.$edge}</span>`;
    if (value.$path) return html`<span class="path">${value.$path.map(id => this.nodes.has(id) ? refLink(this.nodes.get(id)) : html`<span class="faint">${icon('arrow-right')}</span>`)}</span>`;
    return html`<code>${JSON.stringify(value)}</code>`;
  }
}

const pick = ({ accountId = null, verdict = null, impact = null, region = null, resourceType = null }) => ({ accountId, verdict, impact, region, resourceType });

/** What a text says as the condition of a policy; null where it is something else. */
function conditionsOf(text) {
  try {
    const conditions = JSON.parse(text);
    return Object.values(conditions).every(keys => keys && typeof keys === 'object' && !Array.isArray(keys)) ? conditionLines(conditions) : null;
  } catch {
    return null;
  }
}

const words = column => column.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

customElements.define('ie-result', Result);
