// What is shown, kept in the address of the page and nowhere else.

const DEFAULTS = {
  sample: '', view: 'html', width: '375', colors: '', style: 'on', images: 'on', pseudo: '',
  lock: 'on', keys: 'on', locale: '', message: '', tab: '',
};
const ALLOWED = {
  view: ['html', 'text', 'eml', 'headers', 'alert', 'article', 'inbox'],
  width: ['320', '375', '600'],
  colors: ['light', 'dark', ''],
  style: ['on', 'off'],
  images: ['on', 'off'],
  pseudo: ['', 'accented', 'bracketed', 'rtl'],
  lock: ['on', 'off'],
  keys: ['on', 'off'],
  tab: ['', 'message', 'findings', 'send'],
};
const listeners = [];

export let state = read();

function read() {
  const parameters = new URLSearchParams(location.search);
  const found = { ...DEFAULTS };
  for (const key of Object.keys(DEFAULTS)) {
    const value = parameters.get(key);
    if (value !== null && (ALLOWED[key]?.includes(value) ?? true)) found[key] = value;
  }
  if (found.message && !found.tab) found.tab = 'message';
  return found;
}

function address(next) {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(next)) {
    if (value !== DEFAULTS[key]) parameters.set(key, value);
  }
  const query = parameters.toString();
  return query ? `?${query}` : location.pathname;
}

/// Shows something else. `replace` leaves no way back to what was shown before.
export function change(part, { replace = false } = {}) {
  const before = state;
  const next = { ...state, ...part };
  if (address(next) === address(before)) return;
  state = next;
  history[replace ? 'replaceState' : 'pushState'](null, '', address(next));
  tell(before);
}

/// Calls `listener(now, before)` after every change.
export function onChange(listener) {
  listeners.push(listener);
}

/// The colors of the mails: those asked for, else those of the viewer.
export function colors() {
  return state.colors || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

function tell(before) {
  for (const listener of listeners) listener(state, before);
}

addEventListener('popstate', () => {
  const before = state;
  state = read();
  tell(before);
});
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => tell({ ...state, colors: 'other' }));
