// All findings, by language, below the table of what is translated.

import { chip, fill, h, plural, prose } from './dom.js';
import { model } from './model.js';
import { change } from './state.js';

const COLUMNS = [
  ['translated', 'Done'], ['missing', 'Missing'], ['stale', 'Stale'], ['identical', 'Same'],
  ['errors', 'Errors'], ['warnings', 'Warnings'],
];

export function draw(body) {
  const opened = new Set([...body.querySelectorAll('details[open]')].map(one => one.dataset.key));
  const top = body.scrollTop;
  fill(body, coverage(), model.wall.locales.map(({ tag, name }) => {
    const found = model.findings.filter(finding => finding.locale === tag);
    return section(tag, name, found, opened);
  }), elsewhere(opened));
  body.scrollTop = top;
}

function coverage() {
  const { total } = model.wall.locales[0].coverage;
  return h('table', { class: 'coverage' },
    h('caption', { class: 'caption' }, `Of ${plural(total, 'message')} in ${model.wall.source}. “Same”: the same words as the source.`),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Language'), COLUMNS.map(([, name]) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, model.wall.locales.map(({ tag, coverage }) => h('tr', {},
      h('th', { scope: 'row' }, h('code', {}, tag)),
      COLUMNS.map(([key]) => {
        const count = coverage[key];
        const kind = count === 0 || key === 'translated' || key === 'identical' ? '' : key === 'errors' ? 'error' : 'warning';
        return h('td', { class: kind || (count === 0 ? 'none' : null) }, String(count));
      })))));
}

function section(tag, name, found, opened) {
  return h('div', { class: 'finding-group' },
    h('div', { class: 'panel-title' }, h('h3', {}, h('span', { lang: tag }, name), ' ', h('code', {}, tag)),
      found.length === 0 ? chip('good', 'No findings') : null),
    found.length > 0 ? h('ul', { class: 'findings' }, found.map(finding => h('li', {}, one(finding, opened)))) : null);
}

/// Findings of no language, such as those of templates.
function elsewhere(opened) {
  const tags = model.wall.locales.map(one => one.tag);
  const found = model.findings.filter(finding => !tags.includes(finding.locale));
  return found.length > 0 ? section(null, 'Elsewhere', found, opened) : null;
}

/// One finding: what and where; its frame when asked for.
export function one(finding, opened) {
  const { severity, rule, message, help, file, line, frame, locale, message_id: id } = finding;
  const kind = severity === 'error' ? 'error' : 'warning';
  const key = [rule, file, line, id].join(' ');
  return h('article', { class: `finding ${kind}` },
    h('p', { class: 'finding-head' }, chip(kind, severity), h('code', {}, rule)),
    h('p', {}, prose(message)),
    help ? h('p', { class: 'help-line' }, prose(help)) : null,
    h('p', { class: 'small' }, id && locale
      ? h('button', { type: 'button', class: 'link mono', onclick: () => change({ locale, message: id, tab: 'message' }) }, id)
      : null, ' ', h('span', { class: 'muted mono' }, file ? `${file}:${line}` : '')),
    frame ? h('details', { data: { key }, open: opened?.has(key) }, h('summary', {}, 'Show the line'),
      h('pre', { class: 'code', tabindex: '0' }, frame)) : null);
}
