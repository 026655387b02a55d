// What is known of the sentence under the pointer or with the focus.

import * as api from './api.js';
import { byId, chip, fill, h } from './dom.js';
import { point } from './frame.js';
import { model, sample, worst } from './model.js';

const WAIT = 120;
let timer;
let shown = '';
const known = new Map();

/// A message with its place and its variables; asked for once for each state of the files.
export async function describe(tag, id) {
  const key = [tag, id, sample().name, model.wall.version].join(' ');
  if (!known.has(key)) {
    if (known.size > 500) known.clear();
    known.set(key, await api.message(tag, id, sample().name));
  }
  return known.get(key);
}

export const forget = () => known.clear();

export function show(frame, sentence, tag) {
  clearTimeout(timer);
  const id = sentence.dataset.message;
  point(id);
  timer = setTimeout(async () => {
    shown = `${tag} ${id}`;
    const message = await describe(tag, id).catch(() => null);
    if (!message || shown !== `${tag} ${id}` || !frame.isConnected) return;
    draw(message);
    place(frame.getBoundingClientRect(), sentence.getBoundingClientRect());
  }, WAIT);
}

/// Hides it, after a while in which the pointer may reach it.
export function hide(isNow = false) {
  clearTimeout(timer);
  const run = () => {
    shown = '';
    byId('tip').hidden = true;
    point('');
  };
  if (isNow) run();
  else timer = setTimeout(run, WAIT);
}

function draw(message) {
  const place = message.missing ? 'not translated' : `${message.file}:${message.line}`;
  fill(byId('tip'),
    h('p', { class: 'tip-id' }, h('code', {}, message.id), message.findings.length > 0
      ? chip(worst(message.findings), message.findings[0].message) : null),
    h('p', { class: 'muted small mono' }, place),
    message.comment ? h('p', { class: 'tip-comment' }, firstLines(message.comment)) : null,
    message.variables.length > 0 ? h('dl', { class: 'pairs' }, message.variables.flatMap(variable => [
      h('dt', {}, h('code', {}, `$${variable.name}`)), h('dd', {}, variable.value ?? '')])) : null,
    h('p', { class: 'muted small' }, 'Click or press Enter to edit'));
}

/// A comment without its list of variables, which is shown with values.
export const firstLines = comment =>
  comment.split('\n').filter(line => !line.startsWith('$')).join(' ').trim();

function place(frame, sentence) {
  const tip = byId('tip');
  tip.hidden = false;
  const { offsetWidth: width, offsetHeight: height } = tip;
  const left = Math.min(Math.max(8, frame.left + sentence.left), innerWidth - width - 8);
  const below = frame.top + sentence.bottom + 8;
  const above = frame.top + sentence.top - height - 8;
  tip.style.left = `${left}px`;
  tip.style.top = `${below + height <= innerHeight - 8 || above < 8 ? Math.min(below, innerHeight - height - 8) : above}px`;
}

byId('tip').addEventListener('mouseenter', () => clearTimeout(timer));
byId('tip').addEventListener('mouseleave', () => hide());
