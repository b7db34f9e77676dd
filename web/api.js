/** The only place that talks to the server. Answers are JSON; errors are problem details and become a `Problem`. */

const BASE = '/api/v1/';

/** What went wrong, in the server's own sentence, or in ours where no server answered. */
export class Problem extends Error {
  constructor({ title = 'No answer', detail = '', status = 0, type = '', position = null } = {}) {
    super(detail || title);
    this.title = title;
    this.status = status;
    this.type = type;
    this.position = position;
  }
}

/** Where the server answers a question; for links that download. */
export const address = (path, params = {}) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') query.append(name, one);
    }
  }
  const text = query.toString();
  return BASE + path + (text && '?' + text);
};

async function problemOf(response) {
  const isProblem = response.headers.get('Content-Type')?.includes('json');
  const body = isProblem ? await response.json().catch(() => ({})) : {};
  return new Problem({ title: response.statusText, ...body, status: response.status });
}

async function call(url, { accept = 'application/json', ...options } = {}) {
  let response;
  try {
    response = await fetch(url, { ...options, headers: { Accept: accept, ...options.headers } });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    window.dispatchEvent(new CustomEvent('server-lost'));
    throw new Problem({ title: 'The server does not answer', detail: 'Identity Explorer is not running at this address any more.' });
  }
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.status === 503) window.dispatchEvent(new CustomEvent('server-lost'));
  if (problem.status === 401 && !url.endsWith('/session')) window.dispatchEvent(new CustomEvent('token-needed'));
  throw problem;
}

export const get = async (path, params, options) => (await call(address(path, params), options)).json();

const send = (path, body, accept) =>
  call(address(path), { method: 'POST', accept, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const plan = async request => (await send('plans', request)).json();

const PLAN_TYPES = { sh: 'application/x-sh', md: 'text/markdown', json: 'application/json' };

export const beginCampaign = async request => (await send('campaigns', request)).json();

export const endCampaign = name => call(address('campaigns/' + encodeURIComponent(name)), { method: 'DELETE' });

export const planText = async (request, format) => (await send('plans', { ...request, format }, PLAN_TYPES[format])).text();

export const cypher = async (query, params = {}) => (await send('cypher', { query, params })).json();

/** The whole list as text, in a format that the server writes itself. */
export const csv = async (path, params) => (await call(address(path, { ...params, format: 'csv' }), { accept: 'text/csv' })).text();

/** Whether the server can answer; never throws. */
export async function health() {
  try {
    const response = await fetch(BASE + 'health');
    return await response.json();
  } catch {
    return { status: 'gone', detail: '' };
  }
}

/** Sends files under their relative paths, which tell whose they are. */
export async function upload(files) {
  const form = new FormData();
  for (const { path, file } of files) form.append('files', file, path);
  form.append('modified', JSON.stringify(Object.fromEntries(files.map(({ path, file }) => [path, file.lastModified]))));
  return (await call(address('imports'), { method: 'POST', body: form })).json();
}

/** Who this browser is to the server: `role` is null, "viewer" or "editor"; `tokenNeeded` says whether it asks at all. */
export const session = () => get('session');

/** Trades the token for a cookie that no script can read. */
export const logIn = async token => (await send('session', { token })).json();

export const signOut = () => call(address('session'), { method: 'DELETE' });

/** Reads server-sent events with fetch, because an EventSource does not tell why it failed. */
export async function events(url, handle) {
  const response = await call(url, { accept: 'text/event-stream' });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  for (;;) {
    const { value, done } = await reader.read();
    buffer += value ?? '';
    const blocks = buffer.split(/\r?\n\r?\n/);
    buffer = blocks.pop();
    for (const block of blocks) dispatch(block, handle);
    if (done) return;
  }
}

function dispatch(block, handle) {
  const field = name => block.split(/\r?\n/).filter(l => l.startsWith(name + ':')).map(l => l.slice(name.length + 1).trim()).join('\n');
  const data = field('data');
  if (data) handle(field('event') || 'message', JSON.parse(data));
}
