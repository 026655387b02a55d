// Elements, made and found in one way.

/// An element. `on…` properties are listeners, `data` and `class` are what they say; null children are left out.
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'data') Object.assign(element.dataset, value);
    else if (key === 'value') element.value = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export const byId = id => document.getElementById(id);

/// Puts `children` in place of what is in `element`.
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
}

/// Says `text` to a screen reader. The same text twice is said twice.
export function say(text) {
  const status = byId('status');
  status.textContent = status.textContent === text ? `${text}\u00a0` : text;
}

/// Runs `run` once nothing has asked for it for `wait` milliseconds.
export function debounced(wait, run) {
  let timer;
  const later = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...values), wait);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

export const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/// `words`, with a capital at its start and spaces for hyphens.
export function title(words) {
  const text = words.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/// Words of the server, in which names stand between backticks.
export const prose = text => text.split('`').map((part, place) => (place % 2 ? h('code', {}, part) : part));

/// A count or a state: a sign for those who see no color, and a word.
export function chip(kind, text) {
  const sign = { error: '✕', warning: '▲', good: '✓' }[kind];
  return h('span', { class: `chip ${kind}` }, sign ? h('span', { 'aria-hidden': 'true' }, sign) : null, text);
}
