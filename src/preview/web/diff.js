// What has changed between two texts, word by word.

import { h } from './dom.js';

const words = text => text.match(/\s+|[\p{L}\p{N}$_-]+|[^\s\p{L}\p{N}]/gu) ?? [];

/// `before` with what is gone in <del>, and `after` with what is new in <ins>.
export function diff(before, after) {
  const [old, now] = [words(before), words(after)];
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i][j] = old[i] === now[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const [gone, fresh] = [new Parts('del'), new Parts('ins')];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      gone.add(old[i++], false);
      fresh.add(now[j++], false);
    } else if (j >= now.length || (i < old.length && lengths[i + 1][j] >= lengths[i][j + 1])) {
      gone.add(old[i++], true);
    } else {
      fresh.add(now[j++], true);
    }
  }
  return { before: gone.nodes(), after: fresh.nodes() };
}

/// Words in a row that are alike share an element.
class Parts {
  constructor(tag) {
    this.tag = tag;
    this.parts = [];
  }

  add(word, isChanged) {
    const last = this.parts.at(-1);
    if (last?.isChanged === isChanged) last.text += word;
    else this.parts.push({ text: word, isChanged });
  }

  nodes() {
    return this.parts.map(({ text, isChanged }) => (isChanged ? h(this.tag, {}, text) : text));
  }
}
