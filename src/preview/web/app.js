// Starts the page: loads, draws, and follows the address and the files.

import * as api from './api.js';
import { byId, chip, fill, h, prose, say } from './dom.js';
import { help, onKey } from './keys.js';
import * as message from './message.js';
import { loadMail, loadWall, locale, model, sample } from './model.js';
import * as panel from './panel.js';
import { change, onChange, state } from './state.js';
import * as tip from './tip.js';
import * as toolbar from './toolbar.js';
import * as wall from './wall.js';

let wantsFocus = false;
/// The last state of the files that we were told of.
let seen = 0;

async function start() {
  byId('open-findings').addEventListener('click', () => change({ tab: state.tab === 'findings' ? '' : 'findings' }));
  byId('open-send').addEventListener('click', () => change({ tab: state.tab === 'send' ? '' : 'send' }));
  byId('open-help').addEventListener('click', help);
  byId('open-options').addEventListener('click', event => {
    const isOpen = byId('options').classList.toggle('open');
    byId('picker').classList.toggle('open', isOpen);
    event.currentTarget.setAttribute('aria-expanded', String(isOpen));
  });
  for (const form of [byId('picker'), byId('options')]) form.addEventListener('submit', event => event.preventDefault());
  addEventListener('keydown', onKey);
  addEventListener('walk', event => message.walk(event.detail));
  addEventListener('edit', () => {
    wantsFocus = !message.focus();
  });
  addEventListener('reload', () => reload({ locales: [] }));
  onChange(follow);
  try {
    await loadWall();
    seen = model.wall.version;
    toolbar.draw();
    await loadMail();
  } catch (error) {
    fail(error);
    return;
  }
  await draw();
  if (state.locale) wall.goTo(state.locale);
  api.events(reload, isConnected => {
    byId('live').dataset.state = isConnected ? 'on' : 'wait';
    byId('live').textContent = isConnected ? 'Live' : 'Not connected';
  });
}

async function draw() {
  toolbar.draw();
  byId('notice').hidden = !model.wall.templates_broken;
  fill(byId('notice'), chip('error', 'Templates'), ' ', prose(model.wall.templates_broken ?? ''), ' The last good ones are shown.');
  wall.draw();
  wall.paint();
  await drawPanel();
  document.title = `${sample().label}, ${toolbar.VIEWS.find(([view]) => view === state.view)[1]}: pastdue preview`;
  document.body.dataset.ready = String(model.wall.version);
}

async function drawPanel() {
  await panel.draw();
  if (wantsFocus && state.tab === 'message') wantsFocus = !message.focus();
}

/// The address has changed: loads only what it asks for and is not there.
async function follow(now, before) {
  try {
    if (now.sample !== before.sample || now.pseudo !== before.pseudo) {
      toolbar.draw();
      if (!await loadMail()) return;
    }
    await draw();
    if (now.message !== before.message) wall.reveal();
    if (now.message && now.locale !== before.locale) wall.goTo(now.locale);
  } catch (error) {
    fail(error);
  }
}

/// Files have changed: loads the mails anew, and the frames of the languages that it touches.
async function reload({ version, locales }) {
  if (version === seen) return;
  // Who was not connected for a while does not know what else has changed.
  const touched = version > seen + 1 ? model.wall.locales.map(one => one.tag) : locales;
  if (version !== undefined) seen = version;
  for (const tag of touched) wall.touch(tag);
  tip.forget();
  try {
    const [, isNewest] = await Promise.all([loadWall(), loadMail()]);
    if (!isNewest) return;
  } catch (error) {
    fail(error);
    return;
  }
  await draw();
  const names = touched.map(tag => locale(tag)?.name).filter(Boolean);
  if (names.length > 0) say(`Loaded anew: ${names.join(', ')}`);
}

function fail(error) {
  if (model.mail) {
    say(error.message);
    byId('live').dataset.state = 'wait';
    byId('live').textContent = error.message;
    return;
  }
  fill(byId('wall'), h('div', { class: 'notice', role: 'alert' }, h('h2', {}, 'Nothing to show'), h('p', {}, error.message)));
}

start();
