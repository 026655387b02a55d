// The bar: which mail, which view of it, and how it is shown.

import { byId, fill, h, plural, title } from './dom.js';
import { model, sample } from './model.js';
import { change, colors, state } from './state.js';

export const VIEWS = [
  ['html', 'HTML'], ['text', 'Text'], ['inbox', 'Inbox'], ['alert', 'Alert'], ['article', 'Article'],
  ['headers', 'Headers'], ['eml', 'Raw'],
];
const FACETS = [['kind', 'Kind'], ['stage', 'Stage'], ['payment', 'Payment'], ['failure', 'Failure']];

/// Draws the bar anew. What has the focus keeps it.
export function draw() {
  const focused = document.activeElement?.dataset?.focus;
  drawPicker();
  fill(byId('views'), strip('view', 'View', VIEWS, state.view, true));
  fill(byId('options'),
    strip('width', 'Width', [['320', '320'], ['375', '375'], ['600', '600']], state.width),
    strip('colors', 'Colors', [['light', 'Light'], ['dark', 'Dark']], colors(), true),
    toggle('style', 'Styles', 'The <style> elements, which many mail clients drop'),
    toggle('images', 'Images', 'Images from elsewhere, which most mail clients block at first'),
    toggle('lock', 'Lock scroll', 'All languages scroll with the one that you scroll'),
    h('label', { class: 'field' }, h('span', {}, 'Pseudo'), choice('pseudo', [
      ['', 'Off'], ['accented', 'Accented'], ['bracketed', 'Bracketed'], ['rtl', 'Right to left'],
    ], state.pseudo, value => change({ pseudo: value }))));
  drawFindings();
  byId('open-send').hidden = !model.wall.allow_send;
  byId('open-send').setAttribute('aria-expanded', String(state.tab === 'send'));
  if (focused) document.querySelector(`[data-focus="${focused}"]`)?.focus();
}

function drawPicker() {
  const now = sample();
  let left = model.wall.samples;
  const facets = FACETS.map(([key, name]) => {
    const values = [...new Set(left.map(one => one[key]))];
    left = left.filter(one => one[key] === now[key]);
    const list = values.map(value => [value ?? '', value ? title(value) : 'None']);
    const select = choice(key, list, now[key] ?? '', value => pick(key, value));
    select.disabled = list.length < 2;
    return h('label', { class: 'field facet' }, h('span', {}, name), select);
  });
  const names = left.map(one => [one.name, title(one.label)]);
  fill(byId('picker'), facets,
    h('label', { class: 'field' }, h('span', {}, 'Sample'),
      choice('sample', names, now.name, value => change({ sample: value }))),
    h('span', { class: 'pair' },
      h('button', { type: 'button', class: 'button square', 'aria-label': 'Previous sample', title: 'Previous sample ([)', data: { focus: 'previous' }, onclick: () => step(-1) }, '‹'),
      h('button', { type: 'button', class: 'button square', 'aria-label': 'Next sample', title: 'Next sample (])', data: { focus: 'next' }, onclick: () => step(1) }, '›')));
}

/// The sample that has `value` for `key`, and otherwise most in common with the one shown.
function pick(key, value) {
  const now = sample();
  const score = one => FACETS.filter(([facet]) => one[facet] === now[facet]).length;
  const found = model.wall.samples.filter(one => (one[key] ?? '') === value);
  found.sort((one, other) => score(other) - score(one));
  if (found.length > 0) change({ sample: found[0].name });
}

/// Shows the sample so many places further, in the order of the list.
export function step(by) {
  const { samples } = model.wall;
  const place = samples.indexOf(sample());
  change({ sample: samples[(place + by + samples.length) % samples.length].name });
}

function drawFindings() {
  const errors = model.findings.filter(finding => finding.severity === 'error').length;
  const others = model.findings.length - errors;
  const button = byId('open-findings');
  button.setAttribute('aria-expanded', String(state.tab === 'findings'));
  button.dataset.worst = errors ? 'error' : others ? 'warning' : 'good';
  fill(button,
    h('span', { 'aria-hidden': 'true', class: 'sign' }, errors ? '✕' : others ? '▲' : '✓'),
    h('span', { class: 'long' }, errors ? `${plural(errors, 'error')}${others ? `, ${plural(others, 'warning')}` : ''}`
      : others ? plural(others, 'warning') : 'No findings'),
    h('span', { class: 'short', 'aria-hidden': 'true' }, String(errors + others)));
}

function strip(key, name, list, now, isBare) {
  return h('fieldset', { class: 'strip' },
    h('legend', { class: isBare ? 'unseen' : null }, name),
    list.map(([value, label]) => h('label', {}, label,
      h('input', {
        type: 'radio', name: key, value, checked: value === now, data: { focus: `${key}-${value}` },
        onchange: () => change({ [key]: value }),
      }))));
}

function toggle(key, name, hint) {
  return h('label', { class: 'toggle', title: hint },
    h('input', {
      type: 'checkbox', role: 'switch', checked: state[key] === 'on', data: { focus: key },
      onchange: event => change({ [key]: event.target.checked ? 'on' : 'off' }),
    }), h('i', { 'aria-hidden': 'true' }), name);
}

function choice(key, list, now, onChosen) {
  const select = h('select', { name: key, data: { focus: key }, onchange: event => onChosen(event.target.value) },
    list.map(([value, label]) => h('option', { value }, label)));
  select.value = now;
  return select;
}
