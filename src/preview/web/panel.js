// The panel beside the wall: one message, the findings, or a test send.

import { byId, fill, h } from './dom.js';
import { focus } from './frame.js';
import * as findings from './findings.js';
import * as message from './message.js';
import { change, state } from './state.js';
import * as send from './send.js';

const TABS = { message, findings, send };
const NAMES = { message: 'Sentence', findings: 'Findings', send: 'Test send' };
let drawn = '';
/// The sentence that was open: it has the focus again once the panel is closed.
let last = { locale: '', message: '' };

/// Draws what the address asks for. The same tab is told to bring itself up to date.
export async function draw() {
  const panel = byId('panel');
  const tab = state.tab === 'message' && !state.message ? '' : state.tab;
  const hadFocus = panel.contains(document.activeElement);
  panel.hidden = !tab;
  if (!tab) {
    if (drawn && (hadFocus || document.activeElement === document.body)) {
      if (drawn !== 'message' || !focus(last.locale, last.message)) byId(drawn === 'send' ? 'open-send' : 'open-findings').focus();
    }
    drawn = '';
    fill(panel);
    return;
  }
  last = { locale: state.locale, message: state.message };
  if (drawn !== tab) {
    drawn = tab;
    panel.setAttribute('aria-label', NAMES[tab]);
    fill(panel,
      h('div', { class: 'panel-head' }, h('h2', {}, NAMES[tab]),
        h('button', {
          type: 'button', class: 'button quiet square', 'aria-label': 'Close', title: 'Close (Esc)',
          onclick: () => change({ tab: '', message: '' }),
        }, '✕')),
      h('div', { class: 'panel-body', id: 'panel-body' }));
  }
  await TABS[tab].draw(byId('panel-body'));
}
