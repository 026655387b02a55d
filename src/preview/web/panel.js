// The panel beside the wall: one message, the findings, or a test send.

import { byId, fill, h } from './dom.js';
import * as findings from './findings.js';
import * as message from './message.js';
import { change, state } from './state.js';
import * as send from './send.js';

const TABS = { message, findings, send };
const NAMES = { message: 'Sentence', findings: 'Findings', send: 'Test send' };
let drawn = '';

/// Draws what the address asks for. The same tab is told to bring itself up to date.
export async function draw() {
  const panel = byId('panel');
  const tab = state.tab === 'message' && !state.message ? '' : state.tab;
  panel.hidden = !tab;
  if (!tab) {
    drawn = '';
    fill(panel);
    return;
  }
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
