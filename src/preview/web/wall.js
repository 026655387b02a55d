// The wall: one pane a language, the source first. A pane keeps its place when its mail is loaded anew.

import { byId, chip, fill, h, plural, prose } from './dom.js';
import { mark, sentences, wire } from './frame.js';
import { inbox } from './inbox.js';
import { findingsOf, locale, mailIn, model, sample, worst } from './model.js';
import * as scroll from './scroll.js';
import { change, colors, state } from './state.js';
import { weight } from './weight.js';

const FRAMES = ['html', 'alert', 'article'];
const panes = new Map();
const revisions = new Map();
/// The same mail in the same view keeps its scroll position; another one begins at its top.
let place = '';

/// Notes that the mail of `tag` has changed, so that its frame is loaded anew.
export const touch = tag => revisions.set(tag, (revisions.get(tag) ?? 0) + 1);

/// Draws the wall anew, but keeps what has not changed.
export function draw() {
  const wall = byId('wall');
  wall.dataset.width = state.width;
  wall.dataset.view = state.view;
  wall.setAttribute('aria-busy', String(!model.mail));
  drawChooser();
  if (!model.mail) return;
  if (state.view === 'inbox') {
    forget();
    fill(wall, inbox());
    return;
  }
  wall.querySelector('.inbox')?.remove();
  const now = `${sample().name} ${state.view}`;
  const keepsPlace = now === place;
  place = now;
  const tags = order();
  for (const [tag, pane] of panes) {
    if (tags.includes(tag)) continue;
    pane.element.remove();
    panes.delete(tag);
    scroll.remove(tag);
  }
  for (const tag of tags) {
    let pane = panes.get(tag);
    if (!pane) {
      pane = newPane(tag);
      panes.set(tag, pane);
      wall.append(pane.element);
    }
    drawHead(pane, tag);
    drawBody(pane, tag, keepsPlace);
  }
}

/// Paints findings and the open sentence anew; loads nothing.
export function paint() {
  for (const [tag, pane] of panes) {
    pane.element.classList.toggle('is-open', state.tab === 'message' && state.locale === tag);
    if (pane.frame) mark(pane.frame, tag);
  }
}

/// Brings the open sentence into view, in every pane that has it.
export function reveal() {
  for (const [tag, pane] of panes) {
    const page = pane.frame?.contentDocument;
    const sentence = page?.body && sentences(page).find(one => one.dataset.message === state.message);
    if (sentence) scroll.reveal(tag, sentence);
  }
}

/// Scrolls the wall sideways to the pane of `tag`.
export function goTo(tag) {
  const pane = panes.get(tag)?.element;
  const wall = byId('wall');
  if (!pane) return;
  const first = panes.get(model.wall.source)?.element;
  const covered = first && getComputedStyle(first).position === 'sticky' && first !== pane ? first.offsetWidth + 16 : 0;
  const left = pane.offsetLeft - covered - 16;
  if (covered === 0 || pane.offsetLeft < wall.scrollLeft + covered || pane.offsetLeft + pane.offsetWidth > wall.scrollLeft + wall.clientWidth) {
    wall.scrollTo({ left });
  }
}

function forget() {
  for (const tag of panes.keys()) scroll.remove(tag);
  panes.clear();
  place = '';
}

const order = () => {
  const tags = model.wall.locales.map(one => one.tag);
  return [model.wall.source, ...tags.filter(tag => tag !== model.wall.source)].filter(tag => tags.includes(tag));
};

function drawChooser() {
  const chooser = byId('chooser');
  fill(chooser, order().map(tag => h('option', { value: tag }, locale(tag).name)));
  chooser.value = state.locale || model.wall.source;
  byId('wall').onscrollend = () => {
    // Who turns to another language on a narrow screen finds it in the chooser.
    const middle = innerWidth / 2;
    const seen = [...panes].find(([, pane]) => {
      const box = pane.element.getBoundingClientRect();
      return box.left <= middle && box.right >= middle;
    });
    if (seen) chooser.value = seen[0];
  };
  chooser.onchange = () => {
    change({ locale: chooser.value });
    goTo(chooser.value);
  };
}

function newPane(tag) {
  const head = h('header', { class: 'pane-head' });
  const body = h('div', { class: 'pane-body' });
  const element = h('section', { class: 'pane', data: { locale: tag }, 'aria-label': locale(tag).name }, head, body);
  element.classList.toggle('is-source', tag === model.wall.source);
  return { element, head, body, frame: null, key: '' };
}

function drawHead(pane, tag) {
  const mail = mailIn(tag);
  const { name, coverage } = locale(tag);
  const line = (label, id, text) => h('div', {}, h('dt', {}, label),
    h('dd', { lang: tag, dir: mail.dir }, id ? sentence(tag, id, text) : text));
  fill(pane.head,
    h('div', { class: 'pane-title' },
      h('h2', {}, h('span', { lang: tag }, name), ' ', h('code', {}, tag)),
      coverage.errors > 0 ? chip('error', plural(coverage.errors, 'error')) : null,
      coverage.stale > 0 ? chip('warning', `${coverage.stale} stale`) : null,
      coverage.missing > 0 ? chip('warning', `${coverage.missing} missing`) : null),
    mail && !mail.error ? h('dl', { class: 'envelope' },
      h('div', {}, h('dt', {}, 'From'), h('dd', { class: 'with-weight' }, h('span', {}, mail.sender), weight(mail.html_bytes))),
      line('Subject', mail.subject_id, mail.subject),
      line('Preheader', mail.preheader_id, mail.preheader)) : null);
}

function sentence(tag, id, text) {
  const found = worst(findingsOf(tag, id));
  return h('button', {
    type: 'button', class: 'sentence', title: id, data: { focus: `${tag}-${id}`, message: id, mark: found || null },
    onclick: () => {
      change({ locale: tag, message: id, tab: 'message' });
      dispatchEvent(new CustomEvent('edit'));
    },
  }, found ? h('span', { class: `sign ${found}`, 'aria-label': found, role: 'img' }, found === 'error' ? '✕' : '▲') : null, text);
}

function drawBody(pane, tag, keepsPlace) {
  const mail = mailIn(tag);
  const { broken } = locale(tag);
  pane.element.classList.toggle('is-broken', Boolean(broken));
  pane.body.querySelector('.broken')?.remove();
  if (broken) pane.body.prepend(brokenFile(broken, pane));
  if (!mail || (mail.error && !broken)) {
    const error = mail?.error ?? 'there is no mail in this language';
    show(pane, tag, `error ${error}`, h('div', { class: 'message-box', tabindex: '0' }, h('p', {}, chip('error', 'No mail')), error.includes('\n') ? h('pre', { class: 'code', tabindex: '0' }, error) : h('p', {}, prose(error))));
  } else if (FRAMES.includes(state.view)) {
    drawFrame(pane, tag, mail, keepsPlace);
  } else {
    const content = { text: mail.text, eml: mail.eml, headers: JSON.stringify(mail.headers) }[state.view];
    if (content === undefined) return;
    show(pane, tag, `${state.view} ${content}`, state.view === 'headers' ? headers(mail)
      : h('pre', { class: 'sheet', tabindex: '0', lang: state.view === 'text' ? tag : null, dir: state.view === 'text' ? mail.dir : 'ltr' }, content), keepsPlace);
  }
}

const brokenFile = ({ message, frame }, pane) => h('details', {
  class: 'broken', open: !pane.hidesBroken, ontoggle: event => {
    pane.hidesBroken = !event.target.open;
  },
},
  h('summary', {}, chip('error', 'Broken file'), ' ', prose(message)),
  h('pre', { class: 'code', tabindex: '0' }, frame),
  h('p', { class: 'muted small' }, 'Below is the last good mail. It is replaced as soon as the file can be read.'));

const headers = mail => h('dl', { class: 'sheet pairs', tabindex: '0' }, mail.headers.flatMap(([name, value]) =>
  [h('dt', {}, name), h('dd', { class: 'mono' }, value)]));

/// Puts `content` into the pane, unless it is there already.
function show(pane, tag, key, content, keepsPlace) {
  if (pane.key === key) return;
  const top = keepsPlace ? scroll.top(tag) : 0;
  clear(pane);
  pane.key = key;
  pane.body.append(content);
  scroll.add(tag, content, content);
  scroll.put(tag, top);
}

function clear(pane) {
  for (const child of [...pane.body.children]) {
    if (!child.classList.contains('broken')) child.remove();
  }
  pane.frame = null;
}

/// Loads the mail in a second frame behind the first, and changes them once it is there.
function drawFrame(pane, tag, mail, keepsPlace) {
  const address = new URL(mail.frames[state.view], location.href);
  address.searchParams.set('colors', colors());
  for (const key of ['style', 'images']) if (state[key] === 'off') address.searchParams.set(key, 'off');
  const key = `${address} ${revisions.get(tag) ?? 0} ${mail.html_bytes} ${mail.text}`;
  if (pane.key === key) {
    mark(pane.frame ?? pane.coming, tag);
    return;
  }
  pane.key = key;
  pane.coming?.remove();
  const view = state.view;
  const frame = h('iframe', {
    class: 'mail coming', sandbox: 'allow-same-origin', src: address, title: `${locale(tag).name}: ${view}`,
    data: { colors: colors() },
    onload: () => {
      if (pane.coming !== frame) return;
      const top = keepsPlace ? scroll.top(tag) : 0;
      const focused = pane.frame === document.activeElement
        && pane.frame.contentDocument.activeElement?.dataset.message;
      pane.coming = null;
      for (const child of [...pane.body.children]) {
        if (child !== frame && !child.classList.contains('broken')) child.remove();
      }
      pane.frame = frame;
      frame.classList.remove('coming');
      wire(frame, tag);
      const page = frame.contentDocument;
      if (page?.scrollingElement) scroll.add(tag, page.scrollingElement, page);
      scroll.put(tag, top);
      if (focused) sentences(page).find(one => one.dataset.message === focused)?.focus({ preventScroll: true });
      if (view === 'alert') pane.body.append(alertText(tag, mail));
      if (!keepsPlace && state.message) reveal();
    },
  });
  pane.coming = frame;
  pane.body.append(frame);
}

const alertText = (tag, mail) => h('div', { class: 'alert-text', tabindex: '0', role: 'group', 'aria-label': 'The alert as plain text' },
  h('p', { class: 'caption' }, 'As plain text'), h('p', { lang: tag, dir: mail.dir }, mail.alert_text));
