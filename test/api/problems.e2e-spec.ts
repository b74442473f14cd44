import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { caller, type Caller } from './caller.js';
import { apiUnderTest, type ApiUnderTest } from './running-api.js';

interface Told {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

describe('whatever goes wrong', () => {
  let run: ApiUnderTest;
  let ksv: Caller;
  beforeAll(async () => {
    run = await apiUnderTest();
    ksv = await run.as('ksv');
  });
  afterAll(() => run.stop());

  /** Written to the socket as it is: what fetch would mend or refuse. */
  const raw = (text: string) =>
    new Promise<Told>((resolve, reject) => {
      const { hostname, port } = new URL(run.address);
      const socket = connect(Number(port), hostname, () => socket.write(text));
      let answer = '';
      socket
        .setEncoding('utf8')
        .on('data', (part) => (answer += part))
        .on('error', reject);
      socket.on('close', () => {
        const [head = '', body = ''] = answer.split('\r\n\r\n');
        resolve({ status: Number(head.split(' ')[1]), type: /content-type: ([^\r]+)/i.exec(head)?.[1] ?? '', body });
      });
    });
  const sent = async (method: string, path: string, body?: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${run.address}${path}`, {
      method,
      headers: { ...ksv.headers, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', body: await answer.text() };
  };
  const json = { 'content-type': 'application/json' };

  const cases: readonly (readonly [string, number, string, () => Promise<Told>])[] = [
    ['an address that isn’t there', 404, 'not-found', () => sent('GET', '/api/khong-co')],
    ['a file that isn’t there', 404, 'not-found', () => sent('GET', '/api/files/petition/khong-co')],
    ['a register that isn’t one', 400, 'invalid', () => sent('GET', '/api/files/books/b-1')],
    ['a method that no route has', 404, 'not-found', () => sent('PUT', '/api/files')],
    ['JSON that breaks off', 400, 'bad-request', () => sent('POST', '/api/session', '{"username":', json)],
    ['no body at all', 400, 'invalid', () => sent('POST', '/api/session')],
    [
      'a body that tries to be a prototype',
      400,
      'bad-request',
      () => sent('POST', '/api/session', '{"__proto__":{}}', json),
    ],
    ['an address that can’t be read', 400, 'bad-request', () => sent('GET', '/api/files/petition/%zz')],
    ['an id beyond measure', 414, 'address-too-long', () => sent('GET', `/api/files/petition/${'a'.repeat(500)}`)],
    ['a body without an end', 413, 'too-large', () => sent('POST', '/api/session', `"${'x'.repeat(1_100_000)}"`, json)],
    [
      'headers beyond measure',
      431,
      'headers-too-large',
      () => raw(`GET /api/health HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`),
    ],
    ['what isn’t HTTP', 400, 'bad-request', () => raw('XIN CHAO\r\n\r\n')],
  ];

  it.each(cases)('is told as problem+json in Vietnamese: %s', async (_, status, code, ask) => {
    const told = await ask();
    expect([told.status, told.type]).toEqual([status, expect.stringContaining('application/problem+json')]);
    const body = JSON.parse(told.body) as { type: string; title: string; status: number; code: string };
    expect(body).toMatchObject({ type: `urn:kiemsat:${code}`, status, code });
    expect(body.title).toMatch(/[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/);
    expect(told.body).not.toMatch(/\b(error|invalid|unexpected|not found|expected)\b(?!")/i);
  });

  it('says nothing of the inside when the fault is its own', async () => {
    const client = new pg.Client({ connectionString: run.projectorUrl });
    await client.connect();
    await client.query('ALTER TABLE read_models.file RENAME TO file_away');
    const { status, body } = await caller(run.address, ksv.headers).get('/api/files');
    await client.query('ALTER TABLE read_models.file_away RENAME TO file');
    await client.end();
    expect([status, body]).toEqual([
      500,
      {
        type: 'urn:kiemsat:internal',
        title: expect.stringContaining('Máy chủ gặp lỗi'),
        status: 500,
        code: 'internal',
      },
    ]);
  });
});
