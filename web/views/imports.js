/** Drop files or a folder, watch them being read, see what each import did. */
import { Part, html, nothing, Load, show } from '../parts/part.js';
import { get, upload, events, session } from '../api.js';
import { href } from '../router.js';
import { age, count, moment, number } from '../words.js';
import { icon } from '../parts/icon.js';
import { empty, failed, skeleton } from '../parts/states.js';
import { filesOf, filesDropped } from '../parts/files.js';
import { kindOf } from '../kinds.js';

const PHASES = { sending: 'Sending the files', recognising: 'Finding out what they are', writing: 'Writing to the graph' };
const STATES = { new: 'new', updated: 'updated', unchanged: 'unchanged', 'not written': 'not written' };

/** The history shows so many. */
const MOST = 30;

class Imports extends Part {
  static properties = { params: { attribute: false }, job: { state: true }, over: { state: true } };
  #load = new Load(this);
  #session = new Load(this);

  connectedCallback() {
    super.connectedCallback();
    this.#session.run(session);
  }

  willUpdate(changed) {
    if (changed.has('params')) this.#ask();
  }

  #ask = () => this.#load.run(signal => get('imports', { limit: MOST }, { signal }));

  async #drop(event) {
    event.preventDefault();
    this.over = false;
    this.#send(await filesDropped(event.dataTransfer));
  }

  async #send(files) {
    if (!files.length || this.job?.running) return;
    this.job = { running: true, files: files.length, progress: { phase: 'sending', bytes: 0, bytesTotal: 0, accounts: 0, accountsTotal: 0 } };
    try {
      const accepted = await upload(files);
      // a connection that breaks ends no import
      await events(accepted.events, (name, data) => this.#hear(name, data)).catch(() => {});
      while (this.job.running) await this.#look(accepted.id);
    } catch (problem) {
      this.job = { problem };
    }
    this.#ask();
    window.dispatchEvent(new CustomEvent('graph-changed'));
  }

  /** Asks how an import stands of which nothing is heard any more. */
  async #look(id) {
    const { state, progress, result, failure } = await get(`imports/${id}`);
    if (state === 'running') {
      this.#hear('progress', progress);
      await new Promise(resolve => setTimeout(resolve, 2000));
    } else this.#hear(state === 'finished' ? 'done' : 'failed', result ?? failure);
  }

  #hear(name, data) {
    if (name === 'progress') this.job = { ...this.job, progress: data };
    if (name === 'done') this.job = { result: data };
    if (name === 'failed') this.job = { problem: Object.assign(new Error(data.detail), data) };
  }

  render() {
    return html`<div class="page narrow"><div class="page-head"><div><h1>Imports</h1><p>Files that the AWS CLI writes, or a folder of them. They stay on the server that shows this page; nothing is called in AWS.</p></div></div>
      <div class="column-gap">${this.#dropZone()}${this.job ? html`<div aria-live="polite">${this.#job()}</div>` : nothing}
      ${show(this.#load, { value: page => this.#history(page.items), skeleton: () => skeleton(5), error: p => failed(p, this.#ask) })}</div></div>`;
  }

  #dropZone() {
    if (this.#session.value?.role === 'viewer') return html`<p class="soft">You are logged in to read. Importing takes the editor’s token.</p>`;
    return html`<section class="drop ${this.over ? 'over' : ''}" aria-label="Import" @dragover=${e => { e.preventDefault(); this.over = true; }} @dragleave=${() => (this.over = false)} @drop=${this.#drop}>
      ${icon('upload')}<p><b>Drop files or a folder here</b></p><p class="soft">JSON of the AWS CLI, credential reports as CSV, or a folder <code>ACCOUNT/REGION/SERVICE-OPERATION.json</code></p>
      <div class="chips"><label class="button">${icon('file-up')}Choose files<input class="off-screen" type="file" multiple @change=${e => this.#send(filesOf(e.target.files))}></label>
      <label class="button">${icon('folder-up')}Choose a folder<input class="off-screen" type="file" webkitdirectory multiple @change=${e => this.#send(filesOf(e.target.files))}></label></div></section>`;
  }

  #job() {
    const { progress, result, problem, files } = this.job;
    if (problem) return failed(Object.assign(problem, { title: problem.title ?? 'The import did not end well' }), null, 'The history below tells of each import; no account is half-written.');
    if (result) return this.#result(result);
    const total = progress.bytesTotal || 1;
    return html`<section class="card"><div class="card-body progress"><p><b>${PHASES[progress.phase] ?? progress.phase}</b> <span class="soft">${progress.accountId ? `account ${progress.accountId}` : count(files, 'file')}</span><span class="faint end">${progress.accountsTotal ? `${progress.accounts} of ${count(progress.accountsTotal, 'account')}` : ''}</span></p>
      <svg class="state-bar progress-bar" role="img" aria-label="Progress" viewBox="0 0 ${total} 1" preserveAspectRatio="none"><rect width=${progress.bytes} height="1"></rect></svg></div></section>`;
  }

  #result(result) {
    return html`<section class="card"><div class="card-head">${icon('circle-check')}<h2>Imported</h2><span class="n">${count(result.accounts.length, 'account')}</span><div class="actions"><a href=${href('overview')}>Overview</a></div></div><div class="card-body column-gap">
      <ul class="import-accounts">${result.accounts.map(a => html`<li><b>${a.accountId}</b> <span class="chip-like">${STATES[a.state]}</span> <span class="soft">${Object.entries(a.counts).slice(0, 6).map(([k, n]) => `${number(n)} ${n === 1 ? kindOf(k).word : kindOf(k).plural}`).join(', ')}</span></li>`)}</ul>
      ${result.problems.length ? html`<div><h3 class="sub">${count(result.problems.length, 'problem')}; what they touch is marked as incomplete</h3><ul class="problems">${result.problems.map(p => html`<li><p>${p.message}</p><p class="mono soft">${p.file}${p.position ? ` (${p.position})` : ''}</p></li>`)}</ul></div>` : nothing}
      ${result.skipped.length ? html`<details class="rest"><summary>${count(result.skipped.length, 'file')} skipped</summary><ul class="problems">${result.skipped.map(s => html`<li><p>${s.reason}</p><p class="mono soft">${s.file}</p></li>`)}</ul></details>` : nothing}</div></section>`;
  }

  #history(items) {
    if (!items.length) return html`<div class="card">${empty('No import yet', 'One export of an account is enough to begin; more files prove more.', { command: 'aws iam get-account-authorization-details > gaad.json', symbol: 'upload' })}</div>`;
    return html`<section class="card"><div class="card-head"><h2>History</h2></div><table class="history"><thead><tr><th>When</th><th class="c-wide">From</th><th class="num">Accounts</th><th class="num">Problems</th><th>Changed</th></tr></thead><tbody>${items.map((i, n) => html`<tr>
      <th scope="row" title=${moment(i.startedAt)}>${i.state === 'failed' ? html`<span class="bad">${icon('octagon-x', 'failed')}</span>` : i.state === 'running' ? icon('clock', 'running') : nothing}${age(i.startedAt)}</th><td class="c-wide soft" title=${i.sources.join(', ')}>${i.sources.map(s => s.split('/').pop()).join(', ')}</td>
      <td class="num">${i.accounts ?? '–'}</td><td class="num">${i.problems || html`<span class="zero">·</span>`}</td><td>${this.#changed(i, n === items.length - 1 && items.length < MOST)}</td></tr>`)}</tbody></table></section>`;
  }

  #changed({ id, changes, state }, first) {
    const words = [[changes.added, '+'], [changes.removed, '−'], [changes.changed, '~']].filter(([n]) => n).map(([n, sign]) => sign + number(n));
    if (changes.verdict) words.push(count(changes.verdict, 'verdict'));
    if (!words.length) return html`<span class="faint">${state === 'failed' ? 'nothing written' : state === 'running' ? 'not yet' : first ? 'the first import' : 'nothing'}</span>`;
    return html`<a href=${href('changes', { import: id, account: null })}>${words.join(' ')}</a>`;
  }
}

customElements.define('view-imports', Imports);
