// Panes that scroll together: each stands at the same share of its own height.

import { state } from './state.js';

/// By locale: the element that scrolls, and the place where we have put it ourselves.
const panes = new Map();

/// Lets the pane of `tag` scroll with the others. `target` is where its scroll events arrive.
export function add(tag, element, target) {
  panes.set(tag, { element, ours: Number.NaN });
  target.addEventListener('scroll', () => follow(tag, element), { passive: true });
}

export const remove = tag => panes.delete(tag);

/// Where the pane of `tag` stands, in pixels.
export const top = tag => panes.get(tag)?.element.scrollTop ?? 0;

/// Scrolls one pane, and no other with it.
export function put(tag, top) {
  const pane = panes.get(tag);
  if (!pane) return;
  pane.element.scrollTop = top;
  pane.ours = pane.element.scrollTop;
}

/// Scrolls all panes so that `element`, which is in the pane of `tag`, is in the middle of it.
export function reveal(tag, element) {
  const pane = panes.get(tag);
  if (!pane) return;
  const box = element.getBoundingClientRect();
  const height = pane.element.clientHeight;
  const edge = pane.element === element.ownerDocument.scrollingElement ? 0 : pane.element.getBoundingClientRect().top;
  if (box.top - edge >= 24 && box.bottom - edge <= height - 24) return;
  put(tag, pane.element.scrollTop + box.top - edge - (height - box.height) / 2);
}

function follow(tag, element) {
  const pane = panes.get(tag);
  if (pane?.element !== element || Math.abs(element.scrollTop - pane.ours) < 2) return;
  pane.ours = Number.NaN;
  if (state.lock !== 'on') return;
  const room = element.scrollHeight - element.clientHeight;
  const share = room > 0 ? element.scrollTop / room : 0;
  for (const [other, { element: its }] of panes) {
    if (other !== tag) put(other, share * (its.scrollHeight - its.clientHeight));
  }
}
