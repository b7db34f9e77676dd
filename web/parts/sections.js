/** Below the answer: what would break, trust, policies, credentials, tags, changes, raw facts. Empty ones say why. */
import { html, nothing } from './part.js';
import { icon } from './icon.js';
import { refLink, refList } from './refs.js';
import { ruleGroups, gapList } from './blockers.js';
import { none } from './states.js';
import { trustTable } from './trust.js';
import { documentView } from './document.js';
import { changeRows } from './changes.js';
import './reach.js';
import { kindOf } from '../kinds.js';
import { href } from '../router.js';
import { age, capital, moment, evidenceWords } from '../words.js';

const card = (id, title, n, body, wide) => html`<section class="card section ${wide ? 'wide' : ''}" id=${id} aria-label=${title}><div class="card-head"><h2>${title}</h2>${n ? html`<span class="n">${n}</span>` : nothing}</div><div class="card-body">${body}</div></section>`;

/** The sections that a kind cannot have, told in one line instead of five empty boxes. */
const applies = (entity, section) => ({
  trust: /Role|Principal|User|Service|Account|Provider/.test(entity.labels.join()),
  policies: /^(User|Group|Role|ServiceLinkedRole|CustomerManaged|AwsManaged|InlinePolicy|PolicyVersion)$/.test(entity.kind),
  credentials: entity.kind === 'User',
  together: /^(User|Group|Role|ServiceLinkedRole|InstanceProfile|Resource)$/.test(entity.kind),
  tags: /^(User|Role|ServiceLinkedRole|CustomerManaged|InstanceProfile|OidcProvider|SamlProvider|ServerCertificate|MfaDevice|Resource|Account)$/.test(entity.kind),
  type: entity.kind === 'ServiceLinkedRole',
}[section] ?? true);

export function sections(entity, answer) {
  const drawn = [['breaks', answer && breaks], ['type', type], ['trust', trust], ['policies', policies], ['credentials', credentials], ['together', together], ['tags', tags], ['changes', changes], ['facts', facts]]
    .filter(([id, draw]) => draw && applies(entity, id));
  const words = { trust: 'trust', policies: 'policies', credentials: 'credentials', together: 'groups, instance profiles', tags: 'tags' };
  const absent = Object.keys(words).filter(id => !applies(entity, id)).map(id => words[id]);
  const narrow = ['policies', 'credentials', 'together', 'tags', 'changes'];
  const some = wanted => drawn.filter(([id]) => wanted(id)).map(([id, draw]) => draw(entity, answer, id));
  return html`${some(id => !narrow.includes(id) && id !== 'facts')}<div class="pairs">${some(id => narrow.includes(id))}</div>${some(id => id === 'facts')}
    ${absent.length ? html`<p class="faint absent">${capital(kindOf(entity.kind).plural)} have no ${absent.join(', ').replace(/, ([^,]*)$/, ' or $1')}.</p>` : nothing}`;
}

function breaks(entity, answer, id) {
  const items = answer.blockers.filter(b => b.severity === 'breaks');
  const gaps = answer.gaps.filter(g => g.for === 'impact');
  const why = answer.impact === 'NONE_SEEN' ? 'Nothing: every rule about what uses it had complete evidence and found no use.' : answer.verdict === 'PROTECTED' ? 'Nobody can delete it, so nothing breaks.' : 'Nothing is known to break, but not everything was looked at.';
  return card(id, 'What would break', items.length, html`${items.length ? html`<div class="two">${ruleGroups(items)}</div>` : none(why)}${gaps.length ? html`<h3 class="sub">Not looked at</h3>${gapList(gaps)}` : nothing}`, true);
}

function type(entity, answer, id) {
  const kind = entity.type;
  if (!kind) return card(id, 'What the catalogue knows', null, none('The catalogue does not know this kind of service-linked role, so its deletion can never be proven safe from files alone.'), true);
  const by = { iam: 'IAM deletes it on request, once nothing keeps it in use', service: 'The service removes it by itself', never: 'Nobody deletes it' }[kind.deletableBy];
  return card(id, 'What keeps such a role in use', kind.keepers.length, html`<p class="soft">${by}. ${kind.multiRegion === false ? '' : 'Look in every region.'} ${kind.note ?? ''} ${kind.docUrl ? html`<a href=${kind.docUrl} target="_blank" rel="noreferrer noopener">What AWS says</a>` : nothing}${kind.confidence === 'inferred' ? html` <span class="faint">(inferred, not documented)</span>` : nothing}</p>
    ${kind.keepers.length ? html`<ul class="keepers">${kind.keepers.map(k => html`<li><p><b>${k.resourceType}</b> <span class="soft">${k.condition}</span></p>${k.cleanup ? html`<ie-command .value=${k.cleanup}></ie-command>` : nothing}</li>`)}</ul>` : none('The catalogue knows no resource that keeps it in use; that is no promise that none does.')}`, true);
}

function trust(entity, answer, id) {
  const isRole = entity.labels.includes('Role');
  return card(id, 'Trust', null, html`${isRole ? html`<h3 class="sub">Who may assume it</h3>${trustTable(entity.trusts, 'The trust policy was not imported, or names nobody.', 'principal')}
    <h3 class="sub">Who can assume it by a chain of roles</h3><ie-reach .entityId=${entity.id} .direction=${'in'}></ie-reach>` : nothing}
    <h3 class="sub">Roles that trust it by name</h3>${trustTable(entity.trustedBy, 'No imported role does.', 'role')}
    ${isRole || entity.kind === 'User' ? html`<h3 class="sub">Which roles it can assume</h3><ie-reach .entityId=${entity.id} .direction=${'out'}></ie-reach>` : nothing}`, true);
}

function policies(entity, answer, id) {
  const p = entity.policies;
  const isPolicy = /Managed$/.test(entity.kind);
  const own = entity.documents.document;
  return card(id, 'Policies', null, isPolicy ? html`<h3 class="sub">Attached to</h3>${refList(p.attachedTo, 'Nothing: no user, group or role has it attached.')}
      <h3 class="sub">Permissions boundary of</h3>${refList(p.boundaryOf, 'Nobody.')}<h3 class="sub">Versions</h3>
      ${p.versions.length ? p.versions.map(v => documentView(v.document, html`${v.versionId}${v.isDefaultVersion ? ' (default)' : ''} <span class="faint">created ${age(v.createDate)}</span>`, { page: href('entity', { id: v.id }) })) : none('The export lists no versions.')}`
    : own ? documentView(own, 'Document', { open: true }) : html`<h3 class="sub">Attached</h3>${refList(p.attached, 'No managed policy is attached.')}<h3 class="sub">Inline</h3>
      ${p.inline.length ? p.inline.map(i => documentView(i.document, i.name, { page: href('entity', { id: i.id }) })) : none('No policy is embedded.')}
      ${entity.kind === 'Group' ? nothing : html`<h3 class="sub">Permissions boundary</h3>${p.boundary ? refLink(p.boundary) : none('None.')}`}`);
}

function credentials(entity, answer, id) {
  return card(id, 'Credentials', entity.credentials.length, entity.credentials.length ? html`<table class="plain"><thead><tr><th>Credential</th><th>Status</th><th>Created</th><th>Last used</th></tr></thead><tbody>${entity.credentials.map(c => html`<tr><td>${refLink(c)}<br><span class="faint small">${kindOf(c.kind).word}</span></td>
    <td>${c.status ?? '–'}</td><td title=${moment(c.createDate)}>${c.createDate ? age(c.createDate) : '–'}</td><td title=${moment(c.lastUsed)}>${c.lastUsed ? age(c.lastUsed) : html`<span class="faint">no use known</span>`}</td></tr>`)}</tbody></table>`
    : none('No credential is known. Whether that means none depends on the evidence: see what is missing above.'));
}

function together(entity, answer, id) {
  const lists = [['Groups', entity.groups, 'It is in no group.', ['User']], ['Members', entity.members, 'Nobody is in it.', ['Group']], ['Instance profiles', entity.instanceProfiles, 'No instance profile carries it.', ['Role']],
    ['Roles', entity.roles, 'It carries no role.', ['InstanceProfile']], ['What runs with it', entity.resources, 'No imported resource uses it.', ['Role', 'ServiceLinkedRole', 'InstanceProfile']],
    ['Runs with, belongs to', entity.uses, 'Nothing that was imported says so.', ['Resource']], ['Stands in the way of deleting', entity.blocks, 'Nothing.', ['Resource']]];
  return card(id, 'Belongs together', null, lists.filter(([, , , kinds]) => kinds.includes(entity.kind)).map(([title, list, why]) => html`<h3 class="sub">${title}</h3>${refList(list, why)}`));
}

function tags(entity, answer, id) {
  return card(id, 'Tags', entity.tags.length, entity.tags.length ? html`<div class="chips">${entity.tags.map(t => html`<a class="tagged" href=${href('identities', { tag: `${t.key}=${t.value}` })}><span>${t.key}</span><span>${t.value || html`<i class="faint">empty</i>`}</span></a>`)}</div>` : none('No tags, or an export that does not carry them.'));
}

function changes(entity, answer, id) {
  return card(id, 'Changes', entity.changes.length, entity.changes.length ? html`${changeRows(entity.changes, false)}<p class="more-link"><a href=${href('changes', { entity: entity.id })}>All its changes</a></p>` : none('No import has changed it since it was first seen.'));
}

function facts(entity, answer, id) {
  const rows = Object.entries(entity.properties);
  return card(id, 'Raw facts', rows.length, html`<div class="two facts-two"><dl class="facts">${rows.map(([key, value]) => html`<div><dt>${key}</dt><dd>${Array.isArray(value) ? value.join(', ') : String(value)}</dd></div>`)}</dl>
    <div>${Object.entries(entity.documents).filter(([, d]) => d !== null).map(([key, d]) => documentView(d, key))}
    ${entity.incomplete.length ? html`<p class="soft">${icon('circle-dashed')} Its record lacked ${entity.incomplete.join(', ')}.</p>` : nothing}
    <h3 class="sub">Where this is known from</h3>${entity.evidence.length ? html`<ul class="sources">${entity.evidence.map(e => html`<li><span>${evidenceWords(e.kind)}</span> <span class="faint">${e.state}, ${age(e.observedAt)}</span><br><span class="mono soft">${e.source}</span></li>`)}</ul>` : none('No evidence tells the thing itself; something else points at it.')}</div></div>`, true);
}
