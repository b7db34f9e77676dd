/** Keys that work everywhere. Views add their own through `onKey`, which stays silent while someone types. */
import { href } from './router.js';
import { PAGES } from './pages.js';

export const typing = event => event.target.closest?.('input, select, textarea, [contenteditable], .CodeMirror, dialog');

const plain = event => !event.ctrlKey && !event.metaKey && !event.altKey;

export function listen({ palette, help, closeMenus }) {
  let afterG = 0;
  window.addEventListener('keydown', event => {
    if (event.key === 'Escape') closeMenus();
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') return act(event, palette);
    if (typing(event) || !plain(event)) return undefined;
    if (Date.now() - afterG < 1000) {
      const page = PAGES.find(p => p.key === event.key);
      afterG = 0;
      if (page) return act(event, () => (location.hash = href(page.view)));
    }
    if (event.key === 'g') afterG = Date.now();
    if (event.key === '/') return act(event, palette);
    if (event.key === '?') return act(event, help);
    return undefined;
  });
}

function act(event, what) {
  event.preventDefault();
  event.stopImmediatePropagation();
  what();
}

/** A Lit controller: `keys` maps a key to what it does while the host is on the page. */
export function onKey(host, keys) {
  const handle = event => {
    if (typing(event) || !plain(event) || event.defaultPrevented) return;
    const what = keys[event.key];
    if (what && what(event) !== false) event.preventDefault();
  };
  host.addController({
    hostConnected: () => window.addEventListener('keydown', handle),
    hostDisconnected: () => window.removeEventListener('keydown', handle),
  });
}
