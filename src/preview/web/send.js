// Sends the mail that is shown to one address, by the transport of the configuration.

import * as api from './api.js';
import { chip, fill, h, say } from './dom.js';
import { locale, model, sample } from './model.js';
import { change, state } from './state.js';

export function draw(body) {
  if (!model.wall.allow_send) {
    fill(body, h('p', {}, 'Start `pastdue preview` with --allow-send to send a mail to yourself.'));
    return;
  }
  if (body.querySelector('form')) {
    body.querySelector('.which').textContent = which();
    return;
  }
  const outcome = h('div', { role: 'status', class: 'outcome' });
  const to = h('input', { type: 'email', name: 'to', required: true, autocomplete: 'email' });
  const language = h('select', { onchange: event => change({ locale: event.target.value }, { replace: true }) },
    model.wall.locales.map(({ tag, name }) => h('option', { value: tag }, name)));
  language.value = locale(state.locale) ? state.locale : model.wall.source;
  const button = h('button', { class: 'button main' }, 'Send');
  fill(body, h('form', {
    class: 'form',
    onsubmit: async event => {
      event.preventDefault();
      button.disabled = true;
      fill(outcome, h('p', { class: 'muted' }, 'Sending …'));
      try {
        const { reply } = await api.send(sample().name, language.value, to.value);
        fill(outcome, h('p', {}, chip('good', 'Sent')), h('pre', { class: 'code', tabindex: '0' }, reply));
        say('Sent');
      } catch (error) {
        fill(outcome, h('p', {}, chip('error', 'Not sent')), h('p', {}, error.message));
      } finally {
        button.disabled = false;
      }
    },
  },
    h('p', {}, 'Sends ', h('strong', { class: 'which' }, which()), ' once, as your configuration says.'),
    h('label', { class: 'field' }, h('span', {}, 'Language'), language),
    h('label', { class: 'field' }, h('span', {}, 'To (your own address)'), to),
    h('div', {}, button), outcome));
}

const which = () => sample().name;
