import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer, Caller } from './caller.js';
import { petitionReceived } from './facts.js';
import { apiUnderTest, type ApiUnderTest } from './running-api.js';

describe('putting a record right', () => {
  let run: ApiUnderTest;
  let ksv: Caller;
  let head: Caller;
  let deputy: Caller;
  let keys = 0;
  beforeAll(async () => {
    run = await apiUnderTest();
    [ksv, head, deputy] = [await run.as('ksv'), await run.as('truong'), await run.as('pho')];
  });
  afterAll(() => run.stop());

  const key = () => ({ 'idempotency-key': `correction-${++keys}` });

  const opened = async (id: string) => {
    await ksv.record(`petition/${id}`, petitionReceived('2026-03-02'));
    await ksv.record(`petition/${id}`, { type: 'PetitionAccepted', data: { on: '2026-03-04' } });
    return (await ksv.get(`/api/files/petition/${id}`)).body.timeline as { id: string; type: string }[];
  };

  const ask = async (who: Caller, id: string, changes: object[]): Promise<Answer> =>
    who.post(`/api/files/petition/${id}/corrections`, { changes, reason: 'Ghi nhầm ngày' }, key());

  const pendingOf = async (id: string): Promise<string> =>
    (await ksv.get(`/api/files/petition/${id}`)).body.pendingCorrections[0].id;

  it('shows the right data once another approved it, and what stood there before', async () => {
    const [, accepted] = await opened('c-1');
    const asked = await ask(ksv, 'c-1', [
      { kind: 'replace', fact: accepted?.id, data: { on: '2026-03-05', complexity: 'complex' } },
    ]);
    expect(asked.status).toBe(200);
    const request = await pendingOf('c-1');
    const approved = await head.post(`/api/files/petition/c-1/corrections/${request}/approval`, {}, key());
    expect(approved.status).toBe(200);
    const { body } = await ksv.get('/api/files/petition/c-1');
    expect(body.pendingCorrections).toEqual([]);
    expect(body.timeline[1]).toMatchObject({
      type: 'PetitionAccepted',
      on: '2026-03-05',
      data: { on: '2026-03-05', complexity: 'complex' },
      before: { on: '2026-03-04' },
      correctedBy: [expect.any(String)],
      voided: false,
    });
    const then = await ksv.get('/api/files/petition/c-1?revision=1');
    expect(then.body.timeline[1]).toMatchObject({ on: '2026-03-04', correctedBy: [] });
    expect(then.body.timeline).toHaveLength(2);
  });

  it('is never approved by who asked for it', async () => {
    const [, accepted] = await opened('c-2');
    await ask(head, 'c-2', [{ kind: 'void', fact: accepted?.id }]);
    const request = await pendingOf('c-2');
    const own = await head.post(`/api/files/petition/c-2/corrections/${request}/approval`, {}, key());
    expect([own.status, own.body.code]).toEqual([403, 'own-request']);
    const other = await deputy.post(`/api/files/petition/c-2/corrections/${request}/approval`, {}, key());
    expect([other.status, other.body.status]).toEqual([200, 'received']);
  });

  it('can be refused with a reason, and changes nothing then', async () => {
    const [, accepted] = await opened('c-3');
    await ask(ksv, 'c-3', [{ kind: 'void', fact: accepted?.id }]);
    const request = await pendingOf('c-3');
    const refused = await head.post(
      `/api/files/petition/c-3/corrections/${request}/refusal`,
      { reason: 'Bản gốc đúng' },
      key(),
    );
    expect([refused.status, refused.body.status]).toEqual([200, 'accepted']);
    const again = await head.post(`/api/files/petition/c-3/corrections/${request}/approval`, {}, key());
    expect([again.status, again.body.code]).toEqual([404, 'no-such-request']);
  });

  it('is refused at once when it would make a recorded fact impossible, naming the fact', async () => {
    const [received] = await opened('c-4');
    const { status, body } = await ask(ksv, 'c-4', [{ kind: 'void', fact: received?.id }]);
    expect(status).toBe(409);
    expect(body.code).toBe('not-in-this-status');
    expect(body.fact).toEqual(expect.any(String));
  });

  it('waits in the list of who may decide, and of who asked', async () => {
    const [, accepted] = await opened('c-5');
    const { body } = await ask(ksv, 'c-5', [{ kind: 'void', fact: accepted?.id }]);
    const listFor = async (who: Caller) =>
      (await who.get('/api/corrections?state=pending', { 'wait-for': body.position })).body.rows as {
        id: string;
        mayDecide: boolean;
      }[];
    const request = await pendingOf('c-5');
    expect(await listFor(head)).toContainEqual(expect.objectContaining({ id: request, file: 'c-5', mayDecide: true }));
    expect(await listFor(ksv)).toContainEqual(expect.objectContaining({ id: request, mayDecide: false }));
    expect(await listFor(await run.as('thongke'))).toEqual([]);
    expect(await listFor(await run.as('ksv2'))).toEqual([]);
  });

  it('asked for by the head, is for the unit above to decide too', async () => {
    const [, accepted] = await opened('c-6');
    await ask(head, 'c-6', [{ kind: 'void', fact: accepted?.id }]);
    const above = await run.as('lanhdao');
    const request = await pendingOf('c-6');
    const approved = await above.post(`/api/files/petition/c-6/corrections/${request}/approval`, {}, key());
    expect([approved.status, approved.body.status]).toEqual([200, 'received']);
  });

  it('is refused when the file has moved on since it was looked at', async () => {
    const [, accepted] = await opened('c-7');
    const changes = [{ kind: 'void', fact: accepted?.id }];
    const body = { changes, reason: 'Ghi nhầm' };
    const stale = { ...key(), 'if-match': '"0"' };
    const refused = await ksv.post('/api/files/petition/c-7/corrections', body, stale);
    expect([refused.status, refused.body.code]).toEqual([412, 'revision-moved']);
    const seen = { ...key(), 'if-match': '"1"' };
    expect((await ksv.post('/api/files/petition/c-7/corrections', body, seen)).status).toBe(200);
  });

  it('moves the figures with several changes at once, and leaves what they were before', async () => {
    const [received, accepted] = await opened('c-8');
    const decided = { on: '2026-03-20', decisionNo: '1/QĐ', finding: 'wrong', signer: 'p-truong' };
    const last = await ksv.record('petition/c-8', { type: 'PetitionDecisionIssued', data: decided });
    const [, , decision] = (await ksv.get('/api/files/petition/c-8')).body.timeline as { id: string }[];
    const resolved = async (position: string, query = '') => {
      const { body } = await ksv.get(`/api/indicators?period=work:2026:year${query}`, { 'wait-for': position });
      return (body.rows as { code: string; numerator: number }[]).find(({ code }) => code === 'K01')?.numerator ?? -1;
    };
    const before = await resolved(last.body.position);
    await ask(ksv, 'c-8', [
      { kind: 'replace', fact: received?.id, data: { ...petitionReceived('2026-03-03').data } },
      { kind: 'void', fact: decision?.id },
      { kind: 'replace', fact: accepted?.id, data: { on: '2026-03-06' } },
    ]);
    const request = await pendingOf('c-8');
    const approved = await head.post(`/api/files/petition/c-8/corrections/${request}/approval`, {}, key());
    expect([approved.status, approved.body.status]).toEqual([200, 'accepted']);
    expect(await resolved(approved.body.position)).toBe(before - 1);
    expect(await resolved(approved.body.position, `&position=${last.body.position}`)).toBe(before);
    const repeated = await ksv.get('/api/files/petition/c-8');
    expect(repeated.body.timeline.map(({ on, voided }: { on: string; voided: boolean }) => [on, voided])).toEqual(
      expect.arrayContaining([
        ['2026-03-03', false],
        ['2026-03-06', false],
        ['2026-03-20', true],
      ]),
    );
  });

  it('sent again under its key is answered as the first time', async () => {
    const [, accepted] = await opened('c-9');
    const same = key();
    const body = { changes: [{ kind: 'void', fact: accepted?.id }], reason: 'Ghi nhầm' };
    const first = await ksv.post('/api/files/petition/c-9/corrections', body, same);
    const again = await ksv.post('/api/files/petition/c-9/corrections', { ...body, on: '2026-03-10' }, same);
    expect([again.status, again.body.position, again.body.repeated]).toEqual([200, first.body.position, true]);
  });

  it('can’t be dated ahead', async () => {
    const [, accepted] = await opened('c-10');
    const body = { on: '2999-01-01', changes: [{ kind: 'void', fact: accepted?.id }], reason: 'Ghi nhầm' };
    const refused = await ksv.post('/api/files/petition/c-10/corrections', body, key());
    expect([refused.status, refused.body.code, refused.body.field]).toEqual([422, 'in-the-future', 'on']);
  });
});
