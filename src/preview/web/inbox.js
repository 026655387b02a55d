// The line of each mail in a list of mails, cut where a phone and a desktop cut it.

import { chip, h } from './dom.js';
import { locale, mailIn, model } from './model.js';
import { change } from './state.js';
import { weightBar } from './weight.js';

// What a line has in CSS pixels, and its font. A phone: 375 px less margins. A desktop: one line for both.
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const PHONE = 340;
const DESKTOP = 520;
const canvas = document.createElement('canvas').getContext('2d');

/// How many characters of `text` fit, the ellipsis counted.
function fits(text, font, width) {
  canvas.font = `${font} ${FONT}`;
  const wide = words => canvas.measureText(words).width;
  if (wide(text) <= width) return text.length;
  const parts = [...new Intl.Segmenter().segment(text)];
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const part = parts.slice(0, middle).map(one => one.segment).join('');
    if (wide(`${part}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return parts[low]?.index ?? text.length;
}

const cut = (text, end) => (end < text.length ? [text.slice(0, end).trimEnd(), text.slice(end)] : [text, '']);

/// Every locale's line, in both lists.
export function inbox() {
  return h('div', { class: 'inbox' }, model.wall.locales.map(({ tag, name }) => {
    const mail = mailIn(tag);
    return h('section', { class: 'inbox-card', data: { locale: tag }, 'aria-label': name },
      h('div', { class: 'pane-title' }, h('h2', {}, h('span', { lang: tag }, name), ' ', h('code', {}, tag))),
      !mail || mail.error ? h('p', {}, chip('error', 'No mail'), ' ', mail?.error)
        : [h('div', { class: 'lists' }, phone(tag, mail), desktop(tag, mail)), weightBar(mail.html_bytes)]);
  }));
}

function phone(tag, mail) {
  const subject = cut(mail.subject, fits(mail.subject, '400 15px', PHONE));
  const preheader = cut(mail.preheader, fits(mail.preheader, '400 14px', PHONE));
  return h('figure', { class: 'list phone' }, h('figcaption', { class: 'caption' }, 'Phone'),
    h('div', { class: 'line', lang: tag, dir: mail.dir, tabindex: '0', role: 'group', 'aria-label': 'Line of a phone’s list' },
      h('p', { class: 'line-sender' }, mail.sender), open(tag, mail.subject_id, 'line-subject', subject), open(tag, mail.preheader_id, 'line-preheader', preheader)),
    left('Subject', tag, subject), left('Preheader', tag, preheader));
}

function desktop(tag, mail) {
  const subject = cut(mail.subject, fits(mail.subject, '600 14px', DESKTOP));
  canvas.font = `600 14px ${FONT}`;
  const used = canvas.measureText(`${mail.subject}  – `).width;
  const preheader = subject[1] || used > DESKTOP - 24 ? ['', mail.preheader] : cut(mail.preheader, fits(mail.preheader, '400 14px', DESKTOP - used));
  return h('figure', { class: 'list desktop' }, h('figcaption', { class: 'caption' }, 'Desktop'),
    h('div', { class: 'line', lang: tag, dir: mail.dir, tabindex: '0', role: 'group', 'aria-label': 'Line of a desktop list' },
      h('p', { class: 'line-sender' }, mail.sender),
      h('p', { class: 'line-both' }, open(tag, mail.subject_id, 'line-subject', subject), preheader[0] ? ' – ' : '', preheader[0] ? open(tag, mail.preheader_id, 'line-preheader', preheader) : null)),
    left('Subject', tag, subject), left('Preheader', tag, preheader));
}

const open = (tag, id, kind, [seen, rest]) => h('button', {
  type: 'button', class: `sentence ${kind}`, title: id, data: { message: id },
  onclick: () => change({ locale: tag, message: id, tab: 'message' }),
}, seen, rest ? h('span', { class: 'cut-mark', 'aria-label': 'cut here', role: 'img' }, '…') : null);

/// What is cut off, said in words.
function left(what, tag, [seen, rest]) {
  if (!rest) return h('p', { class: 'small cut' }, chip('good', `${what} whole`));
  return h('p', { class: 'small cut' }, chip(what === 'Subject' ? 'warning' : 'plain', seen ? `${what} cut` : `${what} not shown`), ' ', h('span', { lang: tag, class: 'muted' }, `…${rest}`));
}
