import { expect } from '@jest/globals';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // A test looks into what it expects.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

type Headers_ = Readonly<Record<string, string>>;

/** Calls the API over a real connection, as one person's page or machine would. */
export interface Caller {
  /**
   * Where `wait-for` asks for figures as far as a position, it asks again for as long as they haven't come: one answer
   * waits five seconds, and a busy machine may take longer.
   */
  readonly get: (path: string, headers?: Headers_) => Promise<Answer>;
  readonly post: (path: string, body?: unknown, headers?: Headers_) => Promise<Answer>;
  readonly del: (path: string, headers?: Headers_) => Promise<Answer>;
  /** Records a fact under a key of its own. */
  readonly record: (file: string, fact: object, headers?: Headers_) => Promise<Answer>;
  readonly headers: Headers_;
}

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, headers: response.headers, body: json && text !== '' ? JSON.parse(text) : text };
};

/** Milliseconds for which figures are asked for again. */
const PATIENCE = 120_000;

const notYet = ({ status, body }: Answer) => status === 503 && body.code === 'not-yet';

let keys = 0;

/** @param own what tells the API who calls: a cookie or a bearer token; nothing for an anonymous caller */
export const caller = (address: string, own: Headers_ = {}): Caller => {
  const call = async (method: string, path: string, body: unknown, headers: Headers_) =>
    answerOf(
      await fetch(`${address}${path}`, {
        method,
        headers: { ...own, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const post = (path: string, body: unknown = {}, headers: Headers_ = {}) => call('POST', path, body, headers);
  const get = async (path: string, headers: Headers_ = {}) => {
    const end = performance.now() + PATIENCE;
    let answer = await call('GET', path, undefined, headers);
    while (notYet(answer) && performance.now() < end) answer = await call('GET', path, undefined, headers);
    return answer;
  };
  return {
    get,
    post,
    del: (path, headers = {}) => call('DELETE', path, undefined, headers),
    record: (file, fact, headers = {}) =>
      post(`/api/files/${file}/facts`, fact, { 'idempotency-key': `test-key-${++keys}`, ...headers }),
    headers: own,
  };
};

/** Signs in and calls as a page does. */
export const asPerson = async (address: string, username: string, password: string): Promise<Caller> => {
  const { status, headers } = await caller(address).post('/api/session', { username, password });
  expect(status).toBe(200);
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return caller(address, { cookie, 'x-kiemsat': '1' });
};
