/** What AWS would refuse for, grouped by rule, and what evidence is missing. */
import { html, nothing } from './part.js';
import { icon } from './icon.js';
import { refLink } from './refs.js';
import { none } from './states.js';
import { age, count, gapWords, gapsWords, moment, typeWord } from '../words.js';
import './copy.js';

const FIRST = 5;

/** @param items blockers of one severity; each group is one rule with the rule's own sentence */
export function byRule(items) {
  const groups = new Map();
  for (const item of items) groups.set(item.rule, [...(groups.get(item.rule) ?? []), item]);
  return [...groups.entries()];
}

const source = evidence => evidence ? html`<span class="faint small" title=${`${evidence.source}, ${moment(evidence.observedAt)}`}>seen ${age(evidence.observedAt)} in ${decodeURIComponentSafe(evidence.source.split('/').pop())}</span>` : nothing;

function decodeURIComponentSafe(text) {
  try {
    const plain = decodeURIComponent(text);
    return plain.includes('/') ? plain.split('/').slice(-2, -1)[0] : plain;
  } catch {
    return text;
  }
}

const item = b => html`<li class="blocker"><div class="blocker-name">${refLink(b)}${b.region ? html`<span class="region">${b.region}</span>` : nothing}</div>
  ${b.resourceType ? html`<p class="small soft">${typeWord(b.resourceType)}</p>` : nothing}${b.clearedBy ? html`<ie-command .value=${b.clearedBy}></ie-command>${b.fillIn ? html`<p class="small soft">${icon('info')} Fill in ${b.fillIn.join(', ')}.</p>` : nothing}` : b.byHand ? html`<p class="small soft">${icon('info')} ${b.byHand}</p>` : nothing}${source(b.evidence)}</li>`;

export const ruleGroups = items => byRule(items).map(([rule, group]) => html`<section class="rule"><h3 title=${rule}>${group[0].why}<span class="n">${group.length > 1 ? group.length : ''}</span></h3>
  <ul>${group.slice(0, FIRST).map(item)}</ul>${group.length > FIRST ? html`<details class="rest"><summary>${count(group.length - FIRST, 'more', 'more')}</summary><ul>${group.slice(FIRST).map(item)}</ul></details>` : nothing}</section>`);

/** Gaps in one sentence that opens to each one with the command that closes it. */
export function gapList(gaps, open = false) {
  if (!gaps.length) return nothing;
  return html`<details class="gaps" ?open=${open}><summary>${icon('circle-dashed')}<span>${capital(gapsWords(gaps))}</span></summary>
    <ul>${gaps.map(g => html`<li><p>${capital(gapWords(g))}${g.region && g.region !== 'global' ? html` <span class="region">${g.region === '*' ? 'every region' : g.region}</span>` : nothing}${g.detail ? html`<br><span class="faint small">${g.detail}</span>` : nothing}</p>
      ${g.suppliedBy ? html`<ie-command .value=${g.suppliedBy}></ie-command>` : nothing}${g.saveAs ? html`<p class="small faint">save as <span class="mono">${g.saveAs}</span>, then import</p>` : nothing}</li>`)}</ul></details>`;
}

const capital = text => text[0].toUpperCase() + text.slice(1);

const WHY_NONE = {
  CLEAR: 'Nothing blocks it, and every rule that applies had complete evidence.',
  UNPROVEN: 'No blocker is known, but the rules could not see everything they need.',
  PROTECTED: 'IAM never lets anybody delete it, so no rule has to.',
};

export function blockersColumn(answer) {
  const blocks = answer.blockers.filter(b => b.severity === 'blocks');
  const gaps = answer.gaps.filter(g => g.for === 'verdict');
  return html`<section class="card blockers-card"><div class="card-head"><h2>Blockers</h2><span class="n">${blocks.length}</span></div><div class="card-body">
    ${blocks.length ? ruleGroups(blocks) : none(WHY_NONE[answer.verdict] ?? '')}
    ${gaps.length ? html`<section class="rule"><h3>${blocks.length ? 'There may be more' : 'What is missing'}</h3>${gapList(gaps, !blocks.length && gaps.length < 4)}</section>` : nothing}</div></section>`;
}
