// How heavy the HTML of a mail is: 20 KB is the house limit, from 102 KB on Gmail cuts it off.

import { h } from './dom.js';

const LIMIT = 20 * 1024;
const CLIPPED = 102 * 1024;

export const kilobytes = bytes => `${(bytes / 1024).toFixed(1)} KB`;

export const weightKind = bytes => (bytes > CLIPPED ? 'error' : bytes > LIMIT ? 'warning' : '');

/// The weight in short, with what it means in its title.
export function weight(bytes) {
  const kind = weightKind(bytes);
  const sign = { error: '✕ ', warning: '▲ ', '': '' }[kind];
  const hint = { error: 'Gmail cuts it off at 102 KB', warning: 'more than 20 KB', '': 'under 20 KB' }[kind];
  return h('span', { class: `weight ${kind}`, title: `HTML: ${kilobytes(bytes)}, ${hint}` }, `${sign}${kilobytes(bytes)}`);
}

/// The weight as a bar from nothing to 102 KB, with a line at 20 KB.
export function weightBar(bytes) {
  const meter = h('meter', { min: 0, max: CLIPPED, high: LIMIT, optimum: 0, 'aria-label': 'Weight of the HTML' });
  meter.value = bytes;
  return h('div', { class: 'weight-bar' }, h('div', { class: 'meter' }, meter, h('i', { 'aria-hidden': 'true' })), weight(bytes),
    h('span', { class: 'muted small' }, 'of 20 KB; Gmail cuts at 102 KB'));
}
