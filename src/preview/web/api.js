// What the server knows. Every call gives its JSON, or throws an error with the server's words.

export class Failure extends Error {
  constructor(status, body) {
    super(body?.error ?? (status ? `the server answered ${status}` : 'the server does not answer; is `pastdue preview` still running?'));
    this.status = status;
    this.body = body;
  }
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...options });
  } catch {
    throw new Failure(0);
  }
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Failure(response.status, body);
  return body;
}

const get = (path, parameters = {}) => {
  const query = new URLSearchParams(parameters).toString();
  return ask(query ? `${path}?${query}` : path);
};
const post = (path, body) =>
  ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const wall = () => get('/api/wall');
export const mail = (sample, pseudo) => get('/api/mail', { sample, pseudo });
export const message = (locale, id, sample) => get('/api/message', { locale, id, sample });
export const findings = () => get('/api/findings');
export const check = (locale, id, pattern, sample) => post('/api/check', { locale, id, pattern, sample });
export const save = (locale, id, pattern, hash, sample) => post('/api/save', { locale, id, pattern, hash, sample });
export const accept = (locale, id) => post('/api/accept', { locale, id });
export const send = (sample, locale, to) => post('/api/send', { sample, locale, to });

/// Calls `onChanged({version, locales})` after each change of a file, and `onState(isConnected)`.
export function events(onChanged, onState) {
  const source = new EventSource('/events');
  source.addEventListener('open', () => onState(true));
  source.addEventListener('error', () => onState(false));
  source.addEventListener('change', event => onChanged(JSON.parse(event.data)));
  addEventListener('pagehide', () => source.close());
}
