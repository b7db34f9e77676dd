/**
 * The address after `#` is the whole state that someone would want to send to a colleague: `#/identities?kind=Role`.
 * Ids stand there and not in the path, so they reach neither a server's log nor another site's referrer.
 */

export function route() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  return { view: path || 'overview', params: new URLSearchParams(query) };
}

const queryOf = params => {
  const query = new URLSearchParams();
  for (const [name, value] of params instanceof URLSearchParams ? params : Object.entries(params)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '' && one !== false) query.append(name, one);
    }
  }
  return query;
};

/** A link to a view. The account that the top bar filters by goes along unless `params` names one. */
export function href(view, params = {}) {
  const query = queryOf(params);
  const account = route().params.get('account');
  if (account && !query.has('account') && !('account' in params)) query.set('account', account);
  const text = query.toString().replace(/%3A/g, ':').replace(/%2F/g, '/');
  return `#/${view}${text && '?' + text}`;
}

/** The link of an entity: its page, the service's or the tag's page where it is one. */
export function hrefOf({ id, kind, key }) {
  if (kind === 'Service') return href('services', { id });
  if (kind === 'Tag' && key) return href('tags', { key });
  return href('entity', { id });
}

export function go(view, params = {}, { replace = false } = {}) {
  const target = href(view, params);
  if (!replace) location.hash = target;
  else {
    history.replaceState(null, '', target);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }
}

/** Changes some parameters of the present address; `null` removes one. Paging starts anew. */
export function change(changes, options) {
  const { view, params } = route();
  for (const name of ['cursor', 'at']) params.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name);
    for (const one of [value].flat()) if (one !== null && one !== undefined && one !== '') params.append(name, one);
  }
  const target = Object.fromEntries([...new Set(params.keys())].map(k => [k, params.getAll(k)]));
  go(view, { account: null, ...target }, options);
}
