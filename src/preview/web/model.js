// What has been loaded: the wall, one mail in all locales, the findings.

import * as api from './api.js';
import { state } from './state.js';

export const model = { wall: null, mail: null, findings: [] };

let asked = 0;

/// The locale that is shown for `tag`, or nothing.
export const locale = tag => model.wall.locales.find(one => one.tag === tag);

/// The mail in the locale `tag`, or nothing.
export const mailIn = tag => model.mail?.locales.find(one => one.tag === tag);

/// The sample that is shown: the one in the address, else the first.
export function sample() {
  return model.wall.samples.find(one => one.name === state.sample) ?? model.wall.samples[0];
}

export async function loadWall() {
  [model.wall, { findings: model.findings }] = await Promise.all([api.wall(), api.findings()]);
}

/// Loads the mail that is asked for. False if something else was asked for meanwhile.
export async function loadMail() {
  const mine = ++asked;
  const mail = await api.mail(sample().name, state.pseudo);
  if (mine !== asked) return false;
  model.mail = mail;
  return true;
}

/// Findings of one message in one locale.
export const findingsOf = (tag, id) =>
  model.findings.filter(finding => finding.locale === tag && finding.message_id === id);

/// `error` if one of `findings` is an error, else `warning`, else nothing.
export function worst(findings) {
  if (findings.some(finding => finding.severity === 'error')) return 'error';
  return findings.length > 0 ? 'warning' : '';
}
