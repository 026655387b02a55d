// Inside a mail: its frame runs no script, so this page reads it, marks its sentences and listens to it.

import { onKey } from './keys.js';
import { findingsOf, worst } from './model.js';
import { change, state } from './state.js';
import * as tip from './tip.js';

const STYLE = `
[data-message] { cursor: pointer; border-radius: 2px; }
[data-message]:focus { outline: 2px solid #3b7ae8; outline-offset: 2px; }
[data-message].pastdue-near { outline: 1px dashed #3b7ae8; outline-offset: 2px; }
[data-message].pastdue-open { outline: 2px solid #3b7ae8; outline-offset: 2px; background-color: rgb(59 122 232 / 16%); }
[data-pastdue-mark] { position: relative; outline-offset: 2px; }
[data-pastdue-mark="error"] { outline: 2px solid #d92d20; }
[data-pastdue-mark="warning"] { outline: 2px dashed #b7791f; }
[data-pastdue-mark]::before {
  position: absolute; inset-inline-start: -10px; top: -10px; width: 16px; height: 16px; border-radius: 8px;
  font: 700 10px/16px system-ui, sans-serif; text-align: center; text-decoration: none; z-index: 1;
}
[data-pastdue-mark="error"]::before { content: "\\2715"; background: #b3261e; color: #fff; }
[data-pastdue-mark="warning"]::before { content: "\\25B2"; background: #f5c04a; color: #3b2500; }
`;

/// Makes the sentences of a loaded frame reachable, for the mouse and for the keyboard.
export function wire(frame, tag) {
  const page = frame.contentDocument;
  if (!page?.body) return;
  const style = page.createElement('style');
  style.textContent = STYLE;
  page.head.append(style);
  for (const sentence of sentences(page)) {
    sentence.tabIndex = 0;
    for (const link of sentence.querySelectorAll('a')) link.tabIndex = -1;
    if (sentence.parentElement.localName === 'a') sentence.parentElement.tabIndex = -1;
  }
  mark(frame, tag);
  const on = (name, run) => page.addEventListener(name, run);
  const near = run => event => {
    const sentence = event.target.closest?.('[data-message]');
    if (sentence) run(sentence);
  };
  on('mouseover', near(sentence => tip.show(frame, sentence, tag)));
  on('mouseout', near(() => tip.hide()));
  page.addEventListener('wheel', () => tip.hide(true), { passive: true });
  on('focusin', near(sentence => tip.show(frame, sentence, tag)));
  on('focusout', near(() => tip.hide()));
  on('click', event => {
    event.preventDefault();
    // Who marks words, to copy them, opens nothing.
    if (page.getSelection().isCollapsed) near(sentence => open(tag, sentence.dataset.message))(event);
  });
  on('keydown', event => {
    const sentence = event.target.closest?.('[data-message]');
    if (sentence && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      open(tag, sentence.dataset.message);
    } else {
      onKey(event);
    }
  });
}

export const sentences = page => [...page.querySelectorAll('body [data-message]')];

function open(tag, id) {
  tip.hide(true);
  change({ locale: tag, message: id, tab: 'message' });
  // The editor takes the focus: who opens a sentence wants to write.
  dispatchEvent(new CustomEvent('edit'));
}

/// Gives the focus to the sentence `id` in the mail of `tag`, if it is there.
export function focus(tag, id) {
  const frame = document.querySelector(`.pane[data-locale="${CSS.escape(tag)}"] iframe.mail:not(.coming)`);
  const sentence = frame?.contentDocument?.body && sentences(frame.contentDocument).find(one => one.dataset.message === id);
  sentence?.focus({ preventScroll: true });
  return Boolean(sentence);
}

/// Paints findings, and the sentence that is open, on a frame.
export function mark(frame, tag) {
  const page = frame.contentDocument;
  if (!page?.body) return;
  for (const sentence of sentences(page)) {
    const id = sentence.dataset.message;
    const found = findingsOf(tag, id);
    if (found.length > 0) sentence.dataset.pastdueMark = worst(found);
    else delete sentence.dataset.pastdueMark;
    sentence.classList.toggle('pastdue-open', state.tab === 'message' && id === state.message);
    const words = found.map(finding => `${finding.severity}: ${finding.message}`);
    sentence.setAttribute('aria-description', [id, ...words].join(', '));
  }
}

/// Outlines the sentence `id` in every frame, or none.
export function point(id) {
  for (const frame of document.querySelectorAll('iframe.mail')) {
    const page = frame.contentDocument;
    if (!page?.body) continue;
    for (const sentence of sentences(page)) {
      sentence.classList.toggle('pastdue-near', sentence.dataset.message === id);
    }
  }
}
