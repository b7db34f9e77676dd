/** The pages, in the order of the rail. `main` ones stand in the phone's bar; the others are behind "More". */
export const PAGES = [
  { view: 'overview', title: 'Overview', icon: 'layout-dashboard', key: 'o', main: true },
  { view: 'findings', title: 'Findings', icon: 'triangle-alert', key: 'f' },
  { view: 'identities', title: 'Identities', icon: 'users', key: 'i', main: true },
  { view: 'services', title: 'Services', icon: 'cloud', key: 's' },
  { view: 'tags', title: 'Tags', icon: 'tags', key: 't' },
  { view: 'explore', title: 'Explore', icon: 'waypoints', key: 'e', main: true },
  { view: 'queries', title: 'Queries', icon: 'square-terminal', key: 'q', main: true },
  { view: 'changes', title: 'Changes', icon: 'git-compare', key: 'c' },
  { view: 'campaigns', title: 'Clean-up', icon: 'list-checks', key: 'p' },
  { view: 'imports', title: 'Imports', icon: 'upload', key: 'm' },
];

/** Views without a place of their own in the rail, and the page that they belong to. */
export const UNDER = { entity: 'identities', plan: 'identities' };
