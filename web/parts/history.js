/** The last questions of this browser; they never leave it. */
const KEY = 'queries-asked';

export function recall() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

export function remember(asked) {
  const same = JSON.stringify(asked);
  const rest = recall().filter(({ at, ...other }) => JSON.stringify(other) !== same);
  localStorage.setItem(KEY, JSON.stringify([{ ...asked, at: new Date().toISOString() }, ...rest].slice(0, 30)));
}
