// The text of a message, edited in place: checked while it is written, saved only without errors.

import * as api from './api.js';
import { chip, debounced, fill, h, prose, say } from './dom.js';
import { one } from './findings.js';
import { locale, model, sample } from './model.js';

const WAIT = 250;
/// Texts that are not saved, by locale and id: going elsewhere and back loses none.
const drafts = new Map();

export const isAnythingUnsaved = () => drafts.size > 0;

addEventListener('beforeunload', event => {
  if (drafts.size > 0) event.preventDefault();
});

/// An editor for one message. `update(message)` brings what the file says now; the text that is being written stays.
export function editor(message, onSaved) {
  const key = `${message.locale} ${message.id}`;
  const draft = drafts.get(key);
  // What the text was made from: the pattern and the state of its file.
  let base = draft?.base ?? { pattern: message.pattern, hash: message.hash };
  let now = message;
  let asked = 0;
  let verdict = { ok: true, findings: message.findings };

  const text = h('textarea', {
    id: 'pattern', lang: message.locale, dir: locale(message.locale)?.dir ?? 'auto', spellcheck: 'true', rows: '3',
    'aria-describedby': 'verdict', autocapitalize: 'off', value: draft?.text ?? message.pattern,
    disabled: !message.editable || model.wall.read_only,
  });
  const result = h('div', { id: 'verdict', class: 'verdict' });
  const conflict = h('div', { class: 'conflict', role: 'alert' });
  const save = h('button', { type: 'button', class: 'button main', onclick: () => store(), title: 'Ctrl+Enter' }, 'Save');
  const undo = h('button', { type: 'button', class: 'button', onclick: () => take(now.pattern, now.hash) }, 'Undo');
  const why = h('span', { class: 'muted small', id: 'why' });
  const element = h('section', { class: 'editor', 'aria-label': 'Edit' },
    h('label', { class: 'caption', for: 'pattern' }, message.locale === model.wall.source ? 'Text of the source' : 'Translation'),
    text, conflict, result, h('div', { class: 'row' }, save, undo, why));

  const isDirty = () => text.value !== base.pattern;

  function remember() {
    if (isDirty()) drafts.set(key, { text: text.value, base });
    else drafts.delete(key);
  }

  function take(pattern, hash) {
    base = { pattern, hash };
    text.value = pattern;
    remember();
    fill(conflict);
    check.cancel();
    asked++;
    verdict = { ok: true, findings: now.findings };
    drawAll();
  }

  const check = debounced(WAIT, async () => {
    const mine = ++asked;
    try {
      const answer = await api.check(message.locale, message.id, text.value, sample().name);
      if (mine !== asked) return;
      verdict = answer;
      if (!answer.ok) say(answer.findings[0]?.message ?? 'not right yet');
    } catch (error) {
      if (mine !== asked) return;
      verdict = { ok: false, findings: [], error: error.message };
    }
    drawAll();
  });

  async function store() {
    if (!isDirty() || save.disabled) return;
    check.cancel();
    const mine = ++asked;
    const sent = text.value;
    save.disabled = true;
    why.textContent = 'Saving …';
    try {
      const { hash } = await api.save(message.locale, message.id, sent, base.hash, sample().name);
      base = { pattern: sent, hash };
      now = { ...now, pattern: sent, hash };
      remember();
      fill(conflict);
      if (mine === asked) verdict = { ok: true, findings: [] };
      onSaved();
      say('Saved');
      drawAll();
      if (!isDirty()) why.textContent = '✓ Saved';
    } catch (error) {
      if (error.status === 409) await explain(error.message);
      else verdict = { ok: false, findings: error.body?.findings ?? [], error: error.message };
      drawAll();
    }
  }

  /// The file is another one by now. If its other lines alone have changed, nothing stands in the way.
  async function explain(words) {
    const theirs = await api.message(message.locale, message.id, sample().name).catch(() => null);
    if (!theirs) {
      fill(conflict, h('p', {}, chip('error', 'Not saved'), ` ${words}`));
      return;
    }
    now = theirs;
    if (theirs.pattern === base.pattern) {
      base = { ...base, hash: theirs.hash };
      remember();
      await store();
      return;
    }
    meet(theirs);
  }

  function meet(theirs) {
    fill(conflict,
      h('p', {}, chip('warning', 'Changed elsewhere'), ' This message has another text in its file by now. Yours is kept above.'),
      h('pre', { class: 'code wrap', tabindex: '0', lang: message.locale }, theirs.pattern),
      h('div', { class: 'row' },
        h('button', { type: 'button', class: 'button', onclick: () => take(theirs.pattern, theirs.hash) }, 'Take the file’s'),
        h('button', {
          type: 'button', class: 'button', onclick: () => {
            base = { pattern: theirs.pattern, hash: theirs.hash };
            remember();
            fill(conflict);
            check();
            drawAll();
          },
        }, 'Keep mine')));
  }

  function drawAll() {
    const dirty = isDirty();
    const errors = verdict.findings.filter(finding => finding.severity === 'error').length;
    const isBad = !verdict.ok || errors > 0;
    save.disabled = !dirty || isBad || conflict.childElementCount > 0;
    undo.disabled = !dirty;
    text.setAttribute('aria-invalid', String(isBad && dirty));
    element.classList.toggle('is-bad', isBad && dirty);
    why.textContent = model.wall.read_only ? 'Read only: started with --read-only.'
      : !model.wall.files ? 'These texts are built in. Start with --locales DIR to edit.'
        : !now.editable ? 'This text cannot be edited here.'
          : now.missing && !dirty ? `Not translated yet. Saving puts it into ${now.file ?? 'its file'}.`
            : dirty && isBad ? 'Not saved while there are errors' : dirty ? 'Not saved' : '';
    fill(result,
      verdict.error ? h('p', {}, chip('error', 'Not right'), ' ', prose(verdict.error)) : null,
      verdict.findings.filter(finding => finding.rule !== 'stale' || !now.stale).map((finding, place) => {
        const box = one(finding);
        if (place === 0) box.querySelector('details')?.setAttribute('open', '');
        return box;
      }),
      dirty && !isBad && verdict.rendered ? h('p', { class: 'rendered', lang: message.locale, dir: text.dir }, verdict.rendered) : null);
    grow(text);
  }

  text.addEventListener('input', () => {
    remember();
    check();
    drawAll();
  });
  text.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      store();
    }
  });
  if (draft) check();
  drawAll();
  requestAnimationFrame(() => grow(text));

  return {
    element,
    /// The file says something new. What is being written stays, unless nothing is.
    update(theirs) {
      const dirty = isDirty();
      now = theirs;
      if (!dirty) {
        if (theirs.pattern === text.value) {
          base = { pattern: theirs.pattern, hash: theirs.hash };
          const said = why.textContent;
          verdict = { ok: true, findings: theirs.findings };
          drawAll();
          if (said.startsWith('✓')) why.textContent = said;
        } else {
          take(theirs.pattern, theirs.hash);
        }
      } else if (theirs.pattern === base.pattern) {
        base = { ...base, hash: theirs.hash };
        remember();
      } else if (theirs.pattern === text.value) {
        take(theirs.pattern, theirs.hash);
      } else {
        meet(theirs);
        drawAll();
      }
    },
    /// Puts `words` where the cursor is.
    insert(words) {
      text.focus();
      text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end');
      text.dispatchEvent(new Event('input'));
    },
    note(words) {
      fill(result, h('p', {}, chip('warning', 'Cannot be read now'), ' ', prose(words), '. Your text is kept.'));
    },
  };
}

/// As high as its text, within bounds.
function grow(text) {
  text.style.height = 'auto';
  text.style.height = `${Math.min(Math.max(text.scrollHeight + 2, 76), 320)}px`;
}
