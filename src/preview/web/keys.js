// The keyboard: one key for each thing that is done often. `?` lists them.

import { byId, fill, h } from './dom.js';
import { model } from './model.js';
import { change, colors, state } from './state.js';
import * as tip from './tip.js';
import { step, VIEWS } from './toolbar.js';

const other = (key, one, two) => () => change({ [key]: state[key] === one ? two : one });
const next = (list, now) => list[(list.indexOf(now) + 1) % list.length];

const KEYS = [
  ['[', 'Previous sample', () => step(-1)],
  [']', 'Next sample', () => step(1)],
  ['1 … 7', 'View', null],
  ['j', 'Next sentence of the mail', () => dispatchEvent(new CustomEvent('walk', { detail: 1 }))],
  ['k', 'Previous sentence of the mail', () => dispatchEvent(new CustomEvent('walk', { detail: -1 }))],
  ['n', 'Same sentence in the next language', () => language(1)],
  ['e', 'Edit the sentence', () => dispatchEvent(new CustomEvent('edit'))],
  ['f', 'Findings', () => change({ tab: state.tab === 'findings' ? '' : 'findings' })],
  ['w', 'Width: 320, 375, 600', () => change({ width: next(['320', '375', '600'], state.width) })],
  ['c', 'Colors: light, dark', () => change({ colors: colors() === 'dark' ? 'light' : 'dark' })],
  ['s', 'Styles on, off', other('style', 'on', 'off')],
  ['i', 'Images on, off', other('images', 'on', 'off')],
  ['p', 'Pseudolocales', () => change({ pseudo: next(['', 'accented', 'bracketed', 'rtl'], state.pseudo) })],
  ['l', 'Lock scroll on, off', other('lock', 'on', 'off')],
  ['Esc', 'Close', null],
  ['?', 'This help', () => help()],
];
const IN_EDITOR = [['Ctrl Enter', 'Save'], ['Esc', 'Leave the text, keep it']];

function language(by) {
  const tags = model.wall.locales.map(one => one.tag);
  const place = tags.indexOf(state.locale);
  change({ locale: tags[(place + by + tags.length) % tags.length] });
}

/// Does what a key stands for, here or in a frame.
export function onKey(event) {
  if (event.key === 'Escape') {
    tip.hide(true);
    if (byId('help').open) return;
    if (isWriting(event.target)) event.target.blur();
    else if (state.tab) change({ tab: '', message: '' });
    return;
  }
  if (state.keys === 'off' && event.key !== '?') return;
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || byId('help').open) return;
  const view = VIEWS[Number(event.key) - 1];
  const run = view ? () => change({ view: view[0] }) : KEYS.find(([key]) => key === event.key)?.[2];
  if (!run) return;
  event.preventDefault();
  run();
}

const isWriting = target =>
  ['TEXTAREA', 'SELECT'].includes(target.tagName) || (target.tagName === 'INPUT' && ['text', 'email'].includes(target.type));

/// Opens the list of keys.
export function help() {
  const rows = list => h('dl', { class: 'pairs keys' }, list.flatMap(([key, what]) => [
    h('dt', {}, key.split(' ').map(part => part === '…' ? ' … ' : h('kbd', {}, part))), h('dd', {}, what)]));
  const dialog = byId('help');
  fill(dialog,
    h('div', { class: 'panel-head' }, h('h2', { id: 'help-title' }, 'Keyboard and help'),
      h('button', { type: 'button', class: 'button quiet square', 'aria-label': 'Close', onclick: () => dialog.close() }, '✕')),
    h('p', {}, 'Every mail stands here in all languages, as your files make it now. Change a file in your own editor, ',
      'or click a sentence and change it here: the mails follow at once.'),
    h('h3', {}, 'Anywhere'), rows(KEYS),
    h('h3', {}, 'In the text of a message'), rows(IN_EDITOR),
    h('p', { class: 'muted small' }, 'Tab goes from sentence to sentence within a mail; Enter opens one.'),
    h('label', { class: 'toggle' },
      h('input', { type: 'checkbox', role: 'switch', checked: state.keys === 'on', onchange: event =>
        change({ keys: event.target.checked ? 'on' : 'off' }, { replace: true }) }),
      h('i', { 'aria-hidden': 'true' }), 'Single keys work'));
  dialog.showModal();
}
