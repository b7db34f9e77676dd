/** How facts become words: verdicts, gaps, ages, numbers. */
import { kindOf, splitWords } from './kinds.js';

const NUMBER = new Intl.NumberFormat('en');

export const number = n => NUMBER.format(n ?? 0);

/** A number that may be the least of it: `10,000+`. */
export const atLeast = (n, more) => number(n) + (more ? '+' : '');

/** A node that stands for many: `214 roles`, `1,000+ roles`. */
export const foldedWords = ({ kind, count: n, atLeast: more }) => `${atLeast(n, more)} ${kindOf(kind).plural}`;

export const capital = text => text[0].toUpperCase() + text.slice(1);

export const count = (n, one, many = one + 's') => `${number(n)} ${n === 1 ? one : many}`;

const STEPS = [[60, 'second', 1], [3600, 'min', 60], [86400, 'h', 3600], [86400 * 60, 'day', 86400], [86400 * 730, 'month', 86400 * 30.44]];

/** `2 h ago`, `3 months ago`; words, because nobody subtracts dates at 6 p.m. */
export function age(time) {
  if (!time) return 'never';
  const seconds = (Date.now() - new Date(time)) / 1000;
  if (seconds < 45) return 'just now';
  const [, unit, size] = STEPS.find(([limit]) => seconds < limit) ?? [0, 'year', 86400 * 365.25];
  const n = Math.max(1, Math.floor(seconds / size));
  return `${n} ${unit}${n > 1 && unit.length > 3 ? 's' : n > 1 && unit === 'day' ? 's' : ''} ago`;
}

export const day = time => time ? new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' }) : '–';

export const moment = time => time ? `${day(time)}, ${new Date(time).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}` : '–';

/** The six states that a person tells apart. A green light is only CLEAR with NONE_SEEN. */
export const STATES = {
  clear: { word: 'Clear', icon: 'circle-check', filter: { verdict: 'CLEAR', impact: 'NONE_SEEN' }, hint: 'AWS would allow it and nothing uses it' },
  breaks: { word: 'Would break', icon: 'triangle-alert', filter: { verdict: 'CLEAR', impact: 'BREAKS' }, hint: 'AWS would allow it, something else stops working' },
  unknown: { word: 'Impact unknown', icon: 'circle-question-mark', filter: { verdict: 'CLEAR', impact: 'UNKNOWN' }, hint: 'AWS would allow it, what breaks is unknown' },
  unproven: { word: 'Not proven', icon: 'circle-dashed', filter: { verdict: 'UNPROVEN' }, hint: 'No known blocker, but evidence is missing' },
  blocked: { word: 'Blocked', icon: 'octagon-x', filter: { verdict: 'BLOCKED' }, hint: 'AWS would refuse' },
  protected: { word: 'Protected', icon: 'lock', filter: { verdict: 'PROTECTED' }, hint: 'IAM never lets you delete it' },
};

export function stateOf(verdict, impact) {
  if (verdict === 'CLEAR') return { NONE_SEEN: 'clear', BREAKS: 'breaks' }[impact] ?? 'unknown';
  return verdict ? verdict.toLowerCase() : null;
}

/** `AWS::AutoScaling::AutoScalingGroup` → `Auto Scaling group`. */
export function typeWord(type) {
  const [service, thing] = type.replace(/^AWS::/, '').split(/::?/);
  if (!thing) return type;
  return `${titleWords(service)} ${splitWords(thing.startsWith(service) ? thing.slice(service.length) : thing).trim()}`.trim();
}

/** Several of them: `Auto Scaling groups`. */
export const typeWords = type => typeWord(type).replace(/([^aeiou])y$/, '$1ie').replace(/(s|x|ch)$/, '$1e') + 's';

const titleWords = text => text.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/V2$/, ' v2');

const EVIDENCE = { 'login-profile': 'console password', 'last-accessed': 'services that it last accessed', 'deletion-task': 'deletion tasks', 'entity-tags': 'tags', 'account-summary': 'account’s own counts', 'resource-inventory': 'resources', 'resource-sighting': 'resources' };

export const evidenceWords = kind => EVIDENCE[kind] ?? kind.replace(/-/g, ' ').replace(/\b(mfa|ssh|saml|oidc)\b/g, s => s.toUpperCase());

const place = gap => gap.region === '*' ? ' in any region' : gap.region && gap.region !== 'global' ? ` in ${gap.region}` : '';

/** What one gap is, without its place: `no inventory of Lambda functions`. */
export function gapWords(gap) {
  const what = gap.resourceType ? typeWords(gap.resourceType) : evidenceWords(gap.evidence);
  switch (gap.state) {
    case 'denied': return `AWS refused to tell ${gap.resourceType ? 'the ' : 'its '}${what}`;
    case 'partial': return `only a part of the ${what}`;
    case 'empty': return `an export without ${what}, which a filter may have caused`;
    case 'stale': return `what is known of ${what} is too old`;
    default: return gap.resourceType || gap.evidence === 'resource-inventory' ? `no inventory of ${what}` : `nothing imported about ${what}`;
  }
}

/** The first gap in words and how many more there are. */
export function gapsWords(gaps) {
  if (!gaps.length) return '';
  const more = gaps.length - 1;
  return gapWords(gaps[0]) + place(gaps[0]) + (more ? ` and ${count(more, 'more gap')}` : '');
}

/** The verdict as a sentence: the word that carries it, and the rest. */
export function sentence(answer) {
  const blocks = answer.blockers.filter(b => b.severity === 'blocks');
  const breaks = answer.blockers.filter(b => b.severity === 'breaks');
  const gaps = answer.gaps.filter(g => g.for === 'verdict');
  const unknown = answer.gaps.filter(g => g.for === 'impact');
  switch (stateOf(answer.verdict, answer.impact)) {
    case 'blocked': {
      const regions = new Set(blocks.map(b => b.region).filter(r => r && r !== 'global'));
      const where = regions.size > 1 ? ` in ${regions.size} regions` : regions.size ? ` in ${[...regions][0]}` : '';
      return ['Blocked', ` by ${count(blocks.length, 'thing')}${where}`];
    }
    case 'unproven': return ['Not proven', `: ${gapsWords(gaps) || 'evidence is missing'}`];
    case 'protected': return ['Protected', `: ${answer.protection ?? 'IAM does not delete it'}`];
    case 'clear': return ['Clear', `: nothing uses it, seen ${age(answer.provenAt)}`];
    case 'breaks': return ['AWS would allow it', `, but ${count(breaks.length, 'thing')} would break`];
    default: return ['AWS would allow it, what breaks is unknown', `: ${gapsWords(unknown) || 'evidence is missing'}`];
  }
}

/** What stands below the sentence: the other question, "and what then?". */
export function impactSentence(answer) {
  if (answer.verdict === 'CLEAR' || answer.verdict === 'PROTECTED') return '';
  const breaks = answer.blockers.filter(b => b.severity === 'breaks').length;
  const unknown = answer.gaps.filter(g => g.for === 'impact');
  const more = answer.gaps.filter(g => g.for === 'verdict');
  const known = breaks ? `Deleting it would break ${count(breaks, 'thing')}.`
    : answer.impact === 'NONE_SEEN' ? 'Nothing seen would break.' : `What would break is unknown${unknown.length ? ': ' + gapsWords(unknown) : ''}.`;
  const perhaps = answer.verdict === 'BLOCKED' && more.length ? ` There may be more blockers: ${gapsWords(more)}.` : '';
  return known + perhaps;
}

/** A long text without its middle. */
export const middle = (text, length) => text.length <= length ? text : `${text.slice(0, Math.ceil(length * .55) - 1)}…${text.slice(-Math.floor(length * .45))}`;
