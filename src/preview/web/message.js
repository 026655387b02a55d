// One message in one language: where it is, what it may say, and its text to edit.

import * as api from './api.js';
import { chip, fill, h, say } from './dom.js';
import { diff } from './diff.js';
import { editor } from './editor.js';
import { locale, mailIn, model, sample } from './model.js';
import { change, state } from './state.js';
import { describe, firstLines, forget } from './tip.js';
import { title } from './dom.js';

/// What is drawn: the message, and its editor with the text that is not saved.
let shown = { key: '', editor: null };

export async function draw(body) {
  const tag = locale(state.locale) ? state.locale : model.wall.source;
  const { message: id } = state;
  const key = `${tag} ${id}`;
  let message;
  try {
    message = await describe(tag, id);
  } catch (error) {
    if (`${state.locale || tag} ${state.message}` !== key || !body.isConnected) return;
    // A text that is not saved outlives a file that cannot be read for a while.
    if (shown.key === key && body.contains(shown.editor?.element)) {
      shown.editor.note(error.message);
      return;
    }
    fill(body, h('p', {}, chip('error', 'Not found')), h('p', {}, error.message), search());
    shown = { key: '', editor: null };
    return;
  }
  if (`${locale(state.locale) ? state.locale : tag} ${state.message}` !== key || state.tab !== 'message' || !body.isConnected) return;
  if (shown.key === key && body.contains(shown.editor.element)) {
    shown.editor.update(message);
    fill(body.querySelector('.about'), about(message));
    fill(body.querySelector('.beside'), beside(message));
    fill(body.querySelector('.stale-box'), stale(message));
    return;
  }
  shown = { key, editor: editor(message, afterSave) };
  fill(body,
    h('div', { class: 'about' }, about(message)),
    h('div', { class: 'stale-box' }, stale(message)),
    shown.editor.element,
    h('div', { class: 'beside' }, beside(message)));
  body.scrollTop = 0;
}

/// Puts the cursor into the text, as soon as it is there.
export function focus() {
  const text = shown.editor?.element.querySelector('textarea');
  const tag = locale(state.locale) ? state.locale : model.wall.source;
  if (!text?.isConnected || shown.key !== `${tag} ${state.message}`) return false;
  text.focus();
  return true;
}

/// Opens the sentence so many places further in the mail.
export function walk(by) {
  const tag = locale(state.locale) ? state.locale : model.wall.source;
  const mail = mailIn(tag);
  if (!mail) return;
  const ids = [...new Set([mail.subject_id, mail.preheader_id, ...mail.messages].filter(Boolean))];
  if (ids.length === 0) return;
  const now = ids.indexOf(state.message);
  const next = now < 0 ? (by > 0 ? 0 : ids.length - 1) : (now + by + ids.length) % ids.length;
  change({ locale: tag, message: ids[next], tab: 'message' }, { replace: state.tab === 'message' });
}

function afterSave() {
  forget();
}

function about(message) {
  const language = h('select', { 'aria-label': 'Language', data: { focus: 'message-locale' }, onchange: event => change({ locale: event.target.value }) },
    model.wall.locales.map(({ tag, name }) => h('option', { value: tag, lang: tag }, name)));
  language.value = message.locale;
  return [
    h('div', { class: 'message-id' }, h('code', {}, message.id), message.missing ? chip('warning', 'Not translated') : null),
    h('div', { class: 'row' }, language,
      h('button', { type: 'button', class: 'button square', 'aria-label': 'Previous sentence', title: 'Previous sentence (k)', onclick: () => walk(-1) }, '‹'),
      h('button', { type: 'button', class: 'button square', 'aria-label': 'Next sentence', title: 'Next sentence (j)', onclick: () => walk(1) }, '›')),
    message.file && !message.missing ? h('p', { class: 'place' }, h('code', { class: 'file' }, `${message.file}:${message.line}`),
      message.editor ? h('a', { href: message.editor, title: 'Opens the file at this line' }, 'Open in editor') : null) : null,
    message.comment ? h('p', { class: 'comment' }, firstLines(message.comment)) : null,
  ];
}

function stale(message) {
  if (!message.stale) return null;
  const { before, after } = diff(message.stale.old, message.stale.new ?? '');
  return h('section', { class: 'stale', 'aria-label': 'The source has changed' },
    h('p', {}, chip('warning', 'Stale'), ' The source has changed since this was translated.'),
    h('dl', { class: 'sides' }, h('dt', {}, 'Source then'), h('dd', { class: 'mono', lang: model.wall.source }, before),
      h('dt', {}, 'Source now'), h('dd', { class: 'mono', lang: model.wall.source }, after)),
    h('button', {
      type: 'button', class: 'button', disabled: model.wall.read_only || !message.editable,
      onclick: async event => {
        event.target.disabled = true;
        try {
          await api.accept(message.locale, message.id);
          forget();
          say('Accepted: the translation is still right');
          dispatchEvent(new CustomEvent('reload'));
        } catch (error) {
          event.target.disabled = false;
          event.target.after(h('p', { role: 'alert' }, error.message));
        }
      },
    }, 'Still right'));
}

function beside(message) {
  return [
    message.locale === model.wall.source ? null : h('section', {}, h('h3', {}, `Source (${model.wall.source})`),
      h('pre', { class: 'code wrap', tabindex: '0', lang: model.wall.source }, message.source.pattern),
      h('p', { class: 'muted small mono' }, `${message.source.file}:${message.source.line}`)),
    message.variables.length > 0 ? h('section', {}, h('h3', {}, 'Variables'), h('table', { class: 'variables' },
      h('thead', { class: 'unseen' }, h('tr', {}, ['Name', 'Type', 'Here'].map(name => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, message.variables.map(({ name, type, value }) => h('tr', {},
        h('th', { scope: 'row' }, h('button', {
          type: 'button', class: 'link mono', title: 'Put it into the text',
          disabled: !message.editable || model.wall.read_only, onclick: () => shown.editor.insert(wrapped(name, type)),
        }, `$${name}`)),
        h('td', { class: 'muted' }, type), h('td', {}, value ?? '')))))) : null,
    h('section', {}, h('h3', {}, `Used in ${message.samples.length} of ${model.wall.samples.length} samples`),
      h('ul', { class: 'samples' }, message.samples.map(name => h('li', {}, h('button', {
        type: 'button', class: 'link', 'aria-current': name === sample().name ? 'true' : null, onclick: () => change({ sample: name }),
      }, title(name)))))),
    search(),
  ];
}

/// How a variable of a type stands in a pattern.
function wrapped(name, type) {
  const call = { money: 'MONEY', date: 'DATETIME', datetime: 'DATETIME' }[type];
  return call ? `{ ${call}($${name}) }` : `{ $${name} }`;
}

/// From an id to its message.
const search = () => h('form', {
  class: 'form',
  onsubmit: event => {
    event.preventDefault();
    const id = new FormData(event.target).get('id').trim();
    if (id) change({ message: id, tab: 'message' });
  },
}, h('label', { class: 'field' }, h('span', {}, 'Go to a message'),
  h('span', { class: 'row' }, h('input', { type: 'text', name: 'id', placeholder: 'step-next-attempt', autocomplete: 'off', spellcheck: 'false' }),
    h('button', { class: 'button' }, 'Go'))));
